import LossSurfaces
import Optimization

/// Runs that have not arrived: what they are on the way to.
enum Prospect {
  /// A run is frozen when all that is left of its rates moves it by less than this share of the distance.
  private static let reach = 0.01
  /// A run has all but arrived when the excess loss is down to this share of what it was at the start.
  private static let arrival = 1e-3
  /// The pace of fewer steps than this says nothing about the next hundred.
  private static let fewestSteps = 10
  /// How far ahead, in diagonals of the view, a saddle may be that the run heads for.
  private static let nearness = 0.1
  /// A run crawls when it would need more than this many times the steps it had.
  private static let patience = 5.0

  /// The rates still to come, with the schedule continued for ever, sum to too little to reach the minimum: times the
  /// gradient, to less than 1 % of the distance.
  static func frozen(_ run: Evidence) -> Verdict? {
    guard let minimum = run.nearestMinimum else { return nil }
    let distance = run.end.distance(to: minimum.point)
    guard run.gradientNorm > 0, distance > 0,
      let sum = RemainingRates(after: run).sum(below: reach * distance / run.gradientNorm)
    else { return nil }
    let left = NumberText.string(distance, digits: 2)
    let reason =
      sum == 0
      ? "the schedule has come to its end, and its rate stays at zero"
      : """
      all learning rates still to come sum to no more than \(NumberText.string(sum, digits: 2)), which with a \
      gradient of \(NumberText.string(run.gradientNorm, digits: 2)) is not a hundredth of the way
      """
    return Verdict(
      kind: .frozen, step: run.last,
      sentence: """
        Frozen \(left) short of \(run.wording.place(minimum)) after \(Wording.steps(run.last)): \
        \(reason).
        """,
      words: "frozen \(left) short of the minimum",
      figures: [.init("remainingRates", sum), .init("distance", distance)], criticalPoint: minimum)
  }

  /// There is a minimum below, but at the pace of the last tenth it would take more than five times the steps already
  /// run to bring the excess loss to a thousandth of what it was at the start.
  static func crawling(_ run: Evidence) -> Verdict? {
    guard run.last >= fewestSteps, let minimum = run.destination, let excess = run.excess,
      let factor = factorPerStep(run), factor < 1, excess.start > 0
    else { return nil }
    let needed = Elementary.log(arrival * excess.start / excess.end) / Elementary.log(factor)
    guard needed > patience * Double(run.last) else { return nil }
    let left = run.end.distance(to: minimum.point)
    return Verdict(
      kind: .crawling, step: run.last,
      sentence: """
        Crawls: after \(Wording.steps(run.last)) it is still \(NumberText.string(left, digits: 2)) from \
        \(run.wording.place(minimum)), and at this pace it would take about \
        \(Wording.aboutSteps(needed)) more\(steepens(run) ? "; but the slope steepens ahead" : "").
        """,
      words: "crawls: \(NumberText.string(left, digits: 2)) left after \(Wording.steps(run.last))",
      figures: [.init("stepsNeeded", needed), .init("factorPerStep", factor), .init("distance", left)],
      criticalPoint: minimum)
  }

  /// Whether the gradient grows in the direction of descent, so that a run picks up speed.
  private static func steepens(_ run: Evidence) -> Bool {
    let (g, hessian) = (run.atEnd.gradient, run.atEnd.hessian)
    return g.x * g.x * hessian.xx + 2 * g.x * g.y * hessian.xy + g.y * g.y * hessian.yy < 0
  }

  /// The mean loss fell over the last two tenths, and plain descent from here leads to a minimum.
  static func converging(_ run: Evidence) -> Verdict? {
    guard isFalling(run), let minimum = run.destination else { return nil }
    let left = run.end.distance(to: minimum.point)
    let factor = factorPerStep(run)
    // With momentum the loss may be on an upswing, about which a factor says nothing.
    let pace = factor.flatMap {
      $0 < 1 ? ", and its excess over the minimum changes by \(Wording.factor($0)) a step" : nil
    }
    let weave = run.isZigzag ? ", zigzagging," : ""
    let remaining = "\(NumberText.string(left, digits: 2)) left after \(Wording.steps(run.last))"
    return Verdict(
      kind: .converging, step: run.last,
      sentence: """
        On its way\(weave) to \(run.wording.place(minimum)): after \(Wording.steps(run.last)) it is \
        \(NumberText.string(left, digits: 2)) away with loss \(NumberText.string(run.loss[run.last]))\(pace ?? "").
        """,
      words: (run.isZigzag ? "zigzags: " : "on its way: ") + remaining,
      figures: (factor.map { [.init("factorPerStep", $0)] } ?? []) + [.init("distance", left)], criticalPoint: minimum)
  }

  /// Everything else: the loss falls and no minimum is in sight, or nothing can be said.
  static func descending(_ run: Evidence) -> Verdict {
    let loss = NumberText.string(run.loss[run.last])
    let steps = Wording.steps(run.last)
    let slope = "the loss is \(loss) and the gradient \(NumberText.string(run.gradientNorm))"
    let ahead = saddleAhead(of: run)
    let (sentence, words): (String, String)
    if isFalling(run), let ahead {
      sentence = """
        Heading for \(run.wording.place(ahead)), which is no \
        minimum: after \(steps) \(slope), and plain descent from here would end there.
        """
      words = "heads for a saddle: gradient \(NumberText.string(run.gradientNorm, digits: 2)) after \(steps)"
    } else if isFalling(run) {
      sentence = """
        Still descending after \(steps): \(slope), and no minimum is in sight; the surface goes on falling from here.
        """
      words = "descends: loss \(loss) after \(steps), no minimum in sight"
    } else {
      let start = NumberText.string(run.loss[0])
      let doubt =
        run.isNoisy
        ? "and the noise hides whether it still falls" : "and it neither settles nor falls steadily"
      sentence = "No verdict after \(steps): the loss went from \(start) to \(loss), \(doubt)."
      words = "undecided: loss \(loss) after \(steps)"
    }
    return Verdict(
      kind: .descending, step: run.last, sentence: sentence, words: words,
      figures: [.init("gradientNorm", run.gradientNorm)], criticalPoint: ahead)
  }

  /// The critical point, not a minimum, that the run is closing in on.
  private static func saddleAhead(of run: Evidence) -> CriticalPoint? {
    let found = run.landscape.criticalPoint(near: run.end, within: nearness * run.surface.view.diagonal)
    guard let point = found, !point.isMinimum else { return nil }
    let before = run.trajectory[run.lastTenth.lowerBound]
    return run.end.distance(to: point.point) < before.distance(to: point.point) ? point : nil
  }

  /// Whether the mean loss of the last tenth lies below that of the tenth before.
  private static func isFalling(_ run: Evidence) -> Bool {
    let tail = run.tenths.suffix(2)
    return tail.count == 2 && tail.last! < tail.first!
  }

  /// The factor by which the excess loss changed per step over the last tenth; nil where it is not positive.
  private static func factorPerStep(_ run: Evidence) -> Double? {
    guard let excess = run.excess, run.last > 0 else { return nil }
    let from = run.lastTenth.lowerBound
    let before = run.loss[from] - run.loss[run.last] + excess.end
    guard before > 0, excess.end > 0, before.isFinite else { return nil }
    return Elementary.exp(Elementary.log(excess.end / before) / Double(run.last - from))
  }
}
