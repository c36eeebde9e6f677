import LossSurfaces
import Optimization

/// The loss that a run descends, along the run.
///
/// That is the surface's loss, and with weight decay w in sgd, which adds w·(x, y) to each gradient, it is
/// f + w·(x² + y²)/2: the run comes to rest at the minimum of this sum, so this sum is what is judged.
struct Objective {
  let evaluator: Evaluator
  let weightDecay: Double
  /// Entry t belongs to the point before update t.
  let values: [Double]
  let gradientNorms: [Double]

  init(of trajectory: Trajectory) {
    let loss = trajectory.run.loss
    if let decay = Self.weightDecay(of: trajectory.run.optimizer), let sum = try? Self.penalized(loss, by: decay) {
      evaluator = Evaluator(sum)
      weightDecay = decay
      var (values, norms): ([Double], [Double]) = ([], [])
      values.reserveCapacity(trajectory.x.count)
      norms.reserveCapacity(trajectory.x.count)
      for step in trajectory.x.indices {
        let here = evaluator.firstOrder(at: trajectory[step])
        values.append(here.value)
        norms.append(here.gradientNorm)
      }
      (self.values, gradientNorms) = (values, norms)
    } else {
      evaluator = Evaluator(loss)
      weightDecay = 0
      values = trajectory.loss
      gradientNorms = trajectory.gradientNorm
    }
  }

  private static func weightDecay(of optimizer: Optimizer) -> Double? {
    guard optimizer.momentum != nil, let decay = optimizer.specification.number("weight-decay"), decay > 0 else {
      return nil
    }
    return decay
  }

  /// The mean of a sum is the sum of the means, so this holds for a finite-sum loss too.
  private static func penalized(_ loss: LossFunction, by decay: Double) throws(InputError) -> LossFunction {
    try LossFunction(
      formula: "(\(loss.formula)) + \(decay)/2*(x^2 + y^2)", parameters: loss.parameters,
      definitions: loss.definitions, samples: loss.samples)
  }
}
