import Diagnosis
import LossSurfaces
import Optimization

extension PathFigure {
  /// What the picture shows and what happened, in words made from the runs: for the PNG's description and for
  /// readers who cannot see it.
  public var description: String {
    let axes = surface.axes
    let first = groups.first.map { "(\(NumberText.string($0.run.start.x)), \(NumberText.string($0.run.start.y)))" }
    let count = groups.reduce(0) { $0 + $1.runs.count }
    var sentences = [
      """
      Contour plot of \(surface.title), \(SettingsLine.items(surface: surface, groups: groups, title: surface.title).joined(separator: ", ")), for \(axes.x) from \
      \(NumberText.string(view.x.lowerBound)) to \(NumberText.string(view.x.upperBound)) and \(axes.y) from \
      \(NumberText.string(view.y.lowerBound)) to \(NumberText.string(view.y.upperBound)).
      """
    ]
    if let first {
      sentences.append(count == 1 ? "One path from \(first)." : "\(count) paths, the first from \(first).")
    }
    if let ground = stability?.ground { sentences.append("Where \(ground.words) the map is hatched.") }
    if groups.contains(where: \.isFan) {
      sentences.append("Thin lines are the runs of single seeds, bold ones the means of those that did not diverge.")
    }
    if !panels.isEmpty, StepAxis(for: groups.map(\.run)).countsEpochs {
      sentences.append("The charts beside it count epochs.")
    }
    if let ellipses = noiseEllipses.description(groups) { sentences.append(ellipses) }
    for group in groups {
      sentences.append(groups.count == 1 ? account(of: group) : "\(group.label): \(account(of: group))")
    }
    return sentences.joined(separator: " ")
  }

  private func account(of group: RunGroup) -> String {
    if let tally = group.tally { return tally.sentence }
    let assessment = group.runs[0].assessment
    let events = assessment.events.filter { $0.kind != .rateCut && $0.kind != .restart }.prefix(4)
    return ([assessment.verdict.sentence] + events.map(\.sentence)).joined(separator: " ")
  }
}

extension RangeTestFigure {
  /// What the picture shows and what it comes to, for readers who cannot see it.
  public var description: String {
    let settings = settings(title: surface.title)
    let readings = assessment.readings.map { reading in
      "\(reading.kind.rawValue) at \(NumberText.string(reading.rate)): \(reading.assessment.verdict.sentence)"
    }
    let runs = assessment.test.run.isStochastic ? "\(RangeTest.seedCount) runs at each rate" : "one run at each rate"
    return
      ([
        """
        Learning-rate range test on \(surface.title), \(settings.joined(separator: ", ")): above, the loss of one sweep \
        against the learning rate; below, the loss that \(runs) ends at.
        """
      ] + assessment.sentences + readings).joined(separator: " ")
  }
}
