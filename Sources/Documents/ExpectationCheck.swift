import Diagnosis
public import Figures
import LossSurfaces
import Optimization

extension Expectation {
  /// What an entry did instead of what was expected of it: one sentence an entry, none when the claim holds.
  ///
  /// The expectation speaks of an entry that there is; see `indices(among:)`.
  public func broken(by groups: [RunGroup]) -> [String] {
    guard let indices = try? indices(among: groups.map(\.label)) else {
      preconditionFailure("'\(description)' speaks of a run that there is not")
    }
    return indices.compactMap { index in
      let group = groups[index]
      guard let instead = isOfMean ? meanInstead(group) : instead(group) else { return nil }
      return "expected '\(description)', but run \(index + 1) (\(group.label)) \(instead)"
    }
  }

  /// What the first run that broke the claim did, with its seed and how many others did not keep it either.
  private func instead(_ group: RunGroup) -> String? {
    let broken = group.runs.compactMap { run in instead(run).map { (run.trajectory.run.seed, $0) } }
    guard let (seed, first) = broken.first else { return nil }
    guard group.isFan else { return first }
    let others = broken.count == 1 ? "" : " (\(broken.count) of \(group.runs.count) seeds break it)"
    return "with seed \(seed) \(first)\(others)"
  }

  /// The mean over seeds when it is not as claimed.
  private func meanInstead(_ group: RunGroup) -> String? {
    guard case .quantity(let name, let argument, let comparison, let bound, let tolerance) = claim else { return nil }
    var sum = 0.0
    for run in group.runs {
      guard let value = run.assessment.quantity(named: name, loss: argument, in: run.trajectory) else {
        return "with seed \(run.trajectory.run.seed) has no \(name), so that there is no mean"
      }
      sum += value
    }
    let mean = sum / Double(group.runs.count)
    return comparison.holds(mean, bound, tolerance)
      ? nil : "has mean \(name) = \(NumberText.string(mean, digits: 6))"
  }

  /// The runs of which it speaks, from 0. Throws when no run has that number or label.
  func indices(among labels: [String]) throws(InputError) -> [Int] {
    switch subject {
    case .all: return Array(labels.indices)
    case .number(let number):
      guard number >= 1, number <= labels.count else {
        let runs = ["There are no runs.", "There is one run: number 1."]
        throw InputError(
          "'\(description)' speaks of run \(number)",
          remedy: labels.count < runs.count ? runs[labels.count] : "There are runs 1 to \(labels.count).",
          at: mark.place)
      }
      return [number - 1]
    case .label(let label):
      let found = labels.indices.filter { labels[$0] == label }
      guard !found.isEmpty else {
        throw InputError(
          "no run has the label '\(label)'", remedy: Spelling.remedy(for: label, among: labels, called: "labels"),
          at: mark.place)
      }
      return found
    }
  }

  /// What the run did, or nil when it did as claimed.
  private func instead(_ run: FigureRun) -> String? {
    let verdict = run.assessment.verdict
    let said = "has the verdict \(verdict.kind.rawValue): \(verdict.sentence)"
    switch claim {
    case .verdict(let kind, let isNegated):
      return (verdict.kind == kind) != isNegated ? nil : said
    case .event(let kind, let isNegated):
      let event = run.assessment.events.first { $0.kind == kind }
      guard (event != nil) == isNegated else { return nil }
      return event.map { "has it at step \($0.step)" } ?? "has no such event; it " + said
    case .quantity(let name, let argument, let comparison, let bound, let tolerance):
      let value = run.assessment.quantity(named: name, loss: argument, in: run.trajectory)
      guard let value else { return "has no \(name); it \(said)" }
      return comparison.holds(value, bound, tolerance) ? nil : "has \(name) = \(NumberText.string(value, digits: 6))"
    }
  }
}

extension Expectation.Comparison {
  func holds(_ value: Double, _ bound: Double, _ tolerance: Double) -> Bool {
    switch self {
    case .below: value < bound
    case .atMost: value <= bound
    case .above: value > bound
    case .atLeast: value >= bound
    case .equal: abs(value - bound) <= tolerance * (1 + 1e-9)
    }
  }
}
