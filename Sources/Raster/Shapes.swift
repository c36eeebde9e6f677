extension Path {
  /// A rectangle, its corners rounded by quarters of circles.
  ///
  /// Edge cases: a radius beyond half the shorter side is reduced to it; a negative one is 0.
  public static func rectangle(_ rect: Rect, cornerRadius: Double = 0) -> Path {
    let radius = max(0, min(cornerRadius, rect.width / 2, rect.height / 2))
    let corners = [
      (rect.minX, rect.minY, 180.0), (rect.maxX, rect.minY, 270), (rect.maxX, rect.maxY, 0), (rect.minX, rect.maxY, 90),
    ]
    guard radius > 0 else { return Path(corners.map { Position($0.0, $0.1) }, isClosed: true) }
    let inner = rect.inset(by: radius)
    let centers = [
      Position(inner.minX, inner.minY), Position(inner.maxX, inner.minY), Position(inner.maxX, inner.maxY),
      Position(inner.minX, inner.maxY),
    ]
    let points = zip(centers, corners).flatMap { center, corner in
      arcPoints(center: center, radiusX: radius, radiusY: radius, from: corner.2, sweep: 90)
    }
    return Path(points, isClosed: true)
  }

  public static func circle(center: Position, radius: Double) -> Path {
    ellipse(center: center, radiusX: radius, radiusY: radius)
  }

  public static func ellipse(center: Position, radiusX: Double, radiusY: Double) -> Path {
    Path(arcPoints(center: center, radiusX: radiusX, radiusY: radiusY, from: 0, sweep: 360).dropLast(), isClosed: true)
  }

  /// A polygon of equal sides; its first corner points up when `turn`, a fraction of a whole turn clockwise, is 0.
  public static func regular(corners: Int, center: Position, radius: Double, turn: Double = 0) -> Path {
    precondition(corners >= 3, "a polygon has three corners or more")
    let points = (0..<corners).map { corner in
      center.moved(radius, towards: (Double(corner) / Double(corners) + turn) * 360 - 90)
    }
    return Path(points, isClosed: true)
  }

  /// The points of an elliptic arc, both ends included: chords within 0.005 of the curve, the unit being that of the radii.
  private static func arcPoints(
    center: Position, radiusX: Double, radiusY: Double, from start: Double, sweep: Double
  ) -> [Position] {
    // A chord over the angle φ leaves the circle by r·φ²/8.
    let radius = max(abs(radiusX), abs(radiusY))
    let chord = (8 * 0.005 / max(radius, 0.005)).squareRoot() * 180 / .pi
    let wanted = (abs(sweep) / chord).rounded(.up)
    let count = Int(min(max(wanted.isFinite ? wanted : 1, abs(sweep) / 45 + 1), 4096))
    return (0...count).map { step in
      let (cosine, sine) = Rotation.direction(degrees: start + sweep * Double(step) / Double(count))
      return Position(center.x + radiusX * cosine, center.y + radiusY * sine)
    }
  }
}

extension Position {
  /// The place a distance away in a direction of so many degrees clockwise from that of x.
  func moved(_ distance: Double, towards degrees: Double) -> Position {
    let (cosine, sine) = Rotation.direction(degrees: degrees)
    return Position(x + distance * cosine, y + distance * sine)
  }
}
