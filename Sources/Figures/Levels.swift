public import LossSurfaces

/// The losses at which a picture of a surface changes colour and draws its contour lines.
///
/// There are exactly as many as asked for, strictly increasing, spread over the picture rather than over the range of
/// f: the lowest encloses a visible piece of the valley (0.5 % of the view), the highest leaves one outside (1 %). In
/// v = f − f_min they are evenly spaced, in log v when v spans more than a factor of 100 between those two. On a
/// surface without a minimum in view but with a critical point they are spaced as signed squares about its loss, so
/// that the lines of a saddle are evenly apart on the page.
///
/// Each level is moved by less than half a gap to the roundest number there is, two significant digits where that
/// keeps them distinct, so what a label prints is the level itself.
///
/// Edge cases: points where f is nan or infinite are left out; a surface that is constant, or defined nowhere, gets
/// levels about its value (or 0) that no line meets.
public struct Levels: Hashable, Sendable {
  public enum Spacing: Hashable, Sendable {
    case linear
    case logarithmic
    case signedSquare
  }

  public static let allowedCounts = 1...200

  /// The levels, strictly increasing.
  public let values: [Double]
  public let spacing: Spacing

  /// Throws when the count is not in 1…200.
  public init(count: Int, surface: Surface, view: View) throws(InputError) {
    guard Self.allowedCounts.contains(count) else {
      throw InputError("\(count) contour levels cannot be drawn", remedy: "Give a number of levels from 1 to 200.")
    }
    let samples = LevelSamples(surface: surface, view: view)
    let (targets, spacing) = Self.targets(count, samples)
    values = RoundNumbers.near(targets)
    self.spacing = spacing
  }

  /// Levels of the caller's choice; they must be finite and strictly increasing.
  public init(_ values: [Double]) {
    precondition(values.allSatisfy(\.isFinite) && zip(values, values.dropFirst()).allSatisfy(<), "levels must increase")
    self.values = values
    spacing = .linear
  }

  /// The number of levels that are not above a loss: 0 below all of them, and for nan.
  public func band(of loss: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if loss >= values[middle] { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func targets(_ count: Int, _ samples: LevelSamples) -> ([Double], Spacing) {
    guard let low = samples.quantile(0.005), let high = samples.quantile(0.99), let top = samples.quantile(1),
      high - samples.minimum > 1e-12 * max(abs(high), abs(samples.minimum))
    else {
      // Nothing to spread over: a ladder upwards from the one value there is, clear of it.
      let value = samples.quantile(0.5) ?? 0
      let step = max(abs(value), 1) / 10
      return ((1...count).map { value + Double($0) * step }, .linear)
    }
    if let center = samples.saddleLoss { return signedSquares(count, center, low, high) }
    let base = samples.minimum
    let (bottom, rim) = (max(low - base, (high - base) * 1e-12), high - base)
    if (top - base) / bottom > 100, rim > bottom {
      let ratio = Elementary.log(rim / bottom)
      return (fractions(count).map { base + bottom * Elementary.exp(ratio * $0) }, .logarithmic)
    }
    let gap = rim / (Double(count) + 0.5)
    return ((1...count).map { base + gap * Double($0) }, .linear)
  }

  private static func fractions(_ count: Int) -> [Double] {
    count == 1 ? [0.5] : (0..<count).map { Double($0) / Double(count - 1) }
  }

  /// Levels center ± (i·gap)², the gap the same on both sides, the center's own level left out when the count is even.
  private static func signedSquares(_ count: Int, _ center: Double, _ low: Double, _ high: Double) -> ([Double], Spacing) {
    let (below, above) = ((max(0, center - low)).squareRoot(), (max(0, high - center)).squareRoot())
    let gap = (below + above) / Double(count)
    let levels = (0..<count).map { index in
      let root = -below + gap * (Double(index) + 0.5)
      return center + root * abs(root)
    }
    return (levels, .signedSquare)
  }
}

/// The distribution of a surface's loss over a view.
private struct LevelSamples {
  /// Finite losses in ascending order.
  private let sorted: [Double]
  /// The lowest loss in view that is known: sampled, or of a declared minimum.
  let minimum: Double
  /// The loss of a critical point about which the surface rises and falls, when no minimum is in view.
  let saddleLoss: Double?

  init(surface: Surface, view: View) {
    let (columns, rows) = (72, 54)
    let count = columns * rows
    var (x, y) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    var (f, gx, gy) = (x, x, x)
    for index in 0..<count {
      x[index] = view.x.lowerBound + (Double(index % columns) + 0.5) / Double(columns) * view.width
      y[index] = view.y.lowerBound + (Double(index / columns) + 0.5) / Double(rows) * view.height
    }
    let evaluator = Evaluator(surface.loss)
    evaluator.gradients(x: x, y: y, count: count, value: &f, dx: &gx, dy: &gy)
    sorted = f.filter(\.isFinite).sorted()

    let inView = surface.criticalPoints.filter { view.contains($0.point) }
    let minima = inView.filter(\.isMinimum).map { evaluator.value(at: $0.point) }.filter(\.isFinite)
    minimum = min(sorted.first ?? 0, minima.min() ?? .infinity)
    saddleLoss = minima.isEmpty ? Self.saddleLoss(inView, evaluator, f, gx, gy, columns, view) : nil
  }

  func quantile(_ fraction: Double) -> Double? {
    sorted.isEmpty ? nil : sorted[Int((Double(sorted.count - 1) * fraction).rounded())]
  }

  /// The loss of a declared saddle, or of the point of least gradient when the lowest and highest samples lie on the
  /// rim of the view and the gradient nearly vanishes in its inside.
  private static func saddleLoss(
    _ declared: [CriticalPoint], _ evaluator: Evaluator, _ f: [Double], _ gx: [Double], _ gy: [Double], _ columns: Int,
    _ view: View
  ) -> Double? {
    let losses = declared.filter { $0.kind == .saddle || $0.kind == .degenerate }.map { evaluator.value(at: $0.point) }
    let known = losses.first(where: \.isFinite)
    func onRim(_ index: Int) -> Bool {
      let (column, row) = (index % columns, index / columns)
      return column == 0 || row == 0 || column == columns - 1 || row == f.count / columns - 1
    }
    let finite = f.indices.filter { f[$0].isFinite && gx[$0].isFinite && gy[$0].isFinite }
    guard let lowest = finite.min(by: { f[$0] < f[$1] }), let highest = finite.max(by: { f[$0] < f[$1] }),
      onRim(lowest), onRim(highest), f[lowest] < f[highest]
    else { return nil }
    if let known { return known > f[lowest] && known < f[highest] ? known : nil }
    // Gradients per width and height of the view, so that the shape of the view does not matter.
    let norms = finite.map { index in
      (gx[index] * view.width) * (gx[index] * view.width) + (gy[index] * view.height) * (gy[index] * view.height)
    }
    guard let flattest = norms.indices.min(by: { norms[$0] < norms[$1] }), !onRim(finite[flattest]),
      norms[flattest].squareRoot() < 0.1 * (f[highest] - f[lowest])
    else { return nil }
    let loss = f[finite[flattest]]
    return loss > f[lowest] && loss < f[highest] ? loss : nil
  }
}
