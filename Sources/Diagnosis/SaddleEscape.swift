import LossSurfaces
import Optimization

/// Passages near a saddle: the gradient sinks as the run comes in, and grows again as it leaves.
enum SaddleEscape {
  /// The gradient must sink below this share of its earlier maximum, and then grow by this factor.
  private static let sunken = 0.05
  private static let regrown = 3.0
  /// How far the saddle may be, in diagonals of the view.
  private static let nearness = 0.1
  /// A run that chatters has a minimum of the gradient in every other step. Newton's iteration is tried from so many,
  /// those with the smallest gradients: a saddle worth the name is among them.
  private static let mostTrials = 32

  /// The share of the gradient that must point along the direction that falls away: a run with momentum that swings to
  /// and fro through the saddle has not left.
  private static let outward = 0.5
  /// Points in which that is looked for.
  private static let mostPoints = 1000

  private struct Passage {
    var saddle: CriticalPoint
    /// Where the gradient was smallest, the last time it was so.
    var nearest: Int
    var curvature: Double
  }

  /// The gradient had a local minimum below 5 % of its earlier maximum where the surface falls away, Newton's iteration
  /// from there reaches a saddle, and the gradient later exceeded three times that value in the direction that falls
  /// away.
  ///
  /// A run that starts beside a saddle has no earlier maximum worth the name: then the later one counts. Several minima at the same
  /// saddle, as noise and overshoot make them, are one passage, which ends after the last.
  static func events(in run: Evidence) -> [Event] {
    let norms = run.objective.gradientNorms
    return passages(in: run).compactMap { passage in
      let least = norms[passage.nearest]
      guard let step = departure(of: run, after: passage) else { return nil }
      return Event(
        kind: .escapedSaddle, step: step,
        sentence: """
          Escaped \(run.wording.place(passage.saddle)) at step \(NumberText.string(step)): the \
          gradient had sunk to \(NumberText.string(least, digits: 2)) by step \(NumberText.string(passage.nearest)), \
          and grew again along the direction that falls away (λmin = \(NumberText.string(passage.curvature))).
          """,
        figures: [
          .init("nearestStep", Double(passage.nearest)), .init("gradientNorm", least),
          .init("curvature", passage.curvature),
        ], criticalPoint: passage.saddle)
    }
  }

  /// The first step at which the gradient has regrown, above the tolerance too, and points outward.
  private static func departure(of run: Evidence, after passage: Passage) -> Int? {
    let norms = run.objective.gradientNorms
    let threshold = max(regrown * norms[passage.nearest], run.tolerance)
    var looked = 0
    for step in passage.nearest..<norms.count where norms[step] > threshold {
      let here = run.objective.evaluator.secondOrder(at: run.trajectory[step])
      let axis = here.hessian.eigenvector(for: here.hessian.eigenvalues.small)
      let along = abs(here.gradient.x * axis.x + here.gradient.y * axis.y)
      if along >= outward * here.gradientNorm { return step }
      looked += 1
      if looked == mostPoints { return nil }
    }
    return nil
  }

  private static func passages(in run: Evidence) -> [Passage] {
    let diagonal = run.surface.view.diagonal
    var passages: [Passage] = []
    for step in candidates(run.objective.gradientNorms) {
      let point = run.trajectory[step]
      let curvature = run.objective.evaluator.secondOrder(at: point).hessian.eigenvalues.small
      guard curvature < 0, let found = run.landscape.criticalPoint(near: point, within: nearness * diagonal),
        found.kind == .saddle || found.kind == .degenerate
      else { continue }
      let passage = Passage(saddle: found, nearest: step, curvature: curvature)
      if let last = passages.last, run.landscape.isSame(last.saddle, found) {
        passages[passages.count - 1] = passage
      } else {
        passages.append(passage)
      }
    }
    return passages
  }

  /// The steps at which the gradient is small enough, in their order.
  private static func candidates(_ norms: [Double]) -> [Int] {
    var steps: [Int] = []
    var earlier = -Double.infinity
    var last = norms.count
    while last > 0, !norms[last - 1].isFinite { last -= 1 }
    guard last > 1, let overall = norms[..<last].max() else { return [] }
    for step in 0..<last - 1 {
      let norm = norms[step]
      let reference = earlier < sunken * overall ? overall : earlier
      if norm < sunken * reference, norm <= norms[step + 1], step == 0 || norm <= norms[step - 1] { steps.append(step) }
      earlier = max(earlier, norm)
    }
    var later = norms[last - 1]
    var suffix = last - 1
    var escaping: [Int] = []
    for step in steps.reversed() {
      while suffix > step {
        later = max(later, norms[suffix])
        suffix -= 1
      }
      if later > regrown * norms[step] { escaping.append(step) }
    }
    return escaping.sorted { (norms[$0], $0) < (norms[$1], $1) }.prefix(mostTrials).sorted()
  }
}
