import LossSurfaces

/// A cut of a plateau schedule, and why it came.
public struct PlateauCut: Hashable, Sendable {
  /// The first update with the lower rate.
  public let update: Int
  /// How many losses in a row were not better.
  public let bad: Int
  /// The loss that they were to be better than: the best before them.
  public let best: Double
  public let rateBefore: Double
  public let rateAfter: Double
  let rule: PlateauDecay

  /// `cut at update 41: 11 losses in a row not below 0.234·(1 − 10⁻⁴); 0.1 → 0.01`
  public var sentence: String {
    let change = "\(NumberText.string(rateBefore)) → \(NumberText.string(rateAfter))"
    return "cut at update \(update): \(reason); \(change)"
  }

  private var reason: String {
    // Like optax, patience 0 waits for a loss that is better.
    if rule.library == .optax, rule.patience.count == 0 { return "a loss below \(bar)" }
    return (bad == 1 ? "a loss" : "\(bad) losses in a row") + " not below \(bar)"
  }

  /// What a loss must be below to be better.
  private var bar: String {
    let (reference, margin) = (NumberText.string(best, digits: 6), NumberText.string(rule.threshold))
    if let window = rule.window?.count {
      let before = window == 1 ? "the loss before" : "the loss \(window) updates before"
      guard rule.threshold > 0 else { return before }
      return "\(before) by more than \(margin)" + (rule.isRelative ? " of it" : "")
    }
    guard rule.threshold > 0, best.isFinite else { return reference }
    guard rule.isRelative else { return "\(reference) − \(margin)" }
    guard best != 0 else { return reference }
    // Only our margin lies below a negative loss.
    return "\(reference)·(1 \(best < 0 && rule.library == nil ? "+" : "−") \(margin))"
  }
}
