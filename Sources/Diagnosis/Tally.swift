public import LossSurfaces
public import Optimization

/// What the runs of one entry came to under several seeds: how many ended how, and numbers with their standard errors.
///
/// Runs count as alike when their verdicts are of one kind; on a surface with several minima, when they ended in the basin
/// of the same minimum, whatever they do there. The numbers are means over the runs that are alike, each with the standard error of the mean: σ/√n with σ
/// the standard deviation over seeds.
public struct Tally: Sendable, Hashable {
  /// What the errors in a sentence are, at its end; said once for several sentences.
  public static let meaningOfErrors = " Each ± is a standard error."

  /// Runs that ended alike.
  public struct Outcome: Sendable, Hashable {
    public let kind: Verdict.Kind
    /// Of the run, from 0.
    public let runs: [Int]
    /// Where or how they are: `at the flat minimum`, `diverged`.
    public let words: String
  }

  /// The most frequent first, then in the order of the rules.
  public let outcomes: [Outcome]
  /// The few words of a legend: `18 of 20 at the noise floor, 0.013 ± 0.002 above the minimum, 2 diverged`.
  public let words: String
  /// One or two whole sentences.
  public let sentence: String

  /// Sums up runs with their assessments, in the order of their seeds.
  public init(of runs: [(trajectory: Trajectory, assessment: Assessment)], on surface: Surface) {
    precondition(!runs.isEmpty, "a tally needs at least one run")
    let account = Account(runs: runs, surface: surface)
    outcomes = account.outcomes
    words = account.words
    sentence = account.sentence
  }
}

/// How a tally comes to its words.
private struct Account {
  let runs: [(trajectory: Trajectory, assessment: Assessment)]
  let outcomes: [Tally.Outcome]
  private let hasSeveralMinima: Bool

  /// Outcomes that a legend lists; of more it lists the two most frequent and the runs that diverged.
  private static let mostListed = 4

  init(runs: [(trajectory: Trajectory, assessment: Assessment)], surface: Surface) {
    self.runs = runs
    let hasSeveralMinima = surface.criticalPoints.count(where: \.isMinimum) > 1
    self.hasSeveralMinima = hasSeveralMinima
    let basins = hasSeveralMinima ? runs.map { Self.basin(of: $0.trajectory, $0.assessment.verdict, surface) } : []
    let alike = Dictionary(grouping: runs.indices) { index in
      Likeness(kind: runs[index].assessment.verdict.kind, basin: hasSeveralMinima ? basins[index] : nil)
    }
    let order = Verdict.Kind.allCases
    outcomes = alike.map { likeness, indices in
      let verdicts = indices.map { runs[$0].assessment.verdict }
      let kinds = Dictionary(grouping: verdicts, by: \.kind)
      let kind = order.max { kinds[$0]?.count ?? 0 < kinds[$1]?.count ?? 0 }!
      let words = likeness.basin.map { Self.words(for: Set(kinds.keys), in: $0) } ?? Self.words(for: verdicts[0])
      return Tally.Outcome(kind: kind, runs: indices, words: words)
    }.sorted {
      ($1.runs.count, order.firstIndex(of: $0.kind)!, $0.words)
        < ($0.runs.count, order.firstIndex(of: $1.kind)!, $1.words)
    }
  }

  /// What makes runs alike: the minimum to which plain descent leads from where they ended, on a surface with several;
  /// else the kind of their verdicts.
  private struct Likeness: Hashable {
    let kind: Verdict.Kind?
    let basin: String?

    init(kind: Verdict.Kind, basin: String?) {
      self.kind = basin == nil ? kind : nil
      self.basin = basin
    }
  }

  /// The name of the minimum; nil for a run that is on no way to one.
  private static func basin(of trajectory: Trajectory, _ verdict: Verdict, _ surface: Surface) -> String? {
    guard ![.diverged, .diverging, .atSaddle, .plateau].contains(verdict.kind) else { return nil }
    let known = verdict.criticalPoint.flatMap { $0.isMinimum ? $0 : nil }
    let landscape = Landscape(of: surface, objective: Objective(of: trajectory))
    guard let minimum = known ?? landscape.minimum(below: trajectory[trajectory.lastStep]) else { return nil }
    if minimum.kind == .valley { return "the curve of minima" }
    return minimum.name.map(Wording.withArticle) ?? Wording(view: surface.view).place(minimum.point)
  }

  private static func words(for kinds: Set<Verdict.Kind>, in basin: String) -> String {
    switch kinds {
    case [.converged]: "at \(basin)"
    case [.noiseFloor]: "around \(basin)"
    default: "in the basin of \(basin)"
    }
  }

  /// Where a run is at its end, where that says enough.
  private static func words(for verdict: Verdict) -> String {
    switch verdict.kind {
    case .diverged: return "diverged"
    case .atSaddle: return "at a saddle"
    case .converged:
      guard let point = verdict.criticalPoint, point.isMinimum else { return "at rest, at no minimum" }
      return point.kind == .valley ? "on the curve of minima" : "at the minimum"
    case .plateau: return "on a plateau"
    case .noiseFloor: return "at the noise floor"
    case .edgeOfStability: return "at the edge of stability"
    case .oscillates: return "oscillating"
    case .diverging: return "diverging"
    case .frozen: return "frozen"
    case .crawling: return "crawling"
    case .converging: return "on the way"
    case .descending: return "undecided"
    }
  }

  // MARK: Words

  var words: String {
    let lead = outcomes[0]
    let detail = hasSeveralMinima && lead.kind != .diverged ? nil : detail(of: lead)
    let others = outcomes.dropFirst()
    let isLong = outcomes.count > Self.mostListed
    let listed = others.filter { !isLong || $0.runs == others.first?.runs || $0.kind == .diverged }
    let rest = others.reduce(0) { $0 + $1.runs.count } - listed.reduce(0) { $0 + $1.runs.count }
    let first = "\(lead.runs.count) of \(runs.count) \(lead.words)" + (detail.map { ", \($0)" } ?? "")
    return ([first] + listed.map { "\($0.runs.count) \($0.words)" } + (rest > 0 ? ["\(rest) otherwise"] : []))
      .joined(separator: ", ")
  }

  /// The account, and what its errors are.
  var sentence: String { account + (account.contains("±") ? Tally.meaningOfErrors : "") }

  private var account: String {
    let parts = outcomes.map { outcome in
      let count = outcome.runs.count
      let verb = outcome.kind == .diverged ? "" : count == 1 ? "is " : "are "
      return (count, "\(verb)\(outcome.words)\(detail(of: outcome).map { " (\($0))" } ?? "")")
    }
    guard parts.count > 1 else { return "All \(parts[0].0) runs \(parts[0].1).\(finalLoss)" }
    let texts = parts.map { "\($0.0) \($0.1)" }
    return "Of \(runs.count) runs \(texts.dropLast().joined(separator: ", ")) and \(texts.last!).\(finalLoss)"
  }

  /// What those that are still there come to.
  private var finalLoss: String {
    let lasting = runs.filter { $0.trajectory.divergedAt == nil }
    guard lasting.count > 1, outcomes.count > 1 || [.noiseFloor, .converged].contains(outcomes[0].kind) else {
      return ""
    }
    let loss = Sample(lasting.compactMap(\.trajectory.loss.last)).text
    let whose = lasting.count == runs.count ? "" : " over the \(lasting.count) that did not diverge"
    return " The last loss is \(loss) on average\(whose)."
  }

  /// The number that tells most about runs that ended so.
  private func detail(of outcome: Tally.Outcome) -> String? {
    let members = outcome.runs.map { runs[$0] }
    let verdicts = members.map(\.assessment.verdict)
    switch outcome.kind {
    case .noiseFloor:
      if let excess = sample(verdicts.map { $0.figures["excessLoss"] }) {
        let above = hasSeveralMinima ? "it" : "the minimum"
        return "\(excess.text) above \(above)"
      }
      return sample(verdicts.map { $0.figures["meanLoss"] }).map { "loss \($0.text)" }
    case .converged: return "after \(Sample(verdicts.map { Double($0.step) }).text) steps"
    case .diverged: return "at step \(Sample(verdicts.map { Double($0.step) }).text)"
    default: return "loss \(Sample(members.compactMap(\.trajectory.loss.last)).text)"
    }
  }

  /// Nil when a run lacks the number.
  private func sample(_ values: [Double?]) -> Sample? {
    let known = values.compactMap(\.self)
    return known.count == values.count ? Sample(known) : nil
  }
}
