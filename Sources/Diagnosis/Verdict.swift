public import LossSurfaces

/// What a run did, in one word, with its numbers and its sentence.
public struct Verdict: Sendable, Hashable {
  /// In the order in which they are judged.
  public enum Kind: String, Sendable, CaseIterable {
    case diverged
    case atSaddle = "at-saddle"
    case converged
    case plateau
    case noiseFloor = "noise-floor"
    case edgeOfStability = "edge-of-stability"
    case oscillates
    case diverging
    case frozen
    case crawling
    case converging
    case descending
  }

  /// A number of a verdict or an event, under the name that it has in JSON.
  public struct Figure: Sendable, Hashable {
    /// camelCase, as it stands in JSON: `growthPerStep`.
    public var name: String
    public var value: Double
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  public var kind: Kind
  /// The step that the verdict is about: where it diverged, converged, or the last.
  public var step: Int
  /// Whether it rests on an extrapolation, or on a measurement without a theory behind it; then its sentence says so.
  public var isGuess: Bool
  /// One or two whole sentences with numbers and the reason.
  public var sentence: String
  /// The few words that stand in a legend: `diverges: ×1.05 a step`.
  public var words: String
  public var figures: [Figure]
  /// The minimum or saddle that the verdict speaks of.
  public var criticalPoint: CriticalPoint?

  public init(
    kind: Kind, step: Int, isGuess: Bool = false, sentence: String, words: String, figures: [Figure] = [],
    criticalPoint: CriticalPoint? = nil
  ) {
    self.kind = kind
    self.step = step
    self.isGuess = isGuess
    self.sentence = sentence
    self.words = words
    self.figures = figures
    self.criticalPoint = criticalPoint
  }
}

extension [Verdict.Figure] {
  /// The value of the first figure of this name.
  public subscript(name: String) -> Double? { first { $0.name == name }?.value }
}
