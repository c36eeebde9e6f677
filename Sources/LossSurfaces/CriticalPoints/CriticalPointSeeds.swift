/// Where in a view it is worth to look for critical points: what a loss and its gradient on a grid of 97×97 nodes tell.
struct CriticalPointSeeds {
  static let cells = 96

  /// The extent of a cell.
  let cell: Point
  /// The middles of the cells at whose corners both components of the gradient have both signs, row by row.
  private(set) var crossings: [Point] = []
  /// Nodes at which the gradient is shorter than at all their neighbours, shortest first: a point that hides between
  /// nodes, or on the side of a cell, still makes the gradient short.
  private(set) var lulls: [Point] = []
  /// Nodes at which the loss is lower than at all their neighbours, lowest first: there are minima and cusps about.
  private(set) var hollows: [Point] = []

  private let columns: [Double]
  private let rows: [Double]

  init(_ evaluator: Evaluator, _ view: View) {
    cell = Point(view.width / Double(Self.cells), view.height / Double(Self.cells))
    let (x0, y0, width, height) = (view.x.lowerBound, view.y.lowerBound, cell.x, cell.y)
    columns = (0...Self.cells).map { x0 + Double($0) * width }
    rows = (0...Self.cells).map { y0 + Double($0) * height }
    let grid = rows.map { Row(evaluator, columns, y: $0) }
    for (row, (below, above)) in zip(grid, grid.dropFirst()).enumerated() { addCrossings(row, below, above) }
    addExtremes(grid)
  }

  private mutating func addCrossings(_ row: Int, _ below: Row, _ above: Row) {
    for column in 0..<Self.cells {
      let x = below.signsX[column].union(below.signsX[column + 1])
        .union(above.signsX[column]).union(above.signsX[column + 1])
      guard x == .both else { continue }
      let y = below.signsY[column].union(below.signsY[column + 1])
        .union(above.signsY[column]).union(above.signsY[column + 1])
      // Where the gradient is zero at all corners the ground is flat, and every point is critical or none.
      let slope = max(below.slopes[column], below.slopes[column + 1], above.slopes[column], above.slopes[column + 1])
      guard y == .both, slope > 0 else { continue }
      crossings.append(Point(columns[column] + cell.x / 2, rows[row] + cell.y / 2))
    }
  }

  private mutating func addExtremes(_ grid: [Row]) {
    var (lulls, hollows): ([(Double, Point)], [(Double, Point)]) = ([], [])
    for row in 1..<Self.cells {
      for column in 1..<Self.cells {
        if grid.isLeast(\.slopes, row, column) {
          lulls.append((grid[row].slopes[column], Point(columns[column], rows[row])))
        }
        if grid.isLeast(\.values, row, column) {
          hollows.append((grid[row].values[column], Point(columns[column], rows[row])))
        }
      }
    }
    self.lulls = lulls.sorted { ($0.0, $0.1.x, $0.1.y) < ($1.0, $1.1.x, $1.1.y) }.map(\.1)
    self.hollows = hollows.sorted { ($0.0, $0.1.x, $0.1.y) < ($1.0, $1.1.x, $1.1.y) }.map(\.1)
  }

  /// The nodes of one row.
  fileprivate struct Row {
    var values: [Double]
    /// ‖∇f‖².
    var slopes: [Double]
    var signsX: [Signs]
    var signsY: [Signs]

    init(_ evaluator: Evaluator, _ columns: [Double], y: Double) {
      values = columns
      var (dx, dy) = (columns, columns)
      let ys = Array(repeating: y, count: columns.count)
      evaluator.gradients(x: columns, y: ys, count: columns.count, value: &values, dx: &dx, dy: &dy)
      slopes = zip(dx, dy).map { $0 * $0 + $1 * $1 }
      signsX = dx.map(Signs.init)
      signsY = dy.map(Signs.init)
    }
  }
}

extension [CriticalPointSeeds.Row] {
  /// Whether a node's value is a number below those of its eight neighbours.
  fileprivate func isLeast(_ values: KeyPath<CriticalPointSeeds.Row, [Double]>, _ row: Int, _ column: Int) -> Bool {
    let value = self[row][keyPath: values][column]
    guard value.isFinite else { return false }
    for y in row - 1...row + 1 {
      let line = self[y][keyPath: values]
      for x in column - 1...column + 1 where !(y == row && x == column) {
        if line[x] <= value { return false }
      }
    }
    return true
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
