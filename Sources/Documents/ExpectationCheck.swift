import Diagnosis
public import Figures
public import LossSurfaces

extension Expectation {
  /// What a run did instead of what was expected of it: one sentence a run, none when the claim holds.
  ///
  /// Throws when no run has that number or label.
  public func broken(by runs: [FigureRun]) throws(InputError) -> [String] {
    try indices(in: runs).compactMap { index in
      let run = runs[index]
      guard let instead = instead(run) else { return nil }
      return "expected '\(description)', but run \(index + 1) (\(run.label)) \(instead)"
    }
  }

  private func indices(in runs: [FigureRun]) throws(InputError) -> [Int] {
    switch subject {
    case .all: return Array(runs.indices)
    case .number(let number):
      guard (1...max(1, runs.count)).contains(number) else {
        throw InputError(
          "'\(description)' speaks of run \(number)",
          remedy: runs.count == 1 ? "There is one run: number 1." : "There are runs 1 to \(runs.count).")
      }
      return [number - 1]
    case .label(let label):
      let found = runs.indices.filter { runs[$0].label == label }
      guard !found.isEmpty else {
        throw InputError(
          "no run has the label '\(label)'",
          remedy: Spelling.remedy(for: label, among: runs.map(\.label), called: "labels"))
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
