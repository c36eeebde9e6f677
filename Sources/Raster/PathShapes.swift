extension Path {
  /// A rectangle, its corners rounded by quarter circles; a radius above half a side is held there.
  public static func rectangle(_ rect: Rect, cornerRadius: Double = 0) -> Path {
    let radius = max(0, min(cornerRadius, rect.width / 2, rect.height / 2))
    guard radius > 0 else {
      return Path(
        [
          Position(rect.minX, rect.minY), Position(rect.maxX, rect.minY), Position(rect.maxX, rect.maxY),
          Position(rect.minX, rect.maxY),
        ], isClosed: true)
    }
    let corners: [(x: Double, y: Double, quarter: Double)] = [
      (rect.maxX - radius, rect.minY + radius, 3), (rect.maxX - radius, rect.maxY - radius, 0),
      (rect.minX + radius, rect.maxY - radius, 1), (rect.minX + radius, rect.minY + radius, 2),
    ]
    let points = corners.flatMap { corner in
      (0...6).map { step in
        onCircle(Position(corner.x, corner.y), radius, turn: (corner.quarter + Double(step) / 6) / 4)
      }
    }
    return Path(points, isClosed: true)
  }

  /// A circle as a regular polygon that leaves it by less than a fiftieth of a pixel at scale 2.
  public static func circle(center: Position, radius: Double) -> Path {
    // The sagitta of n sides is r(1 − cos(π/n)) ≈ r·π²/(2n²) ≤ 0.01.
    let count = min(720, max(16, Int((22.3 * max(0, radius).squareRoot()).rounded(.up))))
    return Path((0..<count).map { onCircle(center, radius, turn: Double($0) / Double(count)) }, isClosed: true)
  }

  /// A regular polygon; its first corner points up when `turn`, a fraction of a whole turn clockwise, is 0.
  public static func regular(corners: Int, center: Position, radius: Double, turn: Double) -> Path {
    precondition(corners >= 3, "a polygon has three corners or more")
    return Path(
      (0..<corners).map { onCircle(center, radius, turn: Double($0) / Double(corners) + turn - 0.25) }, isClosed: true)
  }

  /// A five-pointed star, one point up.
  public static func star(center: Position, radius: Double) -> Path {
    // The inner corners of a pentagram lie at sin 18°/sin 54° of its radius; a little more reads better when small.
    let inner = 0.45 * radius
    return Path(
      (0..<10).map { onCircle(center, $0 % 2 == 0 ? radius : inner, turn: Double($0) / 10 - 0.25) }, isClosed: true)
  }

  /// The point of a circle at a fraction of a turn, from the right, clockwise on the page.
  private static func onCircle(_ center: Position, _ radius: Double, turn: Double) -> Position {
    let (cosine, sine) = Turn.cosineAndSine(turn)
    return Position(center.x + radius * cosine, center.y + radius * sine)
  }
}

/// Cosine and sine of fractions of a turn, from additions and multiplications alone, so that shapes have the same
/// bits on every machine.
enum Turn {
  /// Exact at quarter turns; elsewhere within 1e-15.
  static func cosineAndSine(_ turn: Double) -> (Double, Double) {
    let whole = turn - turn.rounded(.down)
    let quarter = Int(whole * 4)
    let rest = (whole * 4 - Double(quarter)) * (Double.pi / 2)
    let (cosine, sine) = series(rest)
    switch quarter & 3 {
    case 0: return (cosine, sine)
    case 1: return (-sine, cosine)
    case 2: return (-cosine, -sine)
    default: return (sine, -cosine)
    }
  }

  /// Taylor's series on 0 ≤ angle < π/2: the terms after x²¹ are below 1e-18.
  private static func series(_ angle: Double) -> (Double, Double) {
    let square = angle * angle
    var (cosine, sine) = (1.0, angle)
    var (cosineTerm, sineTerm) = (1.0, angle)
    for k in 1...10 {
      let n = Double(2 * k)
      cosineTerm *= -square / (n * (n - 1))
      sineTerm *= -square / (n * (n + 1))
      cosine += cosineTerm
      sine += sineTerm
    }
    return (cosine, sine)
  }
}
