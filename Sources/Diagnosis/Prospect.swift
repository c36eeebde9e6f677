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
  /// The slope counts as steeper ahead when it is by this factor: a forecast from the pace of now is then of no use.
  private static let steepening = 1.5
  /// A run frozen this near, in shares of the distance at its start, has as good as arrived.
  private static let closeness = 0.01
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
    let share = distance / run.trajectory[0].distance(to: minimum.point)
    let isClose = share < closeness
    let isGuess = mayReach(run, with: sum, distance: distance)
    let praise = " That is close: \(NumberText.string(100 * share, digits: 2)) % of the distance at the start."
    let reason =
      sum == 0
      ? "the schedule has come to its end, and its rate stays at zero"
      : """
      all learning rates still to come sum to no more than \(NumberText.string(sum, digits: 2)), which with a \
      gradient of \(NumberText.string(run.gradientNorm, digits: 2)) is not a hundredth of the way
      """
    return Verdict(
      kind: .frozen, step: run.last, isGuess: isGuess,
      sentence: """
        \(isGuess ? "Probably frozen" : "Frozen") \(left) short of \(run.wording.place(minimum)) after \(Wording.steps(run.last)): \
        \(reason).\(isClose ? praise : "")
        """,
      words: isClose ? "stopped \(left) short, nothing left to spend" : "frozen \(left) short of the minimum",
      figures: [.init("remainingRates", sum), .init("distance", distance)], criticalPoint: minimum)
  }

  /// Whether rates that sum to this might yet do: the slope steepens on the way so much, or the optimizer is adaptive, so
  /// that the gradient does not say how far it goes.
  private static func mayReach(_ run: Evidence, with sum: Double, distance: Double) -> Bool {
    guard let stability = run.stability else { return sum > 0 }
    let steepest = max(run.gradientNorm, run.landscape.steepestGradient(below: run.end))
    return sum * steepest >= distance * (1 - stability.momentum)
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
    let unstable = UnstableMinimum(minimum, for: run)
    let outlook: String
    if let unstable {
      outlook = "it \(unstable.sentence)"
    } else if run.landscape.steepestGradient(below: run.end) > steepening * run.gradientNorm {
      outlook = """
        at this pace it would take more than \(NumberText.string(patience)) times the steps it had; but the slope \
        steepens ahead, and how many it takes cannot be told from here
        """
    } else {
      outlook = "at this pace it would take about \(Wording.aboutSteps(needed)) more"
    }
    return Verdict(
      kind: .crawling, step: run.last, isGuess: true,
      sentence: """
        Crawls: after \(Wording.steps(run.last)) it is still \(NumberText.string(left, digits: 2)) from \
        \(run.wording.place(minimum)), and \(outlook).
        """,
      words: unstable.map {
        let place = run.wording.place(minimum.point)
        return Wording.legend("crawls to \(place), \($0.words)", $0.words(at: place))
      } ?? remaining(of: run, to: minimum, prefix: "crawls, "),
      figures: [.init("stepsNeeded", needed), .init("factorPerStep", factor), .init("distance", left)]
        + (unstable?.figures ?? []), criticalPoint: minimum)
  }

  /// `0.041 from the minimum after 40 steps`
  private static func remaining(of run: Evidence, to minimum: CriticalPoint, prefix: String = "") -> String {
    let left = prefix + NumberText.string(run.end.distance(to: minimum.point), digits: 2)
    let time = "after \(Wording.steps(run.last))"
    let isUnique = !run.landscape.hasSeveralMinima && minimum.kind != .valley
    let place = isUnique ? "the minimum" : run.wording.place(minimum.point)
    let name = minimum.name.map(Wording.withArticle) ?? place
    return Wording.legend("\(left) from \(name) \(time)", "\(left) from \(place) \(time)", "\(left) from \(place)")
  }

  /// The mean loss fell over the last two tenths, and plain descent from here leads to a minimum.
  static func converging(_ run: Evidence) -> Verdict? {
    guard isFalling(run), let minimum = run.destination else { return nil }
    if let unstable = UnstableMinimum(minimum, for: run) { return hovering(run, about: minimum, unstable) }
    let left = run.end.distance(to: minimum.point)
    let factor = factorPerStep(run)
    // With momentum the loss may be on an upswing, about which a factor says nothing.
    let pace = factor.flatMap {
      $0 < 1 ? ", and its excess over the minimum changes by \(Wording.factor($0)) a step" : nil
    }
    let isGuess = mayGoElsewhere(run, than: minimum)
    let way = (run.isZigzag ? ", zigzagging," : "") + (isGuess ? run.isZigzag ? " probably" : ", probably" : "")
    return Verdict(
      kind: .converging, step: run.last, isGuess: isGuess,
      sentence: """
        On its way\(way) to \(run.wording.place(minimum)): after \(Wording.steps(run.last)) it is \
        \(NumberText.string(left, digits: 2)) away with loss \(NumberText.string(run.loss[run.last]))\(pace ?? "").
        """,
      words: remaining(of: run, to: minimum, prefix: run.isZigzag ? "zigzags, " : ""),
      figures: (factor.map { [.init("factorPerStep", $0)] } ?? []) + [.init("distance", left)], criticalPoint: minimum)
  }

  /// The same towards a minimum where the rate is too large to settle.
  private static func hovering(_ run: Evidence, about minimum: CriticalPoint, _ unstable: UnstableMinimum) -> Verdict {
    let distances = run.trajectory.x.indices.map { run.trajectory[$0].distance(to: minimum.point) }
    let parts = run.means(of: distances, in: 0..<distances.count, parts: min(10, distances.count)).suffix(2)
    let nears = parts.last! < parts.first!
    let turning = Turning(run.trajectory)
    let steps = run.lastTenth.dropLast().filter { $0 > 0 }
    let bounces = 2 * steps.count { turning.turnsBack($0) } > steps.count
    let left = NumberText.string(distances[run.last], digits: 2)
    let place = run.wording.place(minimum.point)
    let isGuess = mayGoElsewhere(run, than: minimum)
    let heading = isGuess ? "Probably heads for" : "Heads for"
    return Verdict(
      kind: .converging, step: run.last, isGuess: isGuess,
      sentence: """
        \(nears ? "Nears" : bounces ? "Bounces about" : heading) \(run.wording.place(minimum)), \(left) away with \
        loss \(NumberText.string(run.loss[run.last])) after \(Wording.steps(run.last)), but \(unstable.sentence).
        """,
      words: nears
        ? Wording.legend("nears \(place), \(unstable.words)", unstable.words(at: place)) : unstable.words(at: place),
      figures: [.init("distance", distances[run.last])] + unstable.figures, criticalPoint: minimum)
  }

  /// Whether a run may yet end elsewhere than plain descent from its end does: there are other minima, a whole curve of
  /// them, or noise.
  private static func mayGoElsewhere(_ run: Evidence, than minimum: CriticalPoint) -> Bool {
    run.isNoisy || run.landscape.mayHaveBasins || minimum.kind == .valley
  }

  /// Whether the mean loss of the last tenth lies below that of the tenth before.
  static func isFalling(_ run: Evidence) -> Bool {
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
