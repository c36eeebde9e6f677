import LossSurfaces

/// The heights of a relief at the nodes of a regular grid over the view, to ask what hides what.
struct ReliefGrid: Sendable {
  static let cells = 192

  let view: View
  /// Row by row from the lowest y, `cells + 1` nodes each; nan where the loss is.
  private let heights: [Double]

  init(_ loss: LossFunction, _ view: View, _ scale: ReliefHeights) {
    self.view = view
    let nodes = Self.cells + 1
    let shares = (0..<nodes).map { Double($0) / Double(Self.cells) }
    let x = shares.map { view.x.lowerBound + $0 * view.width }
    let evaluator = Evaluator(loss)
    heights = [Double](unsafeUninitializedCapacity: nodes * nodes) { buffer, count in
      for row in 0..<nodes {
        let y = [Double](repeating: view.y.lowerBound + shares[row] * view.height, count: nodes)
        evaluator.values(x: x, y: y, count: nodes, into: buffer.baseAddress! + row * nodes)
      }
      for node in 0..<nodes * nodes { buffer[node] = scale(buffer[node]) }
      count = nodes * nodes
    }
  }

  /// The height at a point, between nodes as on a hyperbolic paraboloid; nil outside the view and where there is none.
  func height(at point: Point) -> Double? {
    height(
      column: (point.x - view.x.lowerBound) / view.width * Double(Self.cells),
      row: (point.y - view.y.lowerBound) / view.height * Double(Self.cells))
  }

  private func height(column: Double, row: Double) -> Double? {
    let last = Double(Self.cells)
    guard column >= 0, row >= 0, column <= last, row <= last else { return nil }
    let (i, j) = (min(Int(column), Self.cells - 1), min(Int(row), Self.cells - 1))
    let (p, q) = (column - Double(i), row - Double(j))
    let node = j * (Self.cells + 1) + i
    let below = heights[node] + p * (heights[node + 1] - heights[node])
    let upper = node + Self.cells + 1
    let above = heights[upper] + p * (heights[upper + 1] - heights[upper])
    let height = below + q * (above - below)
    return height.isNaN ? nil : height
  }

  /// Whether the surface stands before what is at a point at that height; it is looked at every `stride` cells.
  func hides(_ point: Point, height: Double, from projection: ReliefProjection, stride: Double = 1) -> Bool {
    let cells = Double(Self.cells)
    let (half, turn) = (projection.half, projection.turn)
    // Along the line of sight, per unit of floor towards the viewer.
    let (columns, rows) = (turn.x / (2 * half.x) * cells, turn.y / (2 * half.y) * cells)
    let step = stride * 2 / cells
    let rise = projection.tilt.y / (projection.tilt.x * projection.relief) * step
    var column = (point.x - view.x.lowerBound) / view.width * cells
    var row = (point.y - view.y.lowerBound) / view.height * cells
    var sight = height + Self.tolerance
    while sight < 1 {
      column += columns * step
      row += rows * step
      sight += rise
      guard column >= 0, row >= 0, column <= cells, row <= cells else { return false }
      if let height = self.height(column: column, row: row), height > sight { return true }
    }
    return false
  }

  /// The grid is flatter than the surface where that bends between nodes.
  private static let tolerance = 0.004
}
