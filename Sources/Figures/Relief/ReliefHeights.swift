import LossSurfaces
import Raster

/// How high a loss stands in a relief: 0 at the floor of its box, 1 at the top.
///
/// Heights grow with f. Where f spans so much that most of the surface would lie flat on the floor they grow with
/// log(1 + (f − low)/c) instead, which is straight at the bottom of a well and logarithmic above: when the highest loss
/// in view, above the lowest, is more than 100 times what is exceeded by all but a twentieth of the view; that is c. The
/// ratio is 32 for a round bowl, and below 60 for ravines ten times as steep across as along.
///
/// What rises more than 8 times as high as 98 % of the view (a pole, say), or rises so fast that where it ends cannot be
/// told, is cut off; and so is what falls as far, unless a declared minimum is there.
///
/// Edge cases: nan has no height; a surface that is constant or defined nowhere is level, at height 0.
struct ReliefHeights: Hashable, Sendable {
  /// The losses at heights 0 and 1.
  let low: Double
  let high: Double
  /// c, where heights are logarithmic.
  let bend: Double?
  /// Whether losses below `low` and above `high` are cut off.
  let isCutBelow: Bool
  let isCutAbove: Bool
  private let extent: Double

  init(surface: Surface, view: View) {
    let samples = ReliefSamples(surface.loss, view)
    let minima = surface.criticalPoints.filter { $0.isMinimum && view.contains($0.point) }
    let evaluator = Evaluator(surface.loss)
    let known = minima.map { evaluator.value(at: $0.point) }.filter(\.isFinite).min()
    guard let lowest = samples.quantile(0), let twentieth = samples.quantile(0.05), let most = samples.quantile(0.98),
      let highest = samples.quantile(1), let tail = samples.quantile(0.02), highest > lowest
    else {
      let level = samples.quantile(0) ?? 0
      self.init(low: level, high: level)
      return
    }
    let isHole =
      known == nil
      && (most - lowest > Self.cut * (most - tail) || samples.lowestReach < lowest - 0.25 * (most - lowest))
    let low =
      isHole ? RoundNumbers.roundest(near: tail, tolerance: 0.05 * (most - tail)).value : min(lowest, known ?? lowest)
    let spans = highest - low > Self.logarithmicFrom * (twentieth - low) && twentieth > low
    let bend = spans ? twentieth - low : nil
    let whole = ReliefHeights(low: low, high: highest, bend: bend, isCutBelow: isHole)
    let isSpike = most > low && (whole(most) * Self.cut < 1 || samples.highestReach > highest + 0.25 * (highest - low))
    self =
      isSpike
      ? ReliefHeights(
        low: low, high: RoundNumbers.roundest(near: most, tolerance: 0.05 * (most - low)).value, bend: bend,
        isCutBelow: isHole, isCutAbove: true)
      : whole
  }

  init(low: Double, high: Double, bend: Double? = nil, isCutBelow: Bool = false, isCutAbove: Bool = false) {
    (self.low, self.high, self.bend) = (low, high, bend)
    (self.isCutBelow, self.isCutAbove) = (isCutBelow, isCutAbove)
    extent = bend.map { Elementary.log1p((high - low) / $0) } ?? (high - low)
  }

  private static let logarithmicFrom = 100.0
  private static let cut = 8.0
  /// How far beyond the box the surface may reach where it is not cut off: between samples it may be a little higher.
  private static let overhang = 0.1

  /// The height of a loss.
  func callAsFunction(_ loss: Double) -> Double {
    guard extent > 0, extent.isFinite else { return loss.isNaN ? .nan : 0 }
    if loss <= low { return isCutBelow ? 0 : max(-Self.overhang, (loss - low) * rate / extent) }
    if loss >= high, isCutAbove { return 1 }
    return min((bend.map { Elementary.log1p((loss - low) / $0) } ?? (loss - low)) / extent, 1 + Self.overhang)
  }

  /// How much the height grows with the loss; 0 where it is held.
  func slope(at loss: Double) -> Double {
    let height = self(loss)
    guard extent > 0, extent.isFinite, !(loss <= low && isCutBelow), !(loss >= high && isCutAbove),
      abs(height - 0.5) < 0.5 + Self.overhang
    else { return 0 }
    guard let bend, loss > low else { return rate / extent }
    return 1 / ((bend + loss - low) * extent)
  }

  /// How fast what is measured grows with the loss at the floor.
  private var rate: Double { bend.map { 1 / $0 } ?? 1 }

  /// About `count` round losses, evenly high above one another, that an axis bears; and the lowest where heights are
  /// logarithmic.
  func ticks(count: Int) -> Ticks {
    guard extent > 0, extent.isFinite else { return Ticks.linear(low...low, count: 1) }
    guard let bend else { return Ticks.linear(low...high, count: count) }
    let targets = (1...count).map { index in
      low + bend * Elementary.expm1(extent * (Double(index) - 0.1) / Double(count))
    }
    let values = [abs(low) < 1e-3 * bend ? 0 : low] + RoundNumbers.near(targets)
    return Ticks(ticks: values.map { Ticks.Tick(value: $0, label: NumberText.string($0)) })
  }

  /// What a figure says of heights that are not the losses themselves.
  var words: [String] {
    (bend == nil ? [] : ["height logarithmic"])
      + (isCutBelow ? ["cut off below f = \(NumberText.string(low))"] : [])
      + (isCutAbove ? ["cut off above f = \(NumberText.string(high))"] : [])
  }
}

/// Finite losses on a regular grid over a view, its sides included.
private struct ReliefSamples {
  private static let cells = 96

  private let finite: [Double]
  /// How low the lower half of the nodes and how high the upper half would lead if the surface ran straight on for half a
  /// cell.
  private(set) var lowestReach = Double.infinity
  private(set) var highestReach = -Double.infinity

  init(_ loss: LossFunction, _ view: View) {
    let shares = (0...Self.cells).map { Double($0) / Double(Self.cells) }
    let x = shares.flatMap { u in shares.map { _ in view.x.lowerBound + u * view.width } }
    let y = shares.flatMap { _ in shares.map { view.y.lowerBound + $0 * view.height } }
    var (f, dx, dy) = (x, x, x)
    Evaluator(loss).gradients(x: x, y: y, count: x.count, value: &f, dx: &dx, dy: &dy)
    let (width, height) = (view.width / Double(2 * Self.cells), view.height / Double(2 * Self.cells))
    finite = f.filter(\.isFinite)
    let median = finite.isEmpty ? 0 : finite.ascending(finite.count / 2)
    for index in f.indices where !f[index].isNaN {
      let reach = abs(dx[index]) * width + abs(dy[index]) * height
      // At an infinite loss no slope says more than the loss.
      if f[index] <= median { lowestReach = min(lowestReach, reach.isNaN ? f[index] : f[index] - reach) }
      if f[index] >= median { highestReach = max(highestReach, reach.isNaN ? f[index] : f[index] + reach) }
    }
  }

  /// The loss below which a share of the view lies; nil when the surface is defined nowhere.
  func quantile(_ share: Double) -> Double? { finite.quantile(share) }
}
