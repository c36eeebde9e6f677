public import Optimization

/// A number of a run that a picture can promise.
public enum Quantity: Hashable, Sendable {
  /// Loss and place at the last step.
  case finalLoss, finalX, finalY
  /// The first step at which the loss is no larger than this.
  case stepsTo(loss: Double)
  /// The step from which the run counts as converged.
  case convergedStep
  /// The step at which the first saddle was left behind.
  case escapedStep
  /// The step at which the run left for good.
  case divergedStep
  /// The period of the cycle in which the run ends.
  case period
  /// λmax: of the cycle, or at the end; of a run that diverged at its start.
  case sharpness
  /// The rate times that.
  case etaSharpness
  /// The distance from the last point to the nearest minimum known.
  case finalDistance
  /// How many times the schedule cut the rate.
  case rateCuts

  /// The names as they stand in an expectation.
  public static let names = [
    "final-loss", "final-x", "final-y", "steps-to", "converged-step", "escaped-step", "diverged-step", "period",
    "sharpness", "eta-sharpness", "final-distance", "rate-cuts",
  ]

  /// Nil when there is no such quantity, or when `steps-to` comes without its loss or another with one.
  public init?(named name: String, loss: Double? = nil) {
    guard (name == "steps-to") == (loss != nil) else { return nil }
    switch name {
    case "final-loss": self = .finalLoss
    case "final-x": self = .finalX
    case "final-y": self = .finalY
    case "steps-to": self = .stepsTo(loss: loss!)
    case "converged-step": self = .convergedStep
    case "escaped-step": self = .escapedStep
    case "diverged-step": self = .divergedStep
    case "period": self = .period
    case "sharpness": self = .sharpness
    case "eta-sharpness": self = .etaSharpness
    case "final-distance": self = .finalDistance
    case "rate-cuts": self = .rateCuts
    default: return nil
    }
  }
}

extension Assessment {
  /// The value of a quantity for the run that was judged; nil when it has none: a run that did not converge has no
  /// converged-step, chatter no period.
  public func value(of quantity: Quantity, in trajectory: Trajectory) -> Double? {
    switch quantity {
    case .finalLoss: trajectory.loss.last
    case .finalX: trajectory.x.last
    case .finalY: trajectory.y.last
    case .stepsTo(let loss): trajectory.loss.firstIndex { $0 <= loss }.map(Double.init)
    case .convergedStep: verdict.kind == .converged ? Double(verdict.step) : nil
    case .escapedStep: events.first { $0.kind == .escapedSaddle }.map { Double($0.step) }
    case .divergedStep: verdict.kind == .diverged ? Double(verdict.step) : nil
    case .period: verdict.figures["period"]
    case .sharpness: verdict.figures["sharpness"]
    case .etaSharpness: verdict.figures["etaSharpness"]
    case .finalDistance: verdict.figures["distance"]
    case .rateCuts: Double(trajectory.cuts.count)
    }
  }

  /// The value of the quantity of this name; `steps-to` takes a loss. Nil also when there is no such quantity.
  public func quantity(named name: String, loss: Double? = nil, in trajectory: Trajectory) -> Double? {
    Quantity(named: name, loss: loss).flatMap { value(of: $0, in: trajectory) }
  }
}
