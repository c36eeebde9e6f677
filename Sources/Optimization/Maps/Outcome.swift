/// What became of one run of a map.
public struct Outcome: Hashable, Sendable {
  /// The verdicts that a run is given without its history.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case diverged
    case atSaddle
    case converged
    case plateau
    /// A bounded cycle, or to and fro without an exact period.
    case oscillates
    /// Not out yet, but above the start and too fast for the curvature where it is.
    case diverging
    /// Everything else: it is still moving.
    case descending

    /// The name that verdicts have in JSON and in expectations.
    public var name: String {
      switch self {
      case .diverged: "diverged"
      case .atSaddle: "at-saddle"
      case .converged: "converged"
      case .plateau: "plateau"
      case .oscillates: "oscillates"
      case .diverging: "diverging"
      case .descending: "descending"
      }
    }
  }

  public var kind: Kind
  /// Of the minima of the map the one reached; −1 for none or another.
  public var minimum: Int32
  /// The step at which it diverged, or from which the gradient stayed below the tolerance; −1 otherwise.
  public var step: Int32
  /// The first step at which the loss was at most the target; −1 for never, or without a target.
  public var stepAtTarget: Int32
  /// The loss at the end.
  public var loss: Double
  /// The mean loss over the last quarter of the steps, for runs that then are not at rest; for others the loss at the end.
  public var level: Double

  public init(
    kind: Kind, minimum: Int32 = -1, step: Int32 = -1, stepAtTarget: Int32 = -1, loss: Double, level: Double? = nil
  ) {
    self.kind = kind
    self.minimum = minimum
    self.step = step
    self.stepAtTarget = stepAtTarget
    self.loss = loss
    self.level = level ?? loss
  }
}
