/// Learning rate against step for one or more schedules; above it, when a log is replayed, its losses.
public struct ScheduleFigure: Sendable {
  public struct Curve: Sendable {
    public var label: String
    /// What the rate does, in a few words: `0.1 → 0.001`.
    public var words: String
    public var rates: [Double]
    /// Updates at which the rate is cut.
    public var cuts: [Int]
    /// Updates at which a cycle begins.
    public var restarts: [Int]
    /// Whether losses brought the cuts.
    public var isJudged = false
    /// The best loss so far, as the schedule judges, after each of the losses; empty when it judges none.
    public var best: [Double] = []
    /// The place in a family that one number spans: 0 for the least to 1 for the greatest.
    public var shade: Double?

    public init(label: String, words: String = "", rates: [Double], cuts: [Int] = [], restarts: [Int] = []) {
      self.label = label
      self.words = words
      self.rates = rates
      self.cuts = cuts
      self.restarts = restarts
    }
  }

  public var curves: [Curve]
  public var title: String
  /// Items of the line under the title.
  public var settings: [String]
  /// Losses replayed: loss i after update i.
  public var losses: [Double] = []
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  public var footer: String?

  public init(curves: [Curve], title: String, settings: [String]) {
    self.curves = curves
    self.title = title
    self.settings = settings
  }
}
