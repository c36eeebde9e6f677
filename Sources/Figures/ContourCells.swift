/// Joins the crossings on the sides of the cells of a grid: which belong to the same piece of a level curve.
struct ContourCells {
  /// How often a cell is quartered where its sides do not tell how the curve runs inside: 4 px to 1/32 px.
  private static let maximumDepth = 7
  private static let maximumUndefinedDepth = 5

  private(set) var crossings: ContourCrossings
  /// For each crossing the one or two others that it is joined to, or −1.
  private(set) var joins: [(Int32, Int32)] = []

  private let grid: ContourGrid
  /// Where the crossings of each side begin; horizontal sides first, each kind row by row; one more than sides.
  private var starts: [Int32] = []
  /// Whether a side is crossed at most once by each level.
  private var isSimple: [Bool] = []

  init(_ grid: ContourGrid, _ crossings: ContourCrossings) {
    self.grid = grid
    self.crossings = crossings
    crossSides()
    joinAll()
  }

  // MARK: Sides

  private mutating func crossSides() {
    let (columns, rows) = (grid.columns, grid.rows)
    let count = columns * (rows + 1) + (columns + 1) * rows
    starts.reserveCapacity(count + 1)
    isSimple.reserveCapacity(count)
    for row in 0...rows {
      for column in 0..<columns {
        let node = grid.node(column, row)
        let span = ContourSpan(
          horizontal: grid.y[row], from: grid.x[column], to: grid.x[column + 1], grid.sample(node),
          grid.sample(node + 1))
        cross(span, node, node + 1)
      }
    }
    for row in 0..<rows {
      for column in 0...columns {
        let (node, below) = (grid.node(column, row), grid.node(column, row + 1))
        let span = ContourSpan(
          vertical: grid.x[column], from: grid.y[row], to: grid.y[row + 1], grid.sample(node), grid.sample(below))
        cross(span, node, below)
      }
    }
    starts.append(crossings.count)
  }

  @inline(__always)
  private mutating func cross(_ span: ContourSpan, _ first: Int, _ last: Int) {
    starts.append(crossings.count)
    isSimple.append(
      crossings.append(span, Int(grid.band[first]), Int(grid.band[last]), levels: 0..<crossings.levels.count))
  }

  /// The crossings of one level on a side of the grid.
  @inline(__always)
  private func crossings(of side: Int, _ level: Int32) -> Range<Int32> {
    let (start, end) = (starts[side], starts[side + 1])
    guard start < end else { return start..<start }
    if isSimple[side] {
      let index = start + (level - crossings.all[Int(start)].level)
      return index >= start && index < end ? index..<index + 1 : start..<start
    }
    var first = start
    while first < end, crossings.all[Int(first)].level < level { first += 1 }
    var last = first
    while last < end, crossings.all[Int(last)].level == level { last += 1 }
    return first..<last
  }

  // MARK: Cells

  private mutating func joinAll() {
    joins = [(Int32, Int32)](repeating: (-1, -1), count: crossings.all.count)
    let firstVertical = grid.columns * (grid.rows + 1)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let top = row * grid.columns + column
        let left = firstVertical + row * (grid.columns + 1) + column
        join(row, column, (top, top + grid.columns, left, left + 1))
      }
    }
  }

  private mutating func join(_ row: Int, _ column: Int, _ sides: (top: Int, bottom: Int, left: Int, right: Int)) {
    var (lowest, highest) = (Int32.max, Int32.min)
    widen(&lowest, &highest, sides.top)
    widen(&lowest, &highest, sides.bottom)
    widen(&lowest, &highest, sides.left)
    widen(&lowest, &highest, sides.right)
    let (a, b) = (grid.node(column, row), grid.node(column, row + 1))
    let isDefined = min(min(grid.band[a], grid.band[a + 1]), min(grid.band[b], grid.band[b + 1])) >= 0
    var hidden: Range<Int32> = 0..<0
    if isDefined, mayHoldCriticalPoint(a, b) {
      let patch = patch(row, column)
      let (low, high) = patch.reach()
      hidden = Int32(crossings.band(of: low))..<Int32(max(crossings.band(of: high), crossings.band(of: low)))
      if !hidden.isEmpty {
        lowest = min(lowest, hidden.lowerBound)
        highest = max(highest, hidden.upperBound - 1)
      }
    }
    guard lowest <= highest else { return }
    let isPlain = isDefined && !bends(a, b)
    for level in lowest...highest {
      let top = crossings(of: sides.top, level)
      let bottom = crossings(of: sides.bottom, level)
      let left = crossings(of: sides.left, level)
      let right = crossings(of: sides.right, level)
      let count = top.count + bottom.count + left.count + right.count
      if count == 2, isPlain, !hidden.contains(level) {
        joinPair(top, bottom, left, right)
      } else if count > 0 || hidden.contains(level) {
        var patch = patch(row, column)
        (patch.top, patch.bottom, patch.left, patch.right) = (top, bottom, left, right)
        resolve(patch, level, 0)
      }
    }
  }

  /// Widens a range of levels to those that cross a side.
  @inline(__always)
  private func widen(_ lowest: inout Int32, _ highest: inout Int32, _ side: Int) {
    guard starts[side] < starts[side + 1] else { return }
    lowest = min(lowest, crossings.all[Int(starts[side])].level)
    highest = max(highest, crossings.all[Int(starts[side + 1]) - 1].level)
  }

  /// A first, cheap test with the nodes a, a + 1 above b, b + 1: both components of the gradient come near zero.
  @inline(__always)
  private func mayHoldCriticalPoint(_ a: Int, _ b: Int) -> Bool {
    ContourPatch.spansZero(grid.gx[a], grid.gx[a + 1], grid.gx[b], grid.gx[b + 1])
      && ContourPatch.spansZero(grid.gy[a], grid.gy[a + 1], grid.gy[b], grid.gy[b + 1])
  }

  /// Whether the gradients at two of a cell's nodes are more than a right angle apart, so that a curve may turn inside.
  @inline(__always)
  private func bends(_ a: Int, _ b: Int) -> Bool {
    ContourPatch.bends(grid.sample(a), grid.sample(a + 1), grid.sample(b), grid.sample(b + 1))
  }

  private func patch(_ row: Int, _ column: Int) -> ContourPatch {
    let (a, b) = (grid.node(column, row), grid.node(column, row + 1))
    return ContourPatch(
      x: (grid.x[column], grid.x[column + 1]), y: (grid.y[row], grid.y[row + 1]), topLeft: grid.sample(a),
      topRight: grid.sample(a + 1), bottomLeft: grid.sample(b), bottomRight: grid.sample(b + 1))
  }

  private mutating func joinPair(
    _ top: Range<Int32>, _ bottom: Range<Int32>, _ left: Range<Int32>, _ right: Range<Int32>
  ) {
    var first: Int32 = -1
    func take(_ range: Range<Int32>) {
      for crossing in range {
        if first < 0 { first = crossing } else { join(first, crossing) }
      }
    }
    take(top)
    take(bottom)
    take(left)
    take(right)
  }

  private mutating func join(_ a: Int32, _ b: Int32) {
    if joins[Int(a)].0 < 0 { joins[Int(a)].0 = b } else { joins[Int(a)].1 = b }
    if joins[Int(b)].0 < 0 { joins[Int(b)].0 = a } else { joins[Int(b)].1 = a }
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
    let sampler = crossings.sampler
    let center = sampler.sample(x, y)
    let (top, topRanges) = halve(patch.top, at: x, sampler.sample(x, patch.y.0), after: patch.topLeft, level)
    let (bottom, bottomRanges) = halve(
      patch.bottom, at: x, sampler.sample(x, patch.y.1), after: patch.bottomLeft, level)
    let (left, leftRanges) = halve(patch.left, at: y, sampler.sample(patch.x.0, y), after: patch.topLeft, level)
    let (right, rightRanges) = halve(patch.right, at: y, sampler.sample(patch.x.1, y), after: patch.topRight, level)
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
    _ = crossings.append(
      span, crossings.band(of: span.lowLoss), crossings.band(of: span.highLoss), levels: Int(level)..<Int(level) + 1)
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
