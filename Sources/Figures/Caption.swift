import Diagnosis
import LossSurfaces
import Optimization

extension PathFigure {
  /// What the picture shows and what happened, in words made from the runs: for the PNG's description and for
  /// readers who cannot see it.
  public var description: String {
    let axes = surface.axes
    let first = runs.first.map {
      "(\(NumberText.string($0.trajectory.x[0])), \(NumberText.string($0.trajectory.y[0])))"
    }
    var sentences = [
      """
      Contour plot of \(surface.title), \(SettingsLine.items(surface: surface, runs: runs, title: surface.title).joined(separator: ", ")), for \(axes.x) from \
      \(NumberText.string(view.x.lowerBound)) to \(NumberText.string(view.x.upperBound)) and \(axes.y) from \
      \(NumberText.string(view.y.lowerBound)) to \(NumberText.string(view.y.upperBound)).
      """
    ]
    if let first, runs.count > 0 {
      sentences.append(runs.count == 1 ? "One path from \(first)." : "\(runs.count) paths, the first from \(first).")
    }
    if !panels.isEmpty, StepAxis(for: runs.map(\.trajectory.run)).countsEpochs {
      sentences.append("The charts beside it count epochs.")
    }
    for run in runs {
      let events = run.assessment.events.filter { $0.kind != .rateCut && $0.kind != .restart }.prefix(4)
      let text = ([run.assessment.verdict.sentence] + events.map(\.sentence)).joined(separator: " ")
      sentences.append(runs.count == 1 ? text : "\(run.label): \(text)")
    }
    return sentences.joined(separator: " ")
  }
}
