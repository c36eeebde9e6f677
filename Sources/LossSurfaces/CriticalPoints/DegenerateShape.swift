/// What a surface looks like about a critical point of which the Hessian does not tell the kind.
public enum DegenerateShape: String, Sendable, CaseIterable {
  /// It falls all around.
  case maximum = "flat maximum"
  /// It falls to both sides of a curve along which it is level.
  case ridge
  /// It rises to both sides of such a curve.
  case valley = "flat valley"
  /// It falls to one side of such a curve and rises to the other.
  case terrace
  /// It falls to one side of the point and rises to the other.
  case inflection
  /// It falls in two directions and rises in two.
  case saddle = "flat saddle"
  /// It falls in three directions and rises in three.
  case monkeySaddle = "monkey saddle"

  /// Whether the point is one of a curve of critical points.
  public var isCurve: Bool { self == .ridge || self == .valley || self == .terrace }
}

extension Evaluator {
  /// How far about a point its shape is looked at, in units of its distance from 0.
  private static let reach = 1e-2
  /// A change by less than this share of the largest counts as none.
  private static let levelness = 1e-6

  /// The shape of the surface about a degenerate critical point, by the signs of f − f(point) on a ring about it; nil
  /// where it is none of those that have a name.
  public func shape(ofDegenerateAt point: Point) -> DegenerateShape? {
    let value = self.value(at: point)
    let changes = Ring(point, radius: Self.reach * Ring.scale(of: point)).points.map { self.value(at: $0) - value }
    guard let largest = changes.map(\.magnitude).max(), largest > 0, largest.isFinite else { return nil }
    let signs = changes.filter { $0.magnitude > Self.levelness * largest }.map { $0 > 0 }
    switch (zip(signs, signs.dropFirst() + signs.prefix(1)).count { $0 != $1 }, isOnCurve(point)) {
    case (0, true): return signs[0] ? .valley : .ridge
    case (0, false): return signs[0] ? nil : .maximum
    case (2, let isOnCurve): return isOnCurve ? .terrace : .inflection
    case (4, _): return .saddle
    case (6, _): return .monkeySaddle
    default: return nil
    }
  }

  /// Whether there are other critical points beside this one: Newton's iteration from some point of a ring about it
  /// comes to rest nearer to there than the middle.
  func isOnCurve(_ point: Point) -> Bool {
    let radius = Self.reach * Ring.scale(of: point)
    return Ring(point, radius: radius).points.contains { stationaryPoint(near: $0, within: 0.9 * radius) != nil }
  }
}
