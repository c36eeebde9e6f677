import LossSurfaces
import Optimization

/// Jumps from the basin of one minimum into that of another.
enum BasinChange {
  /// Points of the path from which plain descent is followed.
  private static let points = 200
  /// When it leads to no minimum from any of so many of them, spread over the run, the surface has none to speak of.
  private static let probes = 9

  /// The minimum that plain descent reaches from the point changed, refined to a step.
  ///
  /// Two changes between neighbours of the points looked at cancel or count as one. Where plain descent finds no
  /// minimum, the point belongs to no basin and is passed over, and so is a point outside the view. With only one
  /// minimum declared there is nothing to change to.
  static func events(in run: Evidence) -> [Event] {
    let last = (run.trajectory.divergedAt ?? run.last + 1) - 1
    guard last >= 1, run.landscape.mayHaveBasins else { return [] }
    let count = min(last, points - 1)
    var basins = Basins(of: run.landscape, in: run.surface.view)
    var events: [Event] = []
    var looked: Point?
    let isAnywhere = (0..<probes).contains { probe in
      basins.minimum(below: run.trajectory[last * probe / (probes - 1)]) != nil
    }
    guard isAnywhere else { return [] }
    var previous: (step: Int, minimum: CriticalPoint)?
    for index in 0...count {
      let step = last * index / count
      let point = run.trajectory[step]
      if !run.surface.view.contains(point) || looked.map({ run.landscape.isNear($0, point) }) ?? false { continue }
      looked = point
      guard let minimum = basins.minimum(below: point) else { continue }
      if let from = previous, !run.landscape.isSame(from.minimum, minimum) {
        events.append(event(in: run, from: from, to: (step, minimum), &basins))
      }
      previous = (step, minimum)
    }
    return events
  }

  private static func event(
    in run: Evidence, from: (step: Int, minimum: CriticalPoint), to: (step: Int, minimum: CriticalPoint),
    _ basins: inout Basins
  ) -> Event {
    var (low, high) = (from.step, to.step)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let found = basins.minimum(below: run.trajectory[middle])
      if let found, !run.landscape.isSame(found, from.minimum) { high = middle } else { low = middle }
    }
    let sides = (
      run.wording.place(from.minimum), run.wording.place(to.minimum)
    )
    return Event(
      kind: .changedBasin, step: high,
      sentence: "Changed basins at step \(NumberText.string(high)): from \(sides.0) to \(sides.1).",
      figures: [
        .init("fromX", from.minimum.point.x), .init("fromY", from.minimum.point.y),
        .init("toX", to.minimum.point.x), .init("toY", to.minimum.point.y),
      ], criticalPoint: to.minimum)
  }
}
