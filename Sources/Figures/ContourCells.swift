/// Joins the crossings on the sides of the cells of a grid: which belong to the same piece of a level curve.
struct ContourCells {
  /// How often a cell is quartered where its sides do not tell how the curve runs inside: 4 px to 1/32 px.
  private static let maximumDepth = 7
  private static let maximumUndefinedDepth = 5

  private(set) var crossings: ContourCrossings
  /// For each crossing the one or two others that it is joined to, or −1.
  private(set) var joins: [(Int32, Int32)] = []

  private let grid: ContourGrid
  /// Which of the grid's levels these are: the one at `first` and each `step`-th from there.
  private let share: (first: Int, step: Int)
  /// Horizontal ones first, each kind as in the grid.
  private var sides: [Side]
  /// Where the vertical sides begin.
  private let firstVertical: Int
  /// Whether a cell may hold a piece of a level.
  private var isReached: [Bool]

  /// The crossings of a side of the grid, and their levels.
  private struct Side {
    var first: Int32 = 0
    var end: Int32 = 0
    var lowest = Int32.max
    var highest = Int32.min
    /// Whether each level crosses at most once.
    var isSimple = true

    var count: Int32 { end &- first }
    var all: Range<Int32> { first..<end }
  }

  init(_ grid: ContourGrid, levelsFrom first: Int, by step: Int, _ crossings: ContourCrossings) {
    self.grid = grid
    self.crossings = crossings
    share = (first, step)
    let (columns, rows) = (grid.columns, grid.rows)
    firstVertical = columns * (rows + 1)
    sides = Array(repeating: Side(), count: firstVertical + (columns + 1) * rows)
    isReached = Array(UnsafeBufferPointer(start: grid.mayHide, count: columns * rows))
    crossSides()
    joinAll()
  }

  // MARK: Sides

  private mutating func crossSides() {
    for row in 0...grid.rows {
      for column in 0..<grid.columns where grid.horizontalSides[row * grid.columns + column] != .nothing {
        let (node, side) = (grid.node(column, row), row * grid.columns + column)
        guard cross(side, grid.horizontalSides[side], node, node + 1, grid.horizontal(column, row)) else {
          continue
        }
        if row > 0 { isReached[side - grid.columns] = true }
        if row < grid.rows { isReached[side] = true }
      }
    }
    for row in 0..<grid.rows {
      for column in 0...grid.columns where grid.verticalSides[grid.node(column, row)] != .nothing {
        let node = grid.node(column, row)
        let below = grid.node(column, row + 1)
        guard cross(firstVertical + node, grid.verticalSides[node], node, below, grid.vertical(column, row)) else {
          continue
        }
        let cell = row * grid.columns + column
        if column > 0 { isReached[cell - 1] = true }
        if column < grid.columns { isReached[cell] = true }
      }
    }
  }

  /// Finds the crossings of a side; returns whether there are any.
  @inline(__always)
  private mutating func cross(
    _ side: Int, _ outlook: ContourGrid.Outlook, _ first: Int, _ last: Int, _ span: ContourSpan
  ) -> Bool {
    let (first, last) = (band(first), band(last))
    if outlook == .plain, first == last { return false }
    let start = crossings.count
    var isSimple = true
    if outlook == .plain {
      crossings.emit(span, levels: min(first, last)..<max(first, last))
    } else {
      isSimple = crossings.append(span, first, last, levels: 0..<crossings.levels.count)
    }
    let end = crossings.count
    guard start < end else { return false }
    sides[side] = Side(
      first: start, end: end, lowest: crossings.all[Int(start)].level, highest: crossings.all[Int(end) - 1].level,
      isSimple: isSimple)
    return true
  }

  /// How many levels of the share are not above f at a node; −1 where f is nan.
  @inline(__always)
  private func band(_ node: Int) -> Int {
    let band = Int(grid.band[node])
    return band < 0 ? -1 : (band + share.step - 1 - share.first) / share.step
  }

  /// The crossings of one level on a side.
  @inline(__always)
  private func crossings(of side: Side, _ level: Int32) -> Range<Int32> {
    guard level >= side.lowest, level <= side.highest else { return 0..<0 }
    if side.isSimple {
      let index = side.first &+ (level &- side.lowest)
      return index..<index + 1
    }
    var first = side.first
    while first < side.end, crossings.all[Int(first)].level < level { first += 1 }
    var last = first
    while last < side.end, crossings.all[Int(last)].level == level { last += 1 }
    return first..<last
  }

  // MARK: Cells

  private mutating func joinAll() {
    joins = [(Int32, Int32)](repeating: (-1, -1), count: crossings.all.count)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns where isReached[row * grid.columns + column] { join(column, row) }
    }
  }

  private mutating func join(_ column: Int, _ row: Int) {
    let cell = row * grid.columns + column
    let (top, bottom) = (sides[cell], sides[cell + grid.columns])
    let first = firstVertical + grid.node(column, row)
    let (left, right) = (sides[first], sides[first + 1])
    var lowest = min(min(top.lowest, bottom.lowest), min(left.lowest, right.lowest))
    var highest = max(max(top.highest, bottom.highest), max(left.highest, right.highest))
    let isPlain = grid.isDefined(column, row) && !bends(column, row)
    // Mostly one level comes in by one side and leaves by another.
    if lowest == highest, isPlain, !grid.mayHide[cell], top.count + bottom.count + left.count + right.count == 2 {
      return joinPair(top.all, bottom.all, left.all, right.all)
    }
    let hidden = grid.mayHide[cell] ? hidden(in: grid.patch(column, row)) : 0..<0
    if !hidden.isEmpty {
      lowest = min(lowest, hidden.lowerBound)
      highest = max(highest, hidden.upperBound - 1)
    }
    guard lowest <= highest else { return }
    join((top, bottom, left, right), levels: lowest...highest, column, row, isPlain: isPlain, hidden: hidden)
  }

  /// Joins what crosses the sides of a cell, level by level.
  @inline(never)
  private mutating func join(
    _ sides: (top: Side, bottom: Side, left: Side, right: Side), levels: ClosedRange<Int32>, _ column: Int, _ row: Int,
    isPlain: Bool, hidden: Range<Int32>
  ) {
    for level in levels {
      let top = crossings(of: sides.top, level)
      let bottom = crossings(of: sides.bottom, level)
      let left = crossings(of: sides.left, level)
      let right = crossings(of: sides.right, level)
      let count = top.count + bottom.count + left.count + right.count
      if count == 2, isPlain, !hidden.contains(level) {
        joinPair(top, bottom, left, right)
      } else if count > 0 || hidden.contains(level) {
        var patch = grid.patch(column, row)
        (patch.top, patch.bottom, patch.left, patch.right) = (top, bottom, left, right)
        resolve(patch, level, 0)
      }
    }
  }

  /// The levels that may run inside a patch without crossing its sides.
  private func hidden(in patch: ContourPatch) -> Range<Int32> {
    let (low, high) = patch.reach()
    let first = crossings.band(of: low)
    return Int32(first)..<Int32(max(crossings.band(of: high), first))
  }

  /// Whether the gradients at two of a cell's corners are more than a right angle apart, so that a curve may turn inside.
  @inline(__always)
  private func bends(_ column: Int, _ row: Int) -> Bool {
    let (a, b) = (grid.node(column, row), grid.node(column, row + 1))
    return ContourPatch.bends(grid.sample(a), grid.sample(a + 1), grid.sample(b), grid.sample(b + 1))
  }

  /// Joins two crossings that lie in four ranges.
  private mutating func joinPair(
    _ top: Range<Int32>, _ bottom: Range<Int32>, _ left: Range<Int32>, _ right: Range<Int32>
  ) {
    // Both in one of them, or one in each of two.
    let first = !top.isEmpty ? top : !bottom.isEmpty ? bottom : left.isEmpty ? right : left
    let last = !right.isEmpty ? right : !left.isEmpty ? left : bottom.isEmpty ? top : bottom
    join(first.lowerBound, last.upperBound - 1)
  }

  private mutating func join(_ a: Int32, _ b: Int32) {
    joins.withUnsafeMutableBufferPointer { joins in
      let (a, b) = (Int(a), Int(b))
      if joins[a].0 < 0 { joins[a].0 = Int32(b) } else { joins[a].1 = Int32(b) }
      if joins[b].0 < 0 { joins[b].0 = Int32(a) } else { joins[b].1 = Int32(a) }
    }
  }

  // MARK: Quartering

  /// Joins the crossings of one level on the sides of a patch, quartering it until it is plain how.
  private mutating func resolve(_ patch: ContourPatch, _ level: Int32, _ depth: Int) {
    let count = patch.top.count + patch.bottom.count + patch.left.count + patch.right.count
    let loss = crossings.levels[Int(level)]
    if patch.isDefined {
      if count == 2 || count == 0 {
        let (low, high) = patch.mayHoldCriticalPoint ? patch.reach() : (.infinity, -.infinity)
        if loss < low || loss > high {
          if count == 0 { return }
          if !patch.bends { return joinPair(patch.top, patch.bottom, patch.left, patch.right) }
        }
      }
    } else if !patch.isDefinedInPart {
      return
    }
    let limit = patch.isDefined ? Self.maximumDepth : Self.maximumUndefinedDepth
    if depth < limit, crossings.spend(9) {
      let quarters = quarters(patch, level)
      resolve(quarters.0, level, depth + 1)
      resolve(quarters.1, level, depth + 1)
      resolve(quarters.2, level, depth + 1)
      resolve(quarters.3, level, depth + 1)
    } else if patch.isDefined || count == 2 {
      joinAround(patch, loss)
    }
  }

  /// Joins what is left on the sides of the smallest patch so that the corners that differ from its middle are cut off.
  private mutating func joinAround(_ patch: ContourPatch, _ loss: Double) {
    let around = Array(patch.top) + Array(patch.right) + patch.bottom.reversed() + patch.left.reversed()
    guard around.count >= 2, around.count.isMultiple(of: 2) else { return }
    let center = crossings.sampler.sample((patch.x.0 + patch.x.1) / 2, (patch.y.0 + patch.y.1) / 2)
    let offset = (center.f >= loss) == (patch.topLeft.f >= loss) ? 0 : 1
    for first in stride(from: offset, to: around.count, by: 2) {
      join(around[first], around[(first + 1) % around.count])
    }
  }

  private mutating func quarters(_ patch: ContourPatch, _ level: Int32)
    -> (ContourPatch, ContourPatch, ContourPatch, ContourPatch)
  {
    let (x, y) = ((patch.x.0 + patch.x.1) / 2, (patch.y.0 + patch.y.1) / 2)
    let middles = crossings.sampler.middles(of: patch.x, patch.y)
    let center = middles.center
    let (top, topRanges) = halve(patch.top, at: x, middles.top, after: patch.topLeft, level)
    let (bottom, bottomRanges) = halve(patch.bottom, at: x, middles.bottom, after: patch.bottomLeft, level)
    let (left, leftRanges) = halve(patch.left, at: y, middles.left, after: patch.topLeft, level)
    let (right, rightRanges) = halve(patch.right, at: y, middles.right, after: patch.topRight, level)
    let up = inner(ContourSpan(vertical: x, from: patch.y.0, to: y, top, center), level)
    let down = inner(ContourSpan(vertical: x, from: y, to: patch.y.1, center, bottom), level)
    let west = inner(ContourSpan(horizontal: y, from: patch.x.0, to: x, left, center), level)
    let east = inner(ContourSpan(horizontal: y, from: x, to: patch.x.1, center, right), level)
    let (x0, x1, y0, y1) = (patch.x.0, patch.x.1, patch.y.0, patch.y.1)
    return (
      ContourPatch(
        x: (x0, x), y: (y0, y), topLeft: patch.topLeft, topRight: top, bottomLeft: left, bottomRight: center,
        top: topRanges.0, bottom: west, left: leftRanges.0, right: up),
      ContourPatch(
        x: (x, x1), y: (y0, y), topLeft: top, topRight: patch.topRight, bottomLeft: center, bottomRight: right,
        top: topRanges.1, bottom: east, left: up, right: rightRanges.0),
      ContourPatch(
        x: (x0, x), y: (y, y1), topLeft: left, topRight: center, bottomLeft: patch.bottomLeft, bottomRight: bottom,
        top: west, bottom: bottomRanges.0, left: leftRanges.1, right: down),
      ContourPatch(
        x: (x, x1), y: (y, y1), topLeft: center, topRight: right, bottomLeft: bottom, bottomRight: patch.bottomRight,
        top: east, bottom: bottomRanges.1, left: down, right: rightRanges.1)
    )
  }

  private mutating func inner(_ span: ContourSpan, _ level: Int32) -> Range<Int32> {
    let first = crossings.count
    let (loss, level) = (crossings.levels[Int(level)], Int(level))
    // Of a band all that counts is on which side of the level it lies.
    func band(_ f: Double) -> Int { f.isNaN ? -1 : f >= loss ? level + 1 : level }
    _ = crossings.append(span, band(span.lowLoss), band(span.highLoss), levels: level..<level + 1)
    while joins.count < crossings.all.count { joins.append((-1, -1)) }
    return first..<crossings.count
  }

  /// Divides the crossings on a side at its middle; brackets that span the middle are narrowed.
  ///
  /// The neighbour across the side sees the same crossings, so they are the truth: where f in the middle has the other
  /// sign than they say (they miss a pair), it is taken to lie on the level.
  private mutating func halve(
    _ side: Range<Int32>, at middle: Double, _ sample: ContourSample, after first: ContourSample, _ level: Int32
  ) -> (ContourSample, (Range<Int32>, Range<Int32>)) {
    let loss = crossings.levels[Int(level)]
    var split = side.lowerBound
    while split < side.upperBound {
      let crossing = crossings.all[Int(split)]
      if crossing.low >= middle { break }
      if crossing.high > middle {
        if sample.f.isNaN { break }
        if (sample.f >= loss) == (crossing.lowLoss >= loss) {
          crossings.narrow(Int(split), to: middle, crossing.high, sample.f, crossing.highLoss)
          break
        }
        crossings.narrow(Int(split), to: crossing.low, middle, crossing.lowLoss, sample.f)
      }
      split += 1
    }
    var sample = sample
    if !sample.f.isNaN, !first.f.isNaN {
      let isAbove = (first.f >= loss) == (split - side.lowerBound).isMultiple(of: 2)
      if (sample.f >= loss) != isAbove { sample = ContourSample(f: isAbove ? loss : loss.nextDown, gx: 0, gy: 0) }
    }
    return (sample, (side.lowerBound..<split, split..<side.upperBound))
  }
}
