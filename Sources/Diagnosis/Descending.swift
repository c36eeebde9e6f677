import LossSurfaces
import Optimization

/// Runs of which no other rule has anything to say: no minimum is in sight.
enum Descending {
  /// How far ahead, in diagonals of the view, a saddle may be that the run heads for.
  private static let nearness = 0.1

  /// Everything else: the loss falls and no minimum is in sight, or nothing can be said. That none is in sight means
  /// that plain descent was followed for a while, and is a guess.
  static func descending(_ run: Evidence) -> Verdict {
    let ahead = Prospect.isFalling(run) ? saddleAhead(of: run) : nil
    let (sentence, words) = ahead.map { heading(run, for: $0) } ?? account(of: run)
    return Verdict(
      kind: .descending, step: run.last, isGuess: true, sentence: sentence, words: words,
      figures: [.init("gradientNorm", run.gradientNorm)], criticalPoint: ahead)
  }

  private static func heading(_ run: Evidence, for saddle: CriticalPoint) -> (sentence: String, words: String) {
    let steps = Wording.steps(run.last)
    let words = "heads for a saddle, gradient \(NumberText.string(run.gradientNorm, digits: 2))"
    return (
      """
      Probably heading for \(run.wording.place(saddle)), which is no minimum: after \(steps) \(slope(run)), and plain descent \
      from here would end there.
      """,
      Wording.legend("\(words) after \(steps)", words)
    )
  }

  private static func account(of run: Evidence) -> (sentence: String, words: String) {
    let (start, loss) = (NumberText.string(run.loss[0]), NumberText.string(run.loss[run.last]))
    let steps = Wording.steps(run.last)
    let isFalling = Prospect.isFalling(run)
    let pole = run.landscape.pole(below: run.end).map(run.wording.place)
    if run.loss[run.last] > run.loss[0], let rise = Rise(of: run), isFalling || rise.isJump {
      let outlook = pole.map { "towards the pole at \($0)" } ?? "with no minimum in sight"
      return (
        """
        The loss rose from \(start) to \(loss) in \(steps): \(rise.sentence).\
        \(isFalling ? " Now it falls again, \(outlook)." : "")
        """,
        "jumped up at step \(NumberText.string(rise.step)), \(isFalling ? "now falls: " : "")loss \(loss)"
      )
    }
    guard isFalling else {
      let doubt =
        run.isNoisy
        ? "and the noise hides whether it still \(run.loss[run.last] > run.loss[0] ? "rises" : "falls")"
        : "and it neither settles nor falls steadily"
      return (
        "No verdict after \(steps): the loss went from \(start) to \(loss), \(doubt).",
        "undecided: loss \(loss) after \(steps)"
      )
    }
    if let pole {
      return (
        "Falls, probably without end, towards a pole at \(pole): after \(steps) \(slope(run)). There is no minimum this way.",
        "falls towards a pole at \(pole), loss \(loss)"
      )
    }
    return (
      """
      Still descending after \(steps): \(slope(run)), and no minimum is in sight: plain descent from here finds none.
      """,
      Wording.legend("descends: loss \(loss), no minimum in sight", "descends, no minimum in sight")
    )
  }

  private static func slope(_ run: Evidence) -> String {
    "the loss is \(NumberText.string(run.loss[run.last])) and the gradient \(NumberText.string(run.gradientNorm))"
  }

  /// The critical point, not a minimum, that the run is closing in on.
  private static func saddleAhead(of run: Evidence) -> CriticalPoint? {
    let found = run.landscape.criticalPoint(near: run.end, within: nearness * run.surface.view.diagonal)
    guard let point = found, !point.isMinimum else { return nil }
    let before = run.trajectory[run.lastTenth.lowerBound]
    return run.end.distance(to: point.point) < before.distance(to: point.point) ? point : nil
  }
}
