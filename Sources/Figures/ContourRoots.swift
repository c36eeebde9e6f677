/// Moves points onto level curves.
struct ContourRoots {
  /// What a residual may be: |f − level| over |∇f|, in CSS pixels.
  private static let tolerance = 1e-7
  /// A bracket narrower than this is a point, whatever f does in it.
  private static let narrowest = 1e-9
  private static let maximumRounds = 80

  let sampler: ContourSampler
  let levels: [Double]
  /// How many more searches across a chord may be made: on a smooth surface few are needed.
  private var searches = 1000
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var gx: [Double] = []
  private(set) var gy: [Double] = []

  /// Solves f = level in every bracket: Newton's steps while they stay inside, otherwise halves.
  init(_ crossings: ContourCrossings) {
    sampler = crossings.sampler
    levels = crossings.levels
    let count = crossings.all.count
    let solved = ContourBlock(capacity: count)
    var brackets = crossings.all
    brackets.withUnsafeMutableBufferPointer { solve($0, into: solved) }
    x = solved.x.values(count)
    y = solved.y.values(count)
    gx = solved.gx.values(count)
    gy = solved.gy.values(count)
  }

  private func solve(_ brackets: UnsafeMutableBufferPointer<ContourCrossing>, into solved: ContourBlock) {
    var pending = Array(brackets.indices)
    var guesses = brackets.map { Self.secant($0, levels[Int($0.level)]) }
    let block = ContourBlock(capacity: brackets.count)
    for round in 0..<Self.maximumRounds where !pending.isEmpty {
      for (lane, index) in pending.enumerated() {
        let isVertical = brackets[index].isVertical
        block.x[lane] = isVertical ? brackets[index].fixed : guesses[lane]
        block.y[lane] = isVertical ? guesses[lane] : brackets[index].fixed
      }
      block.evaluate(pending.count, sampler)
      var kept = 0
      for lane in pending.indices {
        let index = pending[lane]
        let (gx, gy) = (block.gx[lane], block.gy[lane])
        let residual = block.f[lane] - levels[Int(brackets[index].level)]
        if !(abs(residual) <= Self.tolerance * (gx * gx + gy * gy).squareRoot()) {
          let slope = brackets[index].isVertical ? gy : gx
          if let next = Self.advance(&brackets[index], guesses[lane], block.f[lane], residual, slope, round),
            round + 1 < Self.maximumRounds
          {
            (pending[kept], guesses[kept]) = (index, next)
            kept += 1
            continue
          }
        }
        (solved.x[index], solved.y[index]) = (block.x[lane], block.y[lane])
        (solved.gx[index], solved.gy[index]) = (gx, gy)
      }
      pending.removeLast(pending.count - kept)
    }
  }

  private static func secant(_ bracket: ContourCrossing, _ level: Double) -> Double {
    let share = (level - bracket.lowLoss) / (bracket.highLoss - bracket.lowLoss)
    let guess = bracket.low + (bracket.high - bracket.low) * share
    return guess > bracket.low && guess < bracket.high ? guess : (bracket.low + bracket.high) / 2
  }

  /// Narrows a bracket by a sample in it and gives the next guess, or nil when it has become a point.
  private static func advance(
    _ bracket: inout ContourCrossing, _ at: Double, _ loss: Double, _ residual: Double, _ slope: Double, _ round: Int
  ) -> Double? {
    let level = loss - residual
    if loss.isNaN {
      // The domain ends inside the bracket; stay on the side of the low end.
      bracket.high = at
    } else if (residual >= 0) == (bracket.lowLoss >= level) {
      (bracket.low, bracket.lowLoss) = (at, loss)
    } else {
      (bracket.high, bracket.highLoss) = (at, loss)
    }
    guard bracket.high - bracket.low > narrowest else { return nil }
    let newton = at - residual / slope
    // Every fourth step halves, so that a bracket cannot shrink from one side for ever.
    if round % 4 != 3, newton > bracket.low, newton < bracket.high { return newton }
    return (bracket.low + bracket.high) / 2
  }

  /// Appends a point for each gap, on its curve; returns for each whether one was found.
  ///
  /// Newton's steps along the gradient from the guess, and where they do not arrive within reach, a search straight
  /// across the chord.
  mutating func fill(_ gaps: [ContourGap]) -> [Bool] {
    var arrived = [Bool](repeating: false, count: gaps.count)
    let block = ContourBlock(capacity: gaps.count)
    for (lane, gap) in gaps.enumerated() { (block.x[lane], block.y[lane]) = gap.at(gap.rise) }
    for round in 0..<4 {
      block.evaluate(gaps.count, sampler)
      var isDone = true
      for lane in 0..<gaps.count where !arrived[lane] {
        let residual = block.f[lane] - levels[Int(gaps[lane].level)]
        let square = block.gx[lane] * block.gx[lane] + block.gy[lane] * block.gy[lane]
        if abs(residual) <= Self.tolerance * square.squareRoot() {
          arrived[lane] = gaps[lane].reaches(block.x[lane], block.y[lane])
          continue
        }
        isDone = false
        guard round < 3, square > 0, square.isFinite, residual.isFinite else { continue }
        block.x[lane] -= residual * block.gx[lane] / square
        block.y[lane] -= residual * block.gy[lane] / square
      }
      if isDone { break }
    }
    for lane in 0..<gaps.count where !arrived[lane] && searches > 0 {
      searches -= 1
      guard let rise = riseAcross(gaps[lane]) else { continue }
      (block.x[lane], block.y[lane]) = gaps[lane].at(rise)
      let sample = sampler.sample(block.x[lane], block.y[lane])
      (block.gx[lane], block.gy[lane]) = (sample.gx, sample.gy)
      arrived[lane] = true
    }
    x += block.x.values(gaps.count)
    y += block.y.values(gaps.count)
    gx += block.gx.values(gaps.count)
    gy += block.gy.values(gaps.count)
    return arrived
  }

  /// The place on the normal through the middle of a chord nearest to it where f passes the level; nil when there is
  /// none within reach.
  private func riseAcross(_ gap: ContourGap) -> Double? {
    let level = levels[Int(gap.level)]
    func isAbove(_ rise: Double) -> Bool? {
      let (x, y) = gap.at(rise)
      let f = sampler.sample(x, y).f
      return f.isNaN ? nil : f >= level
    }
    guard let start = isAbove(0) else { return nil }
    let steps = 8
    for step in 1...steps {
      for side in [1.0, -1] {
        let rise = side * gap.reach * Double(step) / Double(steps)
        guard let end = isAbove(rise), end != start else { continue }
        var (inner, outer) = (side * gap.reach * Double(step - 1) / Double(steps), rise)
        while abs(outer - inner) > Self.narrowest {
          let middle = (inner + outer) / 2
          if isAbove(middle) == start { inner = middle } else { outer = middle }
        }
        return inner
      }
    }
    return nil
  }
}

/// A chord that leaves its curve, and where the curve is expected.
struct ContourGap {
  var level: Int32
  /// The middle of the chord, and the unit normal on it.
  var middle: (x: Double, y: Double)
  var normal: (x: Double, y: Double)
  /// How far along the normal the curve should be by the tangents at the ends.
  var rise: Double
  /// How far from the middle it may be.
  var reach: Double

  func at(_ rise: Double) -> (Double, Double) { (middle.x + normal.x * rise, middle.y + normal.y * rise) }

  func reaches(_ x: Double, _ y: Double) -> Bool {
    let (dx, dy) = (x - middle.x, y - middle.y)
    return dx * dx + dy * dy <= reach * reach
  }
}

/// The samples of many places at once, in memory that loops need not check.
final class ContourBlock {
  let x: UnsafeMutablePointer<Double>
  let y: UnsafeMutablePointer<Double>
  let f: UnsafeMutablePointer<Double>
  let gx: UnsafeMutablePointer<Double>
  let gy: UnsafeMutablePointer<Double>

  /// Undefined until places are set and evaluated.
  init(capacity: Int) {
    x = .allocate(capacity: 5 * capacity)
    (y, f, gx, gy) = (x + capacity, x + 2 * capacity, x + 3 * capacity, x + 4 * capacity)
  }

  deinit { x.deallocate() }

  /// Samples the first `count` places.
  func evaluate(_ count: Int, _ sampler: ContourSampler) {
    sampler.sample(x: x, y: y, count: count, f: f, gx: gx, gy: gy)
  }
}

extension UnsafeMutablePointer<Double> {
  /// A copy of the first so many.
  fileprivate func values(_ count: Int) -> [Double] { Array(UnsafeBufferPointer(start: self, count: count)) }
}
