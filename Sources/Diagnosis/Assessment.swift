public import LossSurfaces
public import Optimization

/// What a run did, in one word, with its numbers and its sentence.
public struct Verdict: Sendable, Hashable {
  /// In the order in which they are judged.
  public enum Kind: String, Sendable, CaseIterable {
    case diverged, atSaddle = "at-saddle", converged, plateau, noiseFloor = "noise-floor"
    case edgeOfStability = "edge-of-stability", oscillates, diverging, frozen, crawling, converging, descending
  }
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
  /// A whole sentence with numbers and the reason.
  public var sentence: String
  /// The few words that stand in a legend: `diverges: ×1.05 a step`.
  public var words: String
  public var figures: [Figure]
  /// The minimum or saddle that the verdict speaks of.
  public var criticalPoint: CriticalPoint?

  public init(
    kind: Kind, step: Int, sentence: String, words: String, figures: [Figure] = [], criticalPoint: CriticalPoint? = nil
  ) {
    self.kind = kind
    self.step = step
    self.sentence = sentence
    self.words = words
    self.figures = figures
    self.criticalPoint = criticalPoint
  }
}

/// Something that happened on the way.
public struct Event: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case escapedSaddle = "escaped-saddle", changedBasin = "changed-basin", zigzag, leftView = "left-view", returned
    case rateCut = "rate-cut", restart
  }
  public var kind: Kind
  public var step: Int
  /// The last step, for what lasts (zigzag).
  public var until: Int?
  public var sentence: String
  public var figures: [Verdict.Figure]
  public var criticalPoint: CriticalPoint?

  public init(
    kind: Kind, step: Int, until: Int? = nil, sentence: String, figures: [Verdict.Figure] = [],
    criticalPoint: CriticalPoint? = nil
  ) {
    self.kind = kind
    self.step = step
    self.until = until
    self.sentence = sentence
    self.figures = figures
    self.criticalPoint = criticalPoint
  }
}

/// The verdict on a run and the events on its way.
public struct Assessment: Sendable, Hashable {
  public var verdict: Verdict
  public var events: [Event]

  public init(verdict: Verdict, events: [Event]) {
    self.verdict = verdict
    self.events = events
  }

  /// Judges a run by the rules in their order; `surface` gives the declared critical points and the view.
  public init(of trajectory: Trajectory, on surface: Surface) { fatalError("not built yet") }
}
