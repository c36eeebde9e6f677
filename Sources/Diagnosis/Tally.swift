public import LossSurfaces
public import Optimization

/// What the runs of one entry came to under several seeds: how many ended how, and numbers with their standard errors.
///
/// Runs count as alike when their verdicts are of one kind and, on a surface with several minima, speak of the same
/// minimum. The numbers are means over the runs that are alike, each with the standard error of the mean: σ/√n with σ
/// the standard deviation over seeds.
public struct Tally: Sendable, Hashable {
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
    let wording = Wording(view: surface.view)
    let hasSeveralMinima = surface.criticalPoints.count(where: \.isMinimum) > 1
    self.hasSeveralMinima = hasSeveralMinima
    let described = runs.map { run in
      let verdict = run.assessment.verdict
      return (verdict.kind, Self.words(for: verdict, hasSeveralMinima ? wording : nil))
    }
    let order = Verdict.Kind.allCases
    outcomes = Dictionary(grouping: runs.indices) { described[$0].1 }
      .map { words, indices in Tally.Outcome(kind: described[indices[0]].0, runs: indices, words: words) }
      .sorted {
        ($1.runs.count, order.firstIndex(of: $0.kind)!, $0.words)
          < ($0.runs.count, order.firstIndex(of: $1.kind)!, $1.words)
      }
  }

  /// Where a run is at its end; `wording` is given where it matters at which minimum.
  private static func words(for verdict: Verdict, _ wording: Wording?) -> String {
    let minimum = verdict.criticalPoint.flatMap { $0.isMinimum ? $0 : nil }
    let name = wording.flatMap { wording in
      minimum.map { $0.name.map(Wording.withArticle) ?? wording.place($0) }
    }
    switch verdict.kind {
    case .diverged: return "diverged"
    case .atSaddle: return "at a saddle"
    case .converged:
      if minimum?.kind == .valley { return "on the curve of minima" }
      return minimum == nil ? "at rest, at no minimum" : "at \(name ?? "the minimum")"
    case .plateau: return "on a plateau"
    case .noiseFloor: return name.map { "around \($0)" } ?? "at the noise floor"
    case .edgeOfStability: return "at the edge of stability"
    case .oscillates: return "oscillating"
    case .diverging: return "diverging"
    case .frozen: return name.map { "frozen near \($0)" } ?? "frozen"
    case .crawling: return name.map { "crawling to \($0)" } ?? "crawling"
    case .converging: return name.map { "on the way to \($0)" } ?? "on the way"
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
  var sentence: String { account + (account.contains("±") ? " Each ± is a standard error." : "") }

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
