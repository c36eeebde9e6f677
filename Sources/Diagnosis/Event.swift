public import LossSurfaces

/// Something that happened on the way.
public struct Event: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case escapedSaddle = "escaped-saddle"
    case changedBasin = "changed-basin"
    case zigzag
    case leftView = "left-view"
    case returned
    case rateCut = "rate-cut"
    case restart
  }

  public var kind: Kind
  public var step: Int
  /// The last step, for what lasts (zigzag).
  public var until: Int?
  public var sentence: String
  public var figures: [Verdict.Figure]
  /// The saddle or the minimum that the event speaks of.
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
