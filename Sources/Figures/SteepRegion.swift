import LossSurfaces
import Raster

/// The part of a map where λmax, the largest curvature, is above a bound: lines across it, and its border.
///
/// λmax is no formula, so its border is found by plain marching squares on cells of 4 px, each vertex put onto it by
/// bisection; lines of the hatch are looked at every 3 px and cut to a twentieth of one. What is narrower than that may
/// be missed.
///
/// Edge cases: where the curvature is not a number the ground does not belong to the region, and has no border there;
/// where it jumps, the border is the place of the jump.
struct SteepRegion {
  private static let cellSide = 4.0
  private static let stride = 3.0
  /// Halvings of a stretch of at most 4 px: to 1/64 px, which no eye tells.
  private static let halvings = 8

  /// Lines that fall to the right; those over undefined ground rise.
  private(set) var hatch: [Path.Subpath] = []
  private(set) var border: [Path.Subpath] = []
  private let evaluator: Evaluator
  private let frame: Frame
  private let bound: Double

  init(of loss: LossFunction, above bound: Double, in frame: Frame) {
    evaluator = Evaluator(loss)
    self.frame = frame
    self.bound = bound
    hatch = Hatch.lines(in: frame.rect, rising: false).flatMap { inside($0.points[0], $0.points[1]) }
    border = outline()
  }

  /// How far λmax is above the bound; not a number where the loss is none.
  private func excess(_ position: Position) -> Double {
    let order = evaluator.secondOrder(at: frame.point(position))
    return order.value.isNaN ? .nan : order.hessian.eigenvalues.large - bound
  }

  private func isInside(_ position: Position) -> Bool { excess(position) > 0 }

  /// Where the border runs between two places of which one is inside: on its inner side.
  private func crossing(_ first: Position, _ second: Position) -> Position {
    var (inside, outside) = isInside(first) ? (first, second) : (second, first)
    for _ in 0..<Self.halvings {
      let middle = Position((inside.x + outside.x) / 2, (inside.y + outside.y) / 2)
      if isInside(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// The stretches of a line that lie in the region.
  private func inside(_ start: Position, _ end: Position) -> [Path.Subpath] {
    let count = max(1, Int((start.distance(to: end) / Self.stride).rounded(.up)))
    var stretches: [Path.Subpath] = []
    var entry: Position?
    var before = start
    for index in 0...count {
      let share = Double(index) / Double(count)
      let here = Position(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
      if let from = entry {
        if !isInside(here) {
          stretches.append(Path.Subpath([from, crossing(before, here)]))
          entry = nil
        }
      } else if isInside(here) {
        entry = index == 0 ? here : crossing(before, here)
      }
      before = here
    }
    if let entry, entry != before { stretches.append(Path.Subpath([entry, before])) }
    return stretches
  }

  // MARK: The border

  /// A node of the grid.
  private typealias Node = (column: Int, row: Int)

  /// Marching squares: the sides of cells that the border crosses, joined in pairs within each cell.
  private func outline() -> [Path.Subpath] {
    let rect = frame.rect
    let columns = max(1, Int((rect.width / Self.cellSide).rounded(.up)))
    let rows = max(1, Int((rect.height / Self.cellSide).rounded(.up)))
    func place(_ column: Double, _ row: Double) -> Position {
      Position(rect.x + rect.width * column / Double(columns), rect.y + rect.height * row / Double(rows))
    }
    let levels = (0...rows).map { row in (0...columns).map { excess(place(Double($0), Double(row))) } }
    var chains = SegmentChains()
    for row in 0..<rows {
      for column in 0..<columns {
        let corners: [Node] = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        let cell = corners.map { levels[$0.row][$0.column] }
        guard !cell.contains(where: \.isNaN) else { continue }
        let crossed = (0..<4).filter { (cell[$0] > 0) != (cell[($0 + 1) % 4] > 0) }
        guard !crossed.isEmpty else { continue }
        let sides = crossed.map { index -> SegmentChains.Side in
          let (a, b) = (corners[index], corners[(index + 1) % 4])
          let side = SegmentChains.Side(
            column: min(a.column, b.column), row: min(a.row, b.row), isUpright: a.column == b.column)
          chains.place(side) {
            crossing(place(Double(a.column), Double(a.row)), place(Double(b.column), Double(b.row)))
          }
          return side
        }
        // Of four crossings, the two about a corner are joined that differs from the middle.
        let isTurned = sides.count == 4 && isInside(place(Double(column) + 0.5, Double(row) + 0.5)) == (cell[1] > 0)
        for first in Swift.stride(from: isTurned ? 1 : 0, to: sides.count, by: 2) {
          chains.join(sides[first], sides[(first + 1) % sides.count])
        }
      }
    }
    return chains.lines
  }
}
