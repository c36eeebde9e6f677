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
    if let ground = stability?.ground { sentences.append("Where \(ground.words) the map is hatched.") }
    for run in runs {
      let events = run.assessment.events.filter { $0.kind != .rateCut && $0.kind != .restart }.prefix(4)
      let text = ([run.assessment.verdict.sentence] + events.map(\.sentence)).joined(separator: " ")
      sentences.append(runs.count == 1 ? text : "\(run.label): \(text)")
    }
    return sentences.joined(separator: " ")
  }
}

extension RangeTestFigure {
  /// What the picture shows and what it comes to, for readers who cannot see it.
  public var description: String {
    let settings = settings(title: surface.title)
    let readings = assessment.readings.map { reading in
      "\(reading.kind.rawValue) at \(NumberText.string(reading.rate)): \(reading.assessment.verdict.sentence)"
    }
    let runs = test.run.isStochastic ? "\(RangeTest.seedCount) runs at each rate" : "one run at each rate"
    return
      ([
        """
        Learning-rate range test on \(surface.title), \(settings.joined(separator: ", ")): above, the loss of one sweep \
        against the learning rate; below, the loss that \(runs) ends at.
        """
      ] + assessment.sentences + readings).joined(separator: " ")
  }
}
