import LossSurfaces
import Optimization

/// Where theory says that runs stop being stable: the rate 2/λ, 2(1+β)/λ or 2(1+β)/((1+2β)λ), with λ the curvature of
/// a minimum, over an axis of the learning rate.
struct OutcomeBorder {
  /// The points of the curve in the settings of the axes, x first.
  let points: [(x: Double, y: Double)]
  let label: String

  private static let mostBorders = 4

  /// One for each minimum, the sharpest first, at most four; none without an axis of the rate, with a schedule that
  /// changes it, or with an optimizer of which there is no such theory.
  static func all(of map: OutcomeMap) -> [OutcomeBorder] {
    guard [map.x.setting, map.y.setting].contains(.learningRate), map.hasConstantRates else { return [] }
    let evaluator = Evaluator(map.base.loss)
    let sharpness = map.minima.map { evaluator.secondOrder(at: $0).hessian.eigenvalues.large }
    // Minima that are alike have one border.
    let distinct = sharpness.filter { $0 > 0 && $0.isFinite }.sorted(by: >).reduce(into: [Double]()) { kept, next in
      if kept.last.map({ $0 > next * (1 + 1e-6) }) ?? true { kept.append(next) }
    }
    let curvatures = distinct.prefix(mostBorders)
    return curvatures.compactMap { curve(of: map, curvature: $0, isAlone: curvatures.count == 1) }
  }

  private static func curve(of map: OutcomeMap, curvature: Double, isAlone: Bool) -> OutcomeBorder? {
    let isUpright = map.x.setting == .learningRate
    let other = isUpright ? map.y : map.x
    var points: [(x: Double, y: Double)] = []
    for index in 0...200 {
      let share = Double(index) / 200
      let (low, high) = (other.range.lowerBound, other.range.upperBound)
      let value = other.isLogarithmic ? low * Elementary.pow(high / low, share) : low + (high - low) * share
      guard let limit = map.stabilityLimit(other.setting, value) else { return nil }
      points.append(isUpright ? (limit / curvature, value) : (value, limit / curvature))
    }
    let formula = map.limitFormula(varying: other.setting)
    return OutcomeBorder(
      points: points, label: isAlone ? "η = \(formula)" : "\(formula), λ = \(NumberText.string(curvature, digits: 3))")
  }
}
