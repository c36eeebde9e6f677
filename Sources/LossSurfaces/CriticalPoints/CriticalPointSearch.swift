extension LossFunction {
  /// The most critical points that a search gives.
  public static let mostCriticalPoints = 500

  /// The critical points in a view, sorted by kind, then by loss; of those that are degenerate the name is their shape.
  ///
  /// Newton's iteration starts wherever a grid of 97×97 nodes shows that a critical point may be (`CriticalPointSeeds`).
  /// From the hollows of the grid, where it found none, plain descent is tried, which also finds cusps. Each point is
  /// verified by the gradient there and around it, so none is invented.
  ///
  /// Edge cases: points closer together than a cell can be missed; of a curve of critical points a few stand for all; on
  /// flat ground, and at a pole, there are none. There are at most `mostCriticalPoints`; where more are likely, places
  /// all over the view are tried in turn, so that those found lie all over it.
  public func criticalPoints(in view: View) -> [CriticalPoint] {
    var search = CriticalPointSearch(Evaluator(self), view)
    return search.run()
  }
}

private struct CriticalPointSearch {
  /// How many of each kind of seed are tried at most.
  private static let mostCrossings = 2000
  private static let mostLulls = 64
  private static let mostDescents = 16
  /// How far a point may lie from the seed that led to it, in cells.
  private static let reach = 4.0
  /// Two points are one when they are nearer than this, in diagonals of the view; on a curve of critical points, where
  /// each stands for a stretch, than the second.
  private static let identity = 1e-6
  private static let stretch = 0.25

  let evaluator: Evaluator
  let view: View
  private var found: [CriticalPoint] = []

  init(_ evaluator: Evaluator, _ view: View) {
    self.evaluator = evaluator
    self.view = view
  }

  mutating func run() -> [CriticalPoint] {
    let seeds = CriticalPointSeeds(evaluator, view)
    let reach = Self.reach * max(seeds.cell.x, seeds.cell.y)
    var failed = refine(Self.spread(seeds.crossings), within: reach)
    failed += refine(Array(seeds.lulls.prefix(Self.mostLulls)), within: reach)
    let thinned = stride(from: 0, to: failed.count, by: 1 + failed.count / Self.mostDescents).map { failed[$0] }
    descend(from: seeds.hollows, cell: seeds.cell)
    descend(from: thinned, cell: seeds.cell)
    return sorted()
  }

  /// Tries Newton's iteration from places in turn; those that led nowhere are returned.
  private mutating func refine(_ seeds: [Point], within reach: Double) -> [Point] {
    seeds.filter { seed in
      guard found.count < LossFunction.mostCriticalPoints else { return false }
      guard let point = evaluator.criticalPoint(near: seed, within: reach) else { return true }
      keep(point)
      return false
    }
  }

  /// Tries plain descent from the first places about which no minimum is known.
  private mutating func descend(from seeds: [Point], cell: Point) {
    var count = 0
    for seed in seeds where found.count < LossFunction.mostCriticalPoints && count < Self.mostDescents {
      let isKnown = found.contains { known in
        known.isMinimum && abs(known.point.x - seed.x) <= 1.5 * cell.x && abs(known.point.y - seed.y) <= 1.5 * cell.y
      }
      guard !isKnown else { continue }
      count += 1
      if let point = evaluator.minimum(downhillFrom: seed), !evaluator.isPole(at: point) { keep(point) }
    }
  }

  /// All of them, or when there are too many, so many that lie all over the view.
  private static func spread(_ seeds: [Point]) -> [Point] {
    guard seeds.count > mostCrossings else { return seeds }
    // The golden section of the circle: each stretch of the turn is as full as any other at every time.
    return (0..<mostCrossings).map { index in
      let turn = Double(index) * 0.618_033_988_749_894_9
      return seeds[Int((turn - turn.rounded(.down)) * Double(seeds.count))]
    }
  }

  private func sorted() -> [CriticalPoint] {
    let order = CriticalPoint.Kind.allCases
    let keys = found.map { point in
      (order.firstIndex(of: point.kind)!, evaluator.value(at: point.point), point.point.x, point.point.y, point)
    }
    return keys.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map(\.4)
  }

  /// A coordinate of 0 is known only to within rounding, at a degenerate point to its root; printed as 1e-17 it would not
  /// be seen as 0. It is taken for that where the gradient is no longer there.
  private func rounded(_ point: Point) -> Point {
    let near = Self.identity * view.diagonal
    let rounded = Point(point.x.magnitude < near ? 0 : point.x, point.y.magnitude < near ? 0 : point.y)
    guard rounded != point else { return point }
    let isAsFlat = evaluator.firstOrder(at: rounded).gradientNorm <= evaluator.firstOrder(at: point).gradientNorm
    return isAsFlat ? rounded : point
  }

  private mutating func keep(_ point: CriticalPoint) {
    let margin = 1e-9 * view.diagonal
    var point = point
    point.point = rounded(point.point)
    guard point.point.x >= view.x.lowerBound - margin, point.point.x <= view.x.upperBound + margin,
      point.point.y >= view.y.lowerBound - margin, point.point.y <= view.y.upperBound + margin
    else { return }
    let near = found.filter { $0.point.distance(to: point.point) < Self.stretch * view.diagonal }
    guard !near.contains(where: { $0.point.distance(to: point.point) < Self.identity * view.diagonal }) else { return }
    switch point.kind {
    case .valley:
      if near.contains(where: { $0.kind == .valley }) { return }
    case .degenerate:
      let shape = evaluator.shape(ofDegenerateAt: point.point)
      point.name = shape?.rawValue
      if shape?.isCurve ?? false, near.contains(where: { $0.name == point.name }) { return }
    default: break
    }
    found.append(point)
  }
}
