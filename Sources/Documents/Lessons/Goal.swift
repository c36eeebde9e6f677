import Diagnosis
import Figures
import LossSurfaces
import Optimization

/// What a challenge asks for, in words.
extension Expectation {
  /// `step of convergence below 90`: a reader's own run is the only one, so that it needs no name.
  var goal: String {
    switch claim {
    case .verdict(let kind, let isNegated): "the verdict \(isNegated ? "not " : "")\(kind.rawValue)"
    case .event(let kind, let isNegated): "\(isNegated ? "no " : "")\(kind.rawValue)"
    case .quantity(let name, let argument, let comparison, let bound, _):
      "\(isOfMean ? "mean " : "")\(Self.words(for: name, argument)) \(comparison.words) \(Self.number(bound))"
    }
  }

  /// What an entry lacks of the goal, in a sentence: `The step of convergence is 91, not below 90.`
  func shortfall(of group: RunGroup) -> String {
    guard case .quantity(let name, let argument, let comparison, let bound, let tolerance) = claim else {
      return "The goal is \(goal)."
    }
    let values = group.runs.map { $0.assessment.quantity(named: name, loss: argument, in: $0.trajectory) }
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return "The goal is \(goal), and there is no such number." }
    let value =
      isOfMean
      ? known.reduce(0, +) / Double(known.count) : known.first { !comparison.holds($0, bound, tolerance) } ?? known[0]
    let words = "\(isOfMean ? "mean " : "")\(Self.words(for: name, argument))"
    return "The \(words) is \(Self.number(value)), not \(comparison.words) \(Self.number(bound))."
  }

  private static func number(_ value: Double) -> String { NumberText.string(value, digits: 4) }

  private static func words(for quantity: String, _ loss: Double?) -> String {
    switch quantity {
    case "final-loss": "loss at the end"
    case "final-x", "final-y": "\(quantity.suffix(1)) at the end"
    case "steps-to": "number of steps to a loss of \(number(loss ?? 0))"
    case "converged-step": "step of convergence"
    case "escaped-step": "step of escape"
    case "diverged-step": "step of divergence"
    case "sharpness": "sharpness λmax at the end"
    case "eta-sharpness": "η·λmax at the end"
    case "final-distance": "distance from the minimum"
    case "rate-cuts": "number of cuts"
    default: quantity
    }
  }
}

extension Expectation.Comparison {
  var words: String {
    switch self {
    case .atMost: "at most"
    case .atLeast: "at least"
    case .below: "below"
    case .above: "above"
    case .equal: "equal to"
    }
  }
}
