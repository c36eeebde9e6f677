import LossSurfaces
import Optimization

extension OutcomeFigure {
  /// What all runs of the map share.
  var settings: [String] {
    guard var run = try? map.run(0, 0) else { return [] }
    run.seed = map.base.seed
    let varied = [map.x.setting, map.y.setting]
    // Settings that an axis varies are told by the axis: two runs that differ in them share the rest.
    guard let other = try? map.run(map.x.count - 1, map.y.count - 1) else { return [] }
    var items = SettingsLine.items(
      surface: surface, of: [run, other], seeds: run.isStochastic ? ["seed \(map.base.seed)"] : [],
      title: displayTitle)
    if run.optimizer.settings != other.optimizer.settings { items.append(sharedOptimizer(varied)) }
    if run.schedule.settings != other.schedule.settings { items.append(map.base.schedule.name) }
    return items + ["\(map.x.count)×\(map.y.count) runs"]
  }

  /// The optimizer with the settings that no axis varies.
  private func sharedOptimizer(_ varied: [MapSetting]) -> String {
    var shared = map.base.optimizer
    shared.arguments.removeAll { varied.contains(.optimizer($0.key)) }
    let optimizer = (try? Optimizer(shared)) ?? (try? Optimizer(Specification(shared.name)))
    return optimizer?.settings ?? shared.name
  }

  /// What the picture shows and what became of the runs, in words.
  public var description: String {
    let counts = outcomes.reduce(into: [OutcomeInks.Family: Int]()) { $0[OutcomeInks.Family($1), default: 0] += 1 }
    let shares = Self.phrases(names).compactMap { family, phrase in
      counts[family].map { "\(OutcomeLegend.share($0, of: outcomes.count)) \(phrase)" }
    }
    let axes = [map.x, map.y].map { axis in
      let ends = "\(NumberText.string(axis.range.lowerBound)) to \(NumberText.string(axis.range.upperBound))"
      return "\(Self.name(axis.setting)) from \(ends)\(axis.isLogarithmic ? " (logarithmic)" : "")"
    }
    let what =
      "Map of \(surface.title): \(map.x.count)×\(map.y.count) runs of \(NumberText.string(map.base.steps)) steps"
    return "\(what) over \(axes[0]) and \(axes[1]). Of the runs \(Self.list(shares))."
  }

  /// What became of the runs, a line a fate.
  public var words: String {
    let counts = outcomes.reduce(into: [OutcomeInks.Family: Int]()) { $0[OutcomeInks.Family($1), default: 0] += 1 }
    let lines = Self.phrases(names).compactMap { family, phrase in
      counts[family].map { "  \(OutcomeLegend.share($0, of: outcomes.count)) \(phrase) (\(NumberText.string($0)))" }
    }
    let axes = "\(map.x.setting.key) by \(map.y.setting.key)"
    return (["\(surface.name): \(map.x.count)×\(map.y.count) runs, \(axes)"] + lines).joined(separator: "\n")
  }

  private static func phrases(_ names: [String]) -> [(OutcomeInks.Family, String)] {
    names.enumerated().map { (.minimum($0.offset), "converged to \($0.element)") } + [
      (.otherMinimum, names.isEmpty ? "converged" : "converged elsewhere"), (.cycle, "went into a cycle"),
      (.moving, "were still moving"), (.saddle, "stood at a saddle"), (.plateau, "stood on a plateau"),
      (.diverging, "were diverging"), (.diverged, "diverged"),
    ]
  }

  private static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "none ran" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
