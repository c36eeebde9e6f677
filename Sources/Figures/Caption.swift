import Diagnosis
import LossSurfaces
import Optimization

extension RunFigure {
  /// `Contour plot of Ravine, f = …, for x from −3 to 3 …`, then what each run did.
  func description(_ kind: String, showing view: View) -> String {
    let axes = surface.axes
    let settings = SettingsLine.items(surface: surface, runs: runs, title: surface.title).joined(separator: ", ")
    let first = runs.first.map {
      "(\(NumberText.string($0.trajectory.x[0])), \(NumberText.string($0.trajectory.y[0])))"
    }
    var sentences = [
      """
      \(kind) of \(surface.title), \(settings), for \(axes.x) from \
      \(NumberText.string(view.x.lowerBound)) to \(NumberText.string(view.x.upperBound)) and \(axes.y) from \
      \(NumberText.string(view.y.lowerBound)) to \(NumberText.string(view.y.upperBound)).
      """
    ]
    if let first, runs.count > 0 {
      sentences.append(runs.count == 1 ? "One path from \(first)." : "\(runs.count) paths, the first from \(first).")
    }
    return (sentences + outcomes).joined(separator: " ")
  }

  /// A text for each run: its verdict, and what happened on the way.
  private var outcomes: [String] {
    runs.map { run in
      let events = run.assessment.events.filter { $0.kind != .rateCut && $0.kind != .restart }.prefix(4)
      let text = ([run.assessment.verdict.sentence] + events.map(\.sentence)).joined(separator: " ")
      return runs.count == 1 ? text : "\(run.label): \(text)"
    }
  }
}

extension PathFigure {
  public var description: String { description("Contour plot", showing: view) }
}

extension ReliefFigure {
  public var description: String { description("Relief", showing: view) }
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
