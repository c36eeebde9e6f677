public import Figures
public import LossSurfaces
import Optimization

extension OutcomeShow {
  /// Reads `steps`, `final-loss`, or `steps-to 1e-3`.
  public init(parsing text: String) throws(InputError) {
    let words = text.split(separator: " ").map(String.init)
    switch words.first {
    case "steps" where words.count == 1: self = .steps
    case "final-loss" where words.count == 1: self = .finalLoss
    case "steps-to" where words.count == 2:
      guard let loss = Double(words[1]), loss.isFinite else { fallthrough }
      self = .stepsTo(loss)
    default:
      throw InputError(
        "'\(text)' is nothing that a map shows",
        remedy: "Write steps, final-loss, or steps-to and a loss, as in 'steps-to 1e-3'.")
    }
  }
}
