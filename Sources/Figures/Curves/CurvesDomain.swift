import Optimization

/// The losses that a figure of curves shows.
///
/// A run that blows up must not press the others flat: the axis ends at 3 times the largest first loss, or at 10 times
/// where it is logarithmic, unless a run that stays goes higher; and so it ends below. A run that stays never gets
/// further from 0 than 1000 times the largest first loss. What leaves the axis leaves the frame.
enum CurvesDomain {
  private static let stays = 1000.0

  /// `means` are runs, or of groups of several seeds the means.
  static func domain(of means: [Trajectory], fans: [Trajectory] = []) -> Strip.Domain {
    let linear = domain(of: means, fans, reach: 3)
    return linear.isLogarithmic ? domain(of: means, fans, reach: 10) : linear
  }

  private static func domain(of means: [Trajectory], _ fans: [Trajectory], reach: Double) -> Strip.Domain {
    let all = means + fans
    let start = all.compactMap { $0.loss.first(where: \.isFinite).map(abs) }.max() ?? 0
    let staying = all.filter { $0.divergedAt == nil && $0.loss.allSatisfy { abs($0) <= stays * start || $0.isNaN } }
    let kept = staying.flatMap { $0.loss.filter(\.isFinite) }
    let limit = reach * (start > 0 ? start : 1)
    let (low, high) = staying.isEmpty ? (-limit, limit) : (min(-limit, kept.min() ?? 0), max(limit, kept.max() ?? 0))
    let style = RunStyle(color: Theme.light.ink, dash: [], marker: .disc)
    return Strip.domain(
      of: all.map { Strip.Series(values: $0.loss.map { $0.isNaN ? $0 : min(max($0, low), high) }, style: style) },
      limit: nil)
  }
}
