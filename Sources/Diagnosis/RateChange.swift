import LossSurfaces
import Optimization

/// What the schedule did at one stroke.
enum RateChange {
  static func events(in run: Evidence) -> [Event] {
    let rates = run.trajectory.learningRate
    func change(_ step: Int) -> String {
      guard step >= 1, step < rates.count else { return "" }
      return " from \(NumberText.string(rates[step - 1])) to \(NumberText.string(rates[step]))"
    }
    func figures(_ step: Int) -> [Verdict.Figure] {
      guard step >= 1, step < rates.count else { return [] }
      return [.init("from", rates[step - 1]), .init("to", rates[step])]
    }
    return Recurrence.events(.rateCut, at: run.trajectory.cuts, figures: figures) { step in
      "The learning rate was cut\(change(step)) at step \(NumberText.string(step))."
    }
      + Recurrence.events(.restart, at: run.trajectory.restarts, figures: figures) { step in
        "A new cycle began at step \(NumberText.string(step)): the learning rate went\(change(step))."
      }
  }
}
