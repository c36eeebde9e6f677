import LossSurfaces
import Optimization

/// The words on a run that came to rest at a critical point.
struct Arrival {
  /// The first step from which on the gradient stayed below the tolerance.
  let step: Int
  /// The loss of the lowest minimum declared, where that is below the one reached.
  let lowestLoss: Double?
  private let run: Evidence
  private let point: CriticalPoint

  init(of run: Evidence, at point: CriticalPoint) {
    self.run = run
    self.point = point
    step = run.stationaryFrom
    lowestLoss = point.isMinimum ? run.landscape.lowestLoss(below: point.point) : nil
  }

  var sentence: String {
    var place = run.wording.place(point)
    if run.objective.weightDecay > 0 {
      place += " of the loss with weight decay \(NumberText.string(run.objective.weightDecay))"
    }
    if step == 0 { return "Started at \(place): the gradient is zero there, so nothing moves." + rank }
    guard point.isMinimum else {
      return """
        Came to rest at step \(NumberText.string(step)) at \(run.wording.place(point.point)), where the gradient is \
        below \(NumberText.string(run.tolerance)); but the surface is flat in one direction, and this is no minimum.
        """
    }
    return """
      Converged at step \(NumberText.string(step)) to \(place): from there on the gradient stays below \
      \(NumberText.string(run.tolerance)).
      """ + rank + stability
  }

  /// That the minimum is not the lowest.
  private var rank: String {
    guard let lowestLoss else { return "" }
    let loss = run.objective.evaluator.value(at: point.point)
    let digits = Wording.digits(toTell: loss, from: lowestLoss)
    return """
       It is a local minimum, loss \(NumberText.string(loss, digits: digits)); the lowest known has \
      \(NumberText.string(lowestLoss, digits: digits)).
      """
  }

  /// Why it could settle there.
  private var stability: String {
    let etaSharpness = run.rate * run.eigenvalues.large
    guard let stability = run.stability, point.kind != .cusp, etaSharpness < stability.limit else { return "" }
    let (value, limit) = stability.compared(etaSharpness: etaSharpness)
    if run.isZigzag, stability.isPlain, etaSharpness > 1 {
      return " It zigzags because \(value) is above 1, and arrives because it is below 2."
    }
    return " There \(value) is below the limit \(limit)."
  }

  var words: String {
    if step == 0 {
      if !point.isMinimum { return "starts at a flat point, no minimum" }
      return lowestLoss == nil ? "starts at the minimum" : "starts at a local minimum"
    }
    guard point.isMinimum else { return "rests at step \(NumberText.string(step)), at no minimum" }
    let arrival = arrivalWords
    return run.isZigzag ? Wording.legend("zigzags, " + arrival, arrival) : arrival
  }

  private var arrivalWords: String {
    let time = "in \(Wording.steps(step))"
    let name = point.name.map(Wording.withArticle)
    if lowestLoss != nil {
      let unnamed = "ends in a local minimum \(time)"
      return name.map { Wording.legend("ends in \($0) (local) \(time)", unnamed) } ?? unnamed
    }
    guard run.landscape.hasSeveralMinima else { return "arrives \(time)" }
    let place = "reaches \(run.wording.place(point.point)) \(time)"
    return name.map { Wording.legend("reaches \($0) \(time)", place) } ?? place
  }
}
