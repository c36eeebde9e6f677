import LossSurfaces

/// How the losses of a surface are spread over a view.
struct LossDistribution {
  private static let count = 4000
  /// Samples within this share of the view from its border lie on its rim.
  private static let rim = 0.02

  private let finite: [Double]
  /// The lowest loss in view that is known: sampled, or of a declared minimum; 0 when there is none.
  let minimum: Double
  /// The loss of a critical point about which the surface rises and falls, when no minimum is in view.
  let saddleLoss: Double?
  /// The losses of the declared critical points in view that are not minima.
  let criticalLosses: [Double]

  init(surface: Surface, view: View) {
    let samples = ViewSamples(surface.loss, view, Self.count)
    finite = samples.f.filter(\.isFinite)
    let evaluator = Evaluator(surface.loss)
    let inView = surface.criticalPoints.filter { view.contains($0.point) }
    let minima = inView.filter(\.isMinimum).map { evaluator.value(at: $0.point) }.filter(\.isFinite)
    let lowest = min(finite.min() ?? .infinity, minima.min() ?? .infinity)
    minimum = lowest.isFinite ? lowest : 0
    criticalLosses = inView.filter { !$0.isMinimum }.map { evaluator.value(at: $0.point) }.filter(\.isFinite)
    let isSaddle = { (point: CriticalPoint) in point.kind == .saddle || point.kind == .degenerate }
    let declared = inView.first(where: isSaddle).map { evaluator.value(at: $0.point) }
    saddleLoss = minima.isEmpty ? Self.saddleLoss(declared, samples) : nil
  }

  /// The highest loss that was sampled; nil when the surface is defined nowhere.
  var maximum: Double? { finite.max() }

  /// The loss below which a share of the view lies; nil when the surface is defined nowhere.
  func quantile(_ share: Double) -> Double? { finite.quantile(share) }

  /// The declared loss, or that of the point of least gradient when the gradient nearly vanishes inside the view; nil
  /// unless both the lowest and the highest sample lie on the rim, to either side of it.
  private static func saddleLoss(_ declared: Double?, _ samples: ViewSamples) -> Double? {
    let finite = samples.f.indices.filter { samples.steepness($0).isFinite }
    guard let lowest = finite.min(by: { samples.f[$0] < samples.f[$1] }),
      let highest = finite.max(by: { samples.f[$0] < samples.f[$1] }),
      let flattest = finite.min(by: { samples.steepness($0) < samples.steepness($1) }),
      samples.rimDistance(lowest) < rim, samples.rimDistance(highest) < rim
    else { return nil }
    let (low, high) = (samples.f[lowest], samples.f[highest])
    if let declared { return declared > low && declared < high ? declared : nil }
    let loss = samples.f[flattest]
    let isFlat = samples.steepness(flattest) < 0.1 * (high - low) && samples.rimDistance(flattest) > 5 * rim
    return isFlat && loss > low && loss < high ? loss : nil
  }
}

/// A loss and its gradient at points spread evenly over a view, no two of them in a row or a column, so that a loss
/// in one variable is not sampled at few values.
private struct ViewSamples {
  private let u: [Double]
  private let v: [Double]
  private(set) var f: [Double]
  private var gx: [Double]
  private var gy: [Double]
  private let view: View

  init(_ loss: LossFunction, _ view: View, _ count: Int) {
    // Multiples of the powers of 1/ρ, ρ³ = ρ + 1, modulo 1 (Roberts 2018).
    let ratio = 1 / 1.324_717_957_244_746
    func spread(_ step: Double) -> [Double] {
      (0..<count).map { index in
        let multiple = 0.5 + Double(index) * step
        return multiple - multiple.rounded(.down)
      }
    }
    u = spread(ratio)
    v = spread(ratio * ratio)
    f = [Double](repeating: 0, count: count)
    gx = f
    gy = f
    self.view = view
    let x = u.map { view.x.lowerBound + $0 * view.width }
    let y = v.map { view.y.lowerBound + $0 * view.height }
    Evaluator(loss).gradients(x: x, y: y, count: count, value: &f, dx: &gx, dy: &gy)
  }

  /// The norm of the gradient per width and height of the view; nan or infinite where the loss is.
  func steepness(_ index: Int) -> Double {
    let (dx, dy) = (gx[index] * view.width, gy[index] * view.height)
    return f[index].isFinite ? (dx * dx + dy * dy).squareRoot() : .nan
  }

  /// How near a sample is to the border, as a share of the view.
  func rimDistance(_ index: Int) -> Double { min(min(u[index], 1 - u[index]), min(v[index], 1 - v[index])) }
}
