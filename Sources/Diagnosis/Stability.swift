import LossSurfaces
import Optimization

/// What theory says of stochastic gradient descent with momentum along a direction of constant curvature λ.
///
/// With v ← βv + (1 − d)g and w ← w − ηv (Nesterov: w ← w − η(g + βv)) an error is multiplied, in the long run, by the
/// largest root of a quadratic in each step. Source: Distill, "Why momentum really works"; the limits 2(1 + β) and
/// 2(1 + β)/(1 + 2β) follow from a root at −1.
struct Stability {
  /// The largest stable η·λ.
  let limit: Double
  /// β.
  let momentum: Double
  let isNesterov: Bool
  /// 1 − d: what dampening leaves of a gradient.
  let gain: Double

  /// Nil when the optimizer is not sgd, for which the linear theory has no single limit.
  init?(_ optimizer: Optimizer) {
    guard let limit = optimizer.stabilityLimit, let momentum = optimizer.momentum else { return nil }
    self.limit = limit
    self.momentum = momentum
    isNesterov = optimizer.isNesterov
    gain = momentum == 0 ? 1 : 1 - (optimizer.specification.number("dampening") ?? 0)
  }

  var isPlain: Bool { momentum == 0 }

  /// The factor by which an error along a direction with this η·λ is multiplied in a step; abs(1 − η·λ) without
  /// momentum.
  func factor(etaLambda: Double) -> Double {
    if isPlain { return abs(1 - etaLambda) }
    let pull = gain * etaLambda
    // r² − sum·r + product = 0
    let sum = isNesterov ? (1 + momentum) * (1 - pull) : 1 + momentum - pull
    let product = isNesterov ? momentum * (1 - pull) : momentum
    let discriminant = sum * sum / 4 - product
    return discriminant < 0 ? product.squareRoot() : abs(sum) / 2 + discriminant.squareRoot()
  }

  /// The mean excess loss that gradient noise of variance `variance` keeps up along a direction with this η·λ:
  /// η·s²·(1 + β) / (2(1 − β)(2(1 + β) − η·λ)).
  ///
  /// Nil for Nesterov's momentum and at or above the limit, where there is no such formula or no such state.
  /// Source: the variance of the autoregression that a step is; facts checked in Mandt et al. (2017) for β = 0.
  func excessLoss(rate: Double, lambda: Double, variance: Double) -> Double? {
    let pull = gain * rate * lambda
    let room = 2 * (1 + momentum) - pull
    guard !isNesterov, momentum < 1, lambda > 0, room > 0 else { return nil }
    return gain * rate * variance * (1 + momentum) / (2 * (1 - momentum) * room)
  }
}

extension Specification {
  /// The number given for a key.
  func number(_ key: String) -> Double? {
    for argument in arguments where argument.key == key {
      if case .number(let value) = argument.value { return value }
    }
    return nil
  }
}
