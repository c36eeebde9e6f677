/// A place where a level curve crosses a line parallel to an axis of the page: first a bracket, later a point.
struct ContourCrossing {
  /// Whether the line is vertical, so that the free coordinate is y.
  var isVertical: Bool
  /// Which level.
  var level: Int32
  /// The coordinate that the line has.
  var fixed: Double
  /// The bracket of the free coordinate; f − level has opposite signs at its ends (0 counts as positive).
  var low: Double
  var high: Double
  var lowLoss: Double
  var highLoss: Double
}

/// Two samples on a line parallel to an axis, and the slopes of f along it.
struct ContourSpan {
  var isVertical: Bool
  var fixed: Double
  var low: Double
  var high: Double
  var lowLoss: Double
  var highLoss: Double
  var lowSlope: Double
  var highSlope: Double

  init(vertical x: Double, from low: Double, to high: Double, _ first: ContourSample, _ last: ContourSample) {
    (isVertical, fixed, self.low, self.high) = (true, x, low, high)
    (lowLoss, highLoss, lowSlope, highSlope) = (first.f, last.f, first.gy, last.gy)
  }

  init(horizontal y: Double, from low: Double, to high: Double, _ first: ContourSample, _ last: ContourSample) {
    (isVertical, fixed, self.low, self.high) = (false, y, low, high)
    (lowLoss, highLoss, lowSlope, highSlope) = (first.f, last.f, first.gx, last.gx)
  }

  /// How far f may go below the lower and above the higher of the ends in between.
  ///
  /// Where the slopes point inward the tangents meet at a value that a convex f does not go below; where they disagree
  /// with the secant, or are over three times as steep (so that the Hermite cubic is not monotone: Fritsch and Carlson
  /// 1980), a third of the steeper slope times the length is taken, over
  /// twice what the cubic can overshoot by (4/27).
  func excess() -> (below: Double, above: Double) {
    let length = high - low
    let (a, b) = (lowSlope * length, highSlope * length)
    let rise = highLoss - lowLoss
    guard a.isFinite, b.isFinite, rise.isFinite else { return (0, 0) }
    let lower = min(lowLoss, highLoss)
    let upper = max(lowLoss, highLoss)
    if a < 0, b > 0 {
      // The tangents meet at the share t of the length: a·t = rise − b·(1 − t).
      let t = (rise - b) / (a - b)
      let depth = t > 0 && t < 1 ? lower - (lowLoss + a * t) : -min(a, -b) / 4
      return (max(0, depth), 0)
    }
    if a > 0, b < 0 {
      let t = (rise - b) / (a - b)
      let height = t > 0 && t < 1 ? lowLoss + a * t - upper : max(a, -b) / 4
      return (0, max(0, height))
    }
    // Both slopes point the same way, or one is zero.
    let steepest = abs(a) > abs(b) ? a : b
    guard steepest * rise < 0 || abs(steepest) > 3 * abs(rise) else { return (0, 0) }
    return (abs(steepest) / 3, abs(steepest) / 3)
  }

  /// Whether one of the levels `range` may be met between the ends without separating them; `lower` and `upper` levels are not
  /// above the lower and the higher end.
  @inline(__always)
  func mayHide(_ levels: [Double], _ lower: Int, _ upper: Int, _ range: Range<Int>) -> Bool {
    let excess = excess()
    if excess.below > 0, lower > range.lowerBound {
      let next = min(lower, range.upperBound) - 1
      if levels[next] >= min(lowLoss, highLoss) - excess.below { return true }
    }
    if excess.above > 0, upper < range.upperBound {
      let next = max(upper, range.lowerBound)
      if levels[next] <= max(lowLoss, highLoss) + excess.above { return true }
    }
    // An S between its ends may meet a level that separates them three times.
    return excess.below > 0 && excess.above > 0 && max(lower, range.lowerBound) < min(upper, range.upperBound)
  }
}

/// Brackets every crossing of levels with lines parallel to an axis.
struct ContourCrossings {
  /// How often an interval is halved in search of a pair of crossings that its ends do not show.
  private static let maximumDepth = 10
  /// How often it is halved towards the end of the domain of f.
  private static let maximumUndefinedDepth = 5

  let sampler: ContourSampler
  let levels: [Double]
  private(set) var all: [ContourCrossing] = []
  /// Samples that may still be taken: a surface that is noise at the scale of a pixel must not cost hours.
  private var budget: Int

  init(_ sampler: ContourSampler, _ levels: [Double], budget: Int) {
    self.sampler = sampler
    self.levels = levels
    self.budget = budget
    all.reserveCapacity(16_384)
  }

  var count: Int32 { Int32(all.count) }

  mutating func spend(_ samples: Int) -> Bool {
    budget -= samples
    return budget > 0
  }

  /// Narrows a bracket.
  mutating func narrow(_ crossing: Int, to low: Double, _ high: Double, _ lowLoss: Double, _ highLoss: Double) {
    all[crossing].low = low
    all[crossing].high = high
    all[crossing].lowLoss = lowLoss
    all[crossing].highLoss = highLoss
  }

  /// Appends the crossings of the levels `range` with a span: by level, for each from low to high.
  ///
  /// Returns whether there is at most one for each level.
  @inline(__always)
  mutating func append(_ span: ContourSpan, _ lowBand: Int, _ highBand: Int, levels range: Range<Int>) -> Bool {
    let lower = min(lowBand, highBand)
    let upper = max(lowBand, highBand)
    if lower >= 0 {
      if !span.mayHide(levels, lower, upper, range) {
        emit(span, lower, upper, range)
        return true
      }
    } else if upper < 0 {
      return true
    }
    let first = all.count
    search(span, lowBand, highBand, range, 0)
    sort(from: first)
    return false
  }

  /// Sorts the last crossings in place; a slice's own sort would copy all of them.
  private mutating func sort(from first: Int) {
    guard all.count > first + 1 else { return }
    all.withUnsafeMutableBufferPointer { buffer in
      var last = UnsafeMutableBufferPointer(rebasing: buffer[first...])
      last.sort { ($0.level, $0.low) < ($1.level, $1.low) }
    }
  }

  @inline(__always)
  private mutating func emit(_ span: ContourSpan, _ lower: Int, _ upper: Int, _ range: Range<Int>) {
    let (lower, upper) = (max(lower, range.lowerBound), min(upper, range.upperBound))
    if lower < upper { emit(span, levels: lower..<upper) }
  }

  /// Appends a crossing of each of some levels with a span.
  @inline(__always)
  mutating func emit(_ span: ContourSpan, levels: Range<Int>) {
    for level in levels {
      all.append(
        ContourCrossing(
          isVertical: span.isVertical, level: Int32(level), fixed: span.fixed, low: span.low, high: span.high,
          lowLoss: span.lowLoss, highLoss: span.highLoss))
    }
  }

  private mutating func search(
    _ span: ContourSpan, _ lowBand: Int, _ highBand: Int, _ range: Range<Int>, _ depth: Int
  ) {
    let undefined = lowBand < 0 || highBand < 0
    if undefined {
      if lowBand < 0 && highBand < 0 || depth >= Self.maximumUndefinedDepth { return }
    } else if depth >= Self.maximumDepth
      || !span.mayHide(levels, min(lowBand, highBand), max(lowBand, highBand), range)
    {
      return emit(span, min(lowBand, highBand), max(lowBand, highBand), range)
    }
    guard spend(1) else {
      return undefined ? () : emit(span, min(lowBand, highBand), max(lowBand, highBand), range)
    }
    let middle = (span.low + span.high) / 2
    let sample = span.isVertical ? sampler.sample(span.fixed, middle) : sampler.sample(middle, span.fixed)
    let slope = span.isVertical ? sample.gy : sample.gx
    let band = self.band(of: sample.f)
    var (first, last) = (span, span)
    (first.high, first.highLoss, first.highSlope) = (middle, sample.f, slope)
    (last.low, last.lowLoss, last.lowSlope) = (middle, sample.f, slope)
    search(first, lowBand, band, range, depth + 1)
    search(last, band, highBand, range, depth + 1)
  }

  /// How many levels are not above a loss; −1 for nan.
  func band(of loss: Double) -> Int {
    if loss.isNaN { return -1 }
    var (low, high) = (0, levels.count)
    while low < high {
      let middle = (low + high) / 2
      if loss >= levels[middle] { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
