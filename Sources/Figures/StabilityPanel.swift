import Diagnosis
import LossSurfaces
import Optimization
import Raster

/// What a figure shows of stability: η·λmax along the runs against the limit, and on the map the ground where the
/// largest constant rate is unstable.
///
/// Runs of sgd whose momentum differs have different limits: then each is drawn as a share of its own. For an adaptive
/// optimizer there is no limit, because it rescales each weight's step; its η·λmax is drawn without one.
struct StabilityPanel {
  /// The ground is hatched where λmax is above this.
  struct Ground {
    let sharpness: Double
    let loss: LossFunction
    /// `η·λmax > 2`, with the rate where runs differ in theirs.
    let words: String

    /// Whether some of it is seen, at least at one of 48×48 places.
    func isSeen(in view: View) -> Bool {
      let evaluator = Evaluator(loss)
      let shares = (0..<48).map { (Double($0) + 0.5) / 48 }
      return shares.contains { v in
        shares.contains { u in
          let point = Point(view.x.lowerBound + u * view.width, view.y.lowerBound + v * view.height)
          return evaluator.secondOrder(at: point).hessian.eigenvalues.large > sharpness
        }
      }
    }
  }

  /// η·λmax of one entry of the figure.
  struct Curve {
    /// Of the run alone, or the mean over the runs of a fan that did not diverge.
    let mean: [Double]
    /// Of each run of a fan; of a run alone there are none.
    let members: [[Double]]
  }

  private let groups: [RunGroup]
  /// One for each run of each group.
  private let traces: [[StabilityTrace]]
  /// The limit that all runs of sgd share.
  private let limit: Double?
  private let limitText: String
  private let isShare: Bool
  /// Of the optimizers that have no limit.
  private let unlimited: [String]
  /// Nil when no run has a constant rate, or nothing in view is too steep for it.
  let ground: Ground?

  init(of groups: [RunGroup], in view: View) {
    self.groups = groups
    traces = groups.map { group in group.runs.map { StabilityTrace(of: $0.trajectory) } }
    let limits = Set(traces.joined().compactMap(\.limit))
    isShare = limits.count > 1
    limit = isShare ? 1 : limits.first
    limitText = isShare ? "1" : traces.joined().lazy.compactMap(\.limitText).first ?? ""
    unlimited = groups.map(\.run.optimizer).filter { $0.stabilityLimit == nil }.map {
      String($0.settings.prefix { $0 != " " && $0 != "," })
    }
    ground = Self.ground(of: Array(traces.joined())).flatMap { $0.isSeen(in: view) ? $0 : nil }
  }

  /// Of the runs with one rate throughout, the one that is unstable at the least curvature.
  private static func ground(of traces: [StabilityTrace]) -> Ground? {
    let steady = traces.compactMap { trace in trace.unstableSharpness.map { (trace: trace, sharpness: $0) } }
    guard let first = steady.min(by: { $0.sharpness < $1.sharpness }), let limit = first.trace.limit,
      let rate = first.trace.constantRate
    else { return nil }
    let isCommon = traces.allSatisfy { $0.unstableSharpness == first.sharpness }
    let words = "η·λmax > " + NumberText.string(limit) + (isCommon ? "" : " at η = \(NumberText.string(rate))")
    return Ground(sharpness: first.sharpness, loss: first.trace.loss, words: words)
  }

  // MARK: The strip

  var title: String {
    if isShare { return "η·λmax as a share of its limit" }
    let names = unlimited.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return names.isEmpty ? "η·λmax" : "η·λmax: no limit for \(names.joined(separator: ", "))"
  }

  var strip: (curves: [Curve], domain: Strip.Domain, limit: Strip.Limit?) {
    let curves = zip(groups, traces).map(curve)
    let line = limit.map {
      Strip.Limit(
        value: $0, label: "unstable above \(limitText)", brief: "limit \(NumberText.string($0))", isShaded: true)
    }
    return (curves, Self.domain(of: curves.map(\.mean), limit: limit), line)
  }

  private func curve(of group: RunGroup, _ traces: [StabilityTrace]) -> Curve {
    let values = traces.map { trace -> [Double] in
      guard isShare else { return trace.values() }
      guard let limit = trace.limit else { return [] }
      return trace.values().map { $0 / limit }
    }
    guard group.isFan else { return Curve(mean: values[0], members: []) }
    let settled = zip(group.runs, values).filter { $0.0.trajectory.divergedAt == nil }.map(\.1)
    let length = settled.map(\.count).min() ?? 0
    let mean = (0..<length).map { step in settled.reduce(0) { $0 + $1[step] } / Double(settled.count) }
    return Curve(mean: mean, members: values)
  }

  /// How far above the limit a linear axis goes at least, and at most: a spike may leave at the top.
  private static let head = (least: 1.45, most: 2.9)
  /// A run that is mostly below this share of the limit would lie on the foot of a linear axis.
  private static let foot = 1.0 / 30
  /// How far a logarithmic axis goes to each side of the limit at most.
  private static let reach = 1000.0

  /// The range of the axis: linear from 0 to above the limit, logarithmic when a run lies mostly far above or far below
  /// it. Values that are not positive leave at the foot.
  static func domain(of series: [[Double]], limit: Double?) -> Strip.Domain {
    let positive = series.map { $0.filter { $0 > 0 && $0.isFinite } }
    guard let high = positive.compactMap({ $0.max() }).max(), let low = positive.compactMap({ $0.min() }).min() else {
      return (0...head.least * (limit ?? 1), false)
    }
    let reference = limit ?? high
    let medians = positive.filter { !$0.isEmpty }.map { $0.sorted()[$0.count / 2] }
    if medians.contains(where: { $0 > head.most * reference || $0 < foot * reference }) {
      let top = limit.map { min(max(high, 2 * $0), reach * $0) } ?? high
      let bottom = max(min(low, reference / 2), reference / reach)
      return (Scale.logarithmicDomain(from: bottom, to: top), true)
    }
    return (0...(limit.map { max(head.least * $0, min(1.05 * high, head.most * $0)) } ?? 1.05 * high), false)
  }

  // MARK: The map

  /// The region of the map where the rate is unstable: thin lines across it and a dashed border, to lie on the ground
  /// beneath the paths.
  func elements(in frame: Frame, theme: Theme) -> [Drawing.Element] {
    guard let ground else { return [] }
    let region = SteepRegion(of: ground.loss, above: ground.sharpness, in: frame)
    guard !region.hatch.isEmpty else { return [] }
    return [
      .clipped(
        frame.rect,
        [
          .stroke(Path(region.hatch), Stroke(theme.ink.opacity(theme.isDark ? 0.26 : 0.2), width: 0.9, cap: .butt)),
          .stroke(Path(region.border), Stroke(theme.ink.opacity(0.7), width: 1.1, dash: [4, 3], cap: .butt)),
        ])
    ]
  }
}
