import Diagnosis
import Documents
import Figures
import LossSurfaces
import Optimization

/// The result of `run` and `render` as data, as a table and as words.
struct RunReport: Encodable {
  struct Entry: Encodable {
    let step: Int
    let x: Double
    let y: Double
    let loss: Double
    let gradientNorm: Double
    let learningRate: Double?

    enum CodingKeys: CodingKey { case step, x, y, loss, gradientNorm, learningRate }

    /// The last entry has the rate null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(step, forKey: .step)
      try container.encode(x, forKey: .x)
      try container.encode(y, forKey: .y)
      try container.encode(loss, forKey: .loss)
      try container.encode(gradientNorm, forKey: .gradientNorm)
      try container.encode(learningRate, forKey: .learningRate)
    }
  }

  struct Final: Encodable {
    let step: Int
    let x: Double
    let y: Double
    let loss: Double
  }

  struct One: Encodable {
    let label: String
    let schedule: String
    let optimizer: String
    let verdict: VerdictReport
    let events: [EventReport]
    let final: Final
    let history: [Entry]
  }

  let format = 1
  let surface: String
  let runs: [One]

  init(_ rendering: Rendering) {
    surface = rendering.plan.surface.name
    runs = rendering.runs.map { run in
      let trajectory = run.trajectory
      let last = trajectory.lastStep
      return One(
        label: run.label, schedule: trajectory.run.schedule.specification.description,
        optimizer: trajectory.run.optimizer.specification.description,
        verdict: VerdictReport(verdict: run.assessment.verdict),
        events: run.assessment.events.map { EventReport(event: $0) },
        final: Final(step: last, x: trajectory.x[last], y: trajectory.y[last], loss: trajectory.loss[last]),
        history: Self.history(of: trajectory))
    }
  }

  private static func history(of trajectory: Trajectory) -> [Entry] {
    (0...trajectory.lastStep).map { step in
      Entry(
        step: step, x: trajectory.x[step], y: trajectory.y[step], loss: trajectory.loss[step],
        gradientNorm: trajectory.gradientNorm[step],
        learningRate: step < trajectory.learningRate.count ? trajectory.learningRate[step] : nil)
    }
  }

  func json() throws -> String { try JSON.text(self) }

  /// run,step,x,y,loss,gradientNorm,learningRate; runs count from 1, numbers read back exactly.
  static func csv(_ rendering: Rendering) -> String {
    var text = "run,step,x,y,loss,gradientNorm,learningRate\n"
    for (index, run) in rendering.runs.enumerated() {
      for entry in history(of: run.trajectory) {
        let rate = entry.learningRate.map { "\($0)" } ?? ""
        text += "\(index + 1),\(entry.step),\(entry.x),\(entry.y),\(entry.loss),\(entry.gradientNorm),\(rate)\n"
      }
    }
    return text
  }

  /// A paragraph a run: its label, its verdict, why, and what happened on the way.
  static func words(_ rendering: Rendering) -> String {
    rendering.runs.map { run in
      let verdict = run.assessment.verdict
      let events = run.assessment.events.prefix(6).map { "\n  \($0.kind.rawValue): \($0.sentence)" }.joined()
      let more = run.assessment.events.count > 6 ? "\n  … and \(run.assessment.events.count - 6) more events" : ""
      return "\(run.label): \(verdict.kind.rawValue)\n  \(verdict.sentence)\(events)\(more)"
    }.joined(separator: "\n")
  }
}
