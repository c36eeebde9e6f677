/// Where in a view it is worth to look for critical points: what a loss and its gradient on a grid of 97×97 nodes tell.
struct CriticalPointSeeds {
  private static let cells = 96
  private static let nodes = cells + 1

  /// The extent of a cell.
  let cell: Point
  /// The middles of the cells at whose corners both components of the gradient have both signs, row by row.
  private(set) var crossings: [Point] = []
  /// Nodes at which the gradient is shorter than at all their neighbours, shortest first: a point that hides between
  /// nodes, or on the side of a cell, still makes the gradient short.
  private(set) var lulls: [Point] = []
  /// Nodes at which the loss is lower than at all their neighbours, lowest first: there are minima and cusps about.
  private(set) var hollows: [Point] = []

  private let view: View

  init(_ evaluator: Evaluator, _ view: View) {
    self.view = view
    cell = Point(view.width / Double(Self.cells), view.height / Double(Self.cells))
    let count = Self.nodes * Self.nodes
    let x = (0..<count).map { view.x.lowerBound + Double($0 % Self.nodes) * (view.width / Double(Self.cells)) }
    let y = (0..<count).map { view.y.lowerBound + Double($0 / Self.nodes) * (view.height / Double(Self.cells)) }
    var (losses, dx, dy) = (x, x, x)
    evaluator.gradients(x: x, y: y, count: count, value: &losses, dx: &dx, dy: &dy)
    crossings = crossings(dx, dy)
    lulls = lows(of: zip(dx, dy).map { $0 * $0 + $1 * $1 })
    hollows = lows(of: losses)
  }

  /// The place a share of a cell to the right of a node and above it.
  private func place(_ node: Int, offset: Double = 0) -> Point {
    Point(
      view.x.lowerBound + (Double(node % Self.nodes) + offset) * cell.x,
      view.y.lowerBound + (Double(node / Self.nodes) + offset) * cell.y)
  }

  /// The signs that a component of the gradient takes, as bits: 1 negative, 2 positive; 0 counts as both, nan as none.
  private static func signs(_ value: Double) -> UInt8 { (value <= 0 ? 1 : 0) | (value >= 0 ? 2 : 0) }

  private func crossings(_ dx: [Double], _ dy: [Double]) -> [Point] {
    let signs = zip(dx, dy).map { Self.signs($0) | Self.signs($1) << 2 }
    var result: [Point] = []
    for row in 0..<Self.cells {
      for node in row * Self.nodes..<row * Self.nodes + Self.cells {
        let corners = (node, node + 1, node + Self.nodes, node + Self.nodes + 1)
        guard signs[corners.0] | signs[corners.1] | signs[corners.2] | signs[corners.3] == 0b1111 else { continue }
        // Where the gradient is zero at all corners the ground is flat, and every point is critical or none.
        let isFlat = [corners.0, corners.1, corners.2, corners.3].allSatisfy { dx[$0] == 0 && dy[$0] == 0 }
        if !isFlat { result.append(place(node, offset: 0.5)) }
      }
    }
    return result
  }

  /// The inner nodes at which a value is a number below those at all eight neighbours, lowest first.
  private func lows(of values: [Double]) -> [Point] {
    let around = [-1, 1, -Self.nodes - 1, -Self.nodes, 1 - Self.nodes, Self.nodes - 1, Self.nodes, Self.nodes + 1]
    var lows: [Int] = []
    for row in 1..<Self.cells {
      for node in row * Self.nodes + 1..<row * Self.nodes + Self.cells where values[node].isFinite {
        var isLow = true
        for offset in around where isLow { isLow = !(values[node + offset] <= values[node]) }
        if isLow { lows.append(node) }
      }
    }
    return lows.sorted { (values[$0], $0) < (values[$1], $1) }.map { place($0) }
  }
}
