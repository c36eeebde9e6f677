public import Diagnosis
public import LossSurfaces
public import Optimization

/// One entry of a figure: a run, or the same run under several seeds, which is drawn as a fan about its mean.
public struct RunGroup: Sendable {
  /// Its name in the legend.
  public let label: String
  /// At least one; several are in the order of their seeds.
  public let runs: [FigureRun]
  /// The run itself, or the mean of those that did not diverge.
  public let mean: Trajectory
  /// What several runs came to.
  public let tally: Tally?

  /// A run alone.
  public init(_ run: FigureRun) {
    label = run.label
    runs = [run]
    mean = run.trajectory
    tally = nil
  }

  /// Runs that differ in their seeds alone.
  public init(label: String, runs: [FigureRun], on surface: Surface) {
    self.label = label
    self.runs = runs
    mean = Trajectory(meanOf: runs.map(\.trajectory))
    tally = runs.count == 1 ? nil : Tally(of: runs.map { ($0.trajectory, $0.assessment) }, on: surface)
  }

  /// The same under another name.
  public func named(_ label: String) -> RunGroup {
    RunGroup(label: label, runs: runs, mean: mean, tally: tally)
  }

  private init(label: String, runs: [FigureRun], mean: Trajectory, tally: Tally?) {
    self.label = label
    self.runs = runs
    self.mean = mean
    self.tally = tally
  }

  /// Whether it is a fan.
  public var isFan: Bool { runs.count > 1 }

  /// What was run; of several the first.
  var run: Run { runs[0].trajectory.run }

  /// The few words of the legend.
  public var words: String { tally?.words ?? runs[0].assessment.verdict.words }

  /// One or two whole sentences.
  public var sentence: String { tally?.sentence ?? runs[0].assessment.verdict.sentence }

  /// `seed 7`, `seeds 1–20`, `20 seeds`.
  var seeds: String {
    let seeds = runs.map(\.trajectory.run.seed)
    guard isFan else { return "seed \(seeds[0])" }
    let isRange = zip(seeds, seeds.dropFirst()).allSatisfy { $0 &+ 1 == $1 }
    return isRange ? "seeds \(seeds[0])–\(seeds[seeds.count - 1])" : "\(seeds.count) seeds"
  }
}
