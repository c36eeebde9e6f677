import Raster

/// Segments from side to side of the cells of a grid, linked to polylines.
struct SegmentChains {
  /// A side of a cell: from the node of that column and row to the right, or downwards.
  struct Side: Hashable {
    let column: Int
    let row: Int
    let isUpright: Bool
  }

  private var places: [Side: Position] = [:]
  private var neighbours: [Side: [Side]] = [:]
  /// In the order in which they were met, so that the lines depend on nothing else.
  private var sides: [Side] = []

  /// Puts the crossing of a side where `position` says, if the cell beyond has not done so.
  mutating func place(_ side: Side, at position: () -> Position) {
    guard places[side] == nil else { return }
    places[side] = position()
    sides.append(side)
  }

  /// Links the crossings of two sides, each of which has at most two links.
  mutating func join(_ first: Side, _ second: Side) {
    neighbours[first, default: []].append(second)
    neighbours[second, default: []].append(first)
  }

  /// The open lines from end to end, then the rings.
  var lines: [Path.Subpath] {
    var seen: Set<Side> = []
    let ends = sides.filter { neighbours[$0]?.count == 1 }
    return (ends + sides).compactMap { start in
      guard seen.insert(start).inserted else { return nil }
      var line = [start]
      while let next = neighbours[line[line.count - 1]]?.first(where: { seen.insert($0).inserted }) {
        line.append(next)
      }
      return Path.Subpath(line.compactMap { places[$0] }, isClosed: neighbours[start]?.count == 2)
    }
  }
}
