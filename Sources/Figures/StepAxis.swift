import LossSurfaces
import Optimization

/// What the strips count along their foot: steps, or epochs where that sets equal amounts of data above one another.
///
/// Epochs when every run draws mini-batches and either all have the same number of updates in an epoch, more than one,
/// or all last the same number of epochs, at least one of which has more than one update; a step of a run is then 1/E of
/// the axis, with E its own updates in an epoch.
struct StepAxis: Hashable, Sendable {
  enum Unit: Hashable, Sendable {
    case steps
    /// E, where all runs have the same.
    case epochs(Int?)
  }

  let unit: Unit

  static let steps = StepAxis(unit: .steps)

  private init(unit: Unit) { self.unit = unit }

  init(for runs: [Run]) {
    let epochs = runs.compactMap { $0.batches?.stepsPerEpoch }
    guard let first = epochs.first, epochs.count == runs.count, epochs.contains(where: { $0 > 1 }) else {
      unit = .steps
      return
    }
    let isShared = epochs.allSatisfy { $0 == first }
    unit = isShared || Self.lastEqually(runs, epochs) ? .epochs(isShared ? first : nil) : .steps
  }

  /// Whether all last the same number of epochs, as they were told or as it comes out.
  private static func lastEqually(_ runs: [Run], _ epochs: [Int]) -> Bool {
    if runs[0].span.isInEpochs, runs.allSatisfy({ $0.span == runs[0].span }) { return true }
    return zip(runs, epochs).allSatisfy { $0.steps * epochs[0] == runs[0].steps * $1 }
  }

  var label: String { countsEpochs ? "epoch" : "step" }

  var countsEpochs: Bool { unit != .steps }

  /// How much of the axis a step of a run takes.
  func length(ofStepIn run: Run) -> Double {
    countsEpochs ? 1 / Double(run.batches?.stepsPerEpoch ?? 1) : 1
  }

  /// Where the longest of the runs ends.
  func extent(of trajectories: [Trajectory]) -> Double {
    trajectories.map { Double(max(1, $0.lastStep)) * length(ofStepIn: $0.run) }.max() ?? 1
  }

  /// What the settings line says beside the length that the runs share: `2 steps an epoch`, or `20 epochs` where that
  /// is all they share.
  func settings(of runs: [Run]) -> String? {
    switch unit {
    case .steps: return nil
    case .epochs(let steps?): return "\(NumberText.string(steps)) steps an epoch"
    case .epochs(nil):
      guard let first = runs.first, !first.span.isInEpochs, let epoch = first.batches?.stepsPerEpoch else { return nil }
      return Span.epochs(Double(first.steps) / Double(epoch)).words
    }
  }
}
