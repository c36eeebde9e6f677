import LossSurfaces
import Optimization

/// The one step of a run that raised the loss most.
struct Rise {
  /// The step that it led to.
  let step: Int
  /// `step 4 alone, from (1, 0.1) to (1, −0.3) over a pole, raised it by 12`
  let sentence: String
  /// Whether a pole, or ground where the loss is not defined, lay in the way.
  let isJump: Bool

  /// Nil when no step raised the loss.
  init?(of run: Evidence) {
    guard let step = (1..<run.loss.count).max(by: { Self.rise(at: $0, in: run) < Self.rise(at: $1, in: run) }),
      Self.rise(at: step, in: run) > 0
    else { return nil }
    self.step = step
    let (from, to) = (run.trajectory[step - 1], run.trajectory[step])
    let obstacle =
      run.landscape.pole(below: from).map { " past the pole at \(run.wording.place($0))" }
      ?? run.objective.evaluator.obstacle(between: from, to).map { " over \($0)" } ?? ""
    isJump = !obstacle.isEmpty
    sentence = """
      step \(NumberText.string(step)) alone, from \(run.wording.place(from)) to \(run.wording.place(to))\(obstacle), \
      raised it by \(NumberText.string(Self.rise(at: step, in: run)))
      """
  }

  private static func rise(at step: Int, in run: Evidence) -> Double { run.loss[step] - run.loss[step - 1] }
}
