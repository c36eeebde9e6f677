import Diagnosis
import LossSurfaces
import Optimization

/// The order of runs on one surface, best first: by the last loss, of several seeds its mean.
///
/// Whatever diverged comes last, the fewer seeds the better. Losses whose distance to the lowest known is below a
/// billionth of what it was at the start are equal; of those that converged there the faster comes first.
struct GridRanking: Sendable {
  /// The indices of the groups, best first.
  let order: [Int]

  /// What a figure says of the order.
  static func criterion(isOrdered: Bool, hasSeeds: Bool) -> String {
    let loss = hasSeeds ? "mean last loss" : "last loss"
    return isOrdered ? "ordered by \(loss), ★ lowest" : "★ lowest \(loss)"
  }

  private static let equality = 1e-9

  init(_ groups: [RunGroup], on surface: Surface) {
    let minima = surface.criticalPoints.filter(\.isMinimum).map { surface.loss.value(at: $0.point) }
    let losses = groups.map { $0.mean.loss.last ?? .infinity }
    let floor = (losses + minima).filter(\.isFinite).min() ?? 0
    let unit = Self.equality * max(0, (groups.first?.mean.loss.first ?? floor) - floor)
    let keys = groups.indices.map { index in
      Key(
        failures: groups[index].runs.count { $0.trajectory.divergedAt != nil },
        excess: losses[index].isFinite ? max(losses[index] - floor, unit) : .infinity,
        steps: Self.steps(of: groups[index]))
    }
    order = groups.indices.sorted { keys[$0] < keys[$1] }
  }

  /// The mean of the steps in which all converged; infinite when one did not.
  private static func steps(of group: RunGroup) -> Double {
    let verdicts = group.runs.map(\.assessment.verdict)
    guard verdicts.allSatisfy({ $0.kind == .converged }) else { return .infinity }
    return verdicts.reduce(0) { $0 + Double($1.step) } / Double(verdicts.count)
  }

  private struct Key: Comparable {
    var failures: Int
    var excess: Double
    var steps: Double

    static func < (a: Key, b: Key) -> Bool {
      (a.failures, a.excess, a.steps) < (b.failures, b.excess, b.steps)
    }
  }
}
