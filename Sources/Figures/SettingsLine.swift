import Diagnosis
import LossSurfaces
import Optimization

/// The quiet line under the title: all settings that the runs share. What differs stands in their labels.
enum SettingsLine {
  /// The formula goes without saying where the title is the formula.
  static func items(surface: Surface, groups: [RunGroup], title: String) -> [String] {
    items(
      surface: surface, of: groups.map(\.run), seeds: groups.filter(\.run.isStochastic).map(\.seeds), title: title)
  }

  /// The same for runs that are no groups; `seeds` are the words for those that depend on them.
  static func items(surface: Surface, of runs: [Run], seeds: [String], title: String) -> [String] {
    let formula = formula(of: surface)
    return (title.hasPrefix(formula) ? [] : [formula]) + settings(of: runs, seeds: Set(seeds))
  }

  /// What groups share, without a formula.
  static func shared(by groups: [RunGroup]) -> [String] {
    settings(of: groups.map(\.run), seeds: Set(groups.filter(\.run.isStochastic).map(\.seeds)))
  }

  private static func formula(of surface: Surface) -> String {
    var text = "f = " + FormulaText.typeset(surface.loss.formula, renaming: names(of: surface))
    let parameters = surface.loss.parameters.map { "\(FormulaText.typeset($0.name)) = \(NumberText.string($0.value))" }
    if !parameters.isEmpty { text += " with " + parameters.joined(separator: ", ") }
    return text
  }

  /// x and y are called as the axes are.
  static func names(of surface: Surface) -> [String: String] {
    guard surface.axes.x.count <= 2, surface.axes.y.count <= 2 else { return [:] }
    return ["x": surface.axes.x, "y": surface.axes.y]
  }

  private static func settings(of runs: [Run], seeds: Set<String>) -> [String] {
    guard let first = runs.first else { return [] }
    func shared<Value: Equatable>(_ value: (Run) -> Value) -> Bool {
      runs.allSatisfy { value($0) == value(first) }
    }
    var parts: [String] = []
    if shared({ $0.optimizer.settings }) { parts.append(first.optimizer.settings) }
    if shared({ $0.schedule.settings }) {
      parts.append(first.schedule.settings == "constant" ? "constant rate" : first.schedule.settings)
    }
    // A sweep has rates of its own: the learning rate only set its defaults.
    let isSweep = first.schedule.specification.name == "range-test"
    if shared({ $0.schedule.learningRate }), !isSweep {
      parts.append("η = " + NumberText.string(first.schedule.learningRate))
    }
    if shared({ $0.batches }), let batches = first.batches { parts.append(batches.settings) }
    if shared({ $0.noise }), !first.noise.isZero || runs.allSatisfy({ $0.batches == nil }) {
      parts.append(
        first.noise.isZero
          ? "no noise"
          : first.noise.x == first.noise.y
            ? "gradient noise \(NumberText.string(first.noise.x))"
            : "gradient noise (\(NumberText.string(first.noise.x)), \(NumberText.string(first.noise.y)))")
    }
    if seeds.count == 1, let seeds = seeds.first { parts.append(seeds) }
    if shared(\.start) {
      parts.append("start (\(NumberText.string(first.start.x)), \(NumberText.string(first.start.y)))")
    }
    // Of a sweep as long as the run the schedule has said so.
    let isSaid = isSweep && first.schedule.specification["steps"] == .number(Double(first.steps))
    if shared(\.span), !isSaid { parts.append(first.span.words) }
    if let epochs = StepAxis(for: runs).settings(of: runs) { parts.append(epochs) }
    return parts
  }
}
