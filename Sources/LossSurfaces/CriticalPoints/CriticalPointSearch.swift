extension LossFunction {
  /// The critical points in a view, sorted by kind, then by loss.
  ///
  /// The gradient is taken on a grid of 97×97 points; Newton's iteration starts in every cell at whose corners both of
  /// its components have both signs. Where it finds nothing, plain descent is tried, which also finds cusps.
  ///
  /// Edge cases: points closer together than a cell can be missed; of a curve of minima a few points stand for all; on
  /// flat ground there are none.
  public func criticalPoints(in view: View) -> [CriticalPoint] {
    var search = CriticalPointSearch(Evaluator(self), view)
    return search.run()
  }
}

private struct CriticalPointSearch {
  private static let cells = 96
  /// About how many cells are tried by descent.
  private static let descents = 64

  let evaluator: Evaluator
  let view: View
  private var found: [CriticalPoint] = []

  init(_ evaluator: Evaluator, _ view: View) {
    self.evaluator = evaluator
    self.view = view
  }

  mutating func run() -> [CriticalPoint] {
    let cell = Point(view.width / Double(Self.cells), view.height / Double(Self.cells))
    let reach = 4 * max(cell.x, cell.y)
    var failed: [Point] = []
    for corner in candidates(cell) {
      let center = Point(corner.x + cell.x / 2, corner.y + cell.y / 2)
      if let point = evaluator.criticalPoint(near: center, within: reach) {
        keep(point)
      } else {
        failed.append(center)
      }
    }
    for index in stride(from: 0, to: failed.count, by: 1 + failed.count / Self.descents) {
      if let point = evaluator.minimum(downhillFrom: failed[index]), point.point.distance(to: failed[index]) <= reach {
        keep(point)
      }
    }
    return sorted()
  }

  private func sorted() -> [CriticalPoint] {
    let order = CriticalPoint.Kind.allCases
    let keys = found.map { point in
      (order.firstIndex(of: point.kind)!, evaluator.value(at: point.point), point.point.x, point.point.y, point)
    }
    return keys.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map(\.4)
  }

  /// The lower left corners of the cells where both components of the gradient change their sign.
  private func candidates(_ cell: Point) -> [Point] {
    let count = Self.cells + 1
    let columns = (0..<count).map { view.x.lowerBound + Double($0) * cell.x }
    var (dx, dy) = (columns, columns)
    var below: [(x: Signs, y: Signs)] = []
    var result: [Point] = []
    for row in 0..<count {
      let y = view.y.lowerBound + Double(row) * cell.y
      let ys = Array(repeating: y, count: count)
      evaluator.gradients(x: columns, y: ys, count: count, dx: &dx, dy: &dy)
      let signs = zip(dx, dy).map { (x: Signs($0), y: Signs($1)) }
      if row > 0 {
        for column in 0..<Self.cells {
          let corners = [below[column], below[column + 1], signs[column], signs[column + 1]]
          let isCandidate =
            corners.reduce(Signs()) { $0.union($1.x) } == .both
            && corners.reduce(Signs()) { $0.union($1.y) } == .both
          if isCandidate { result.append(Point(columns[column], y - cell.y)) }
        }
      }
      below = signs
    }
    return result
  }

  private mutating func keep(_ point: CriticalPoint) {
    let margin = 1e-9 * view.diagonal
    var point = point
    // A zero is known only to within rounding; printed as 1e-17 it would not be seen as one.
    if point.point.x.magnitude < 1e-6 * margin { point.point.x = 0 }
    if point.point.y.magnitude < 1e-6 * margin { point.point.y = 0 }
    guard point.point.x >= view.x.lowerBound - margin, point.point.x <= view.x.upperBound + margin,
      point.point.y >= view.y.lowerBound - margin, point.point.y <= view.y.upperBound + margin
    else { return }
    let isKnown = found.contains { other in
      let apart = other.kind == .valley && point.kind == .valley ? 0.125 : 1e-6
      return other.point.distance(to: point.point) < apart * view.diagonal
    }
    if !isKnown { found.append(point) }
  }
}

/// The signs that a component of the gradient takes; 0 counts as both.
private struct Signs: OptionSet {
  let rawValue: Int
  static let negative = Signs(rawValue: 1)
  static let positive = Signs(rawValue: 2)
  static let both: Signs = [.negative, .positive]

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ value: Double) { self = value > 0 ? .positive : value < 0 ? .negative : value == 0 ? .both : [] }
}
