import Diagnosis
import Documents
import Figures
import LossSurfaces
import Optimization

/// The result of `run` and of `render`: the runs with their verdicts and histories.
struct RunReport: Report {
  let rendering: Rendering

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.member("surface", rendering.plan.surface.name)
    json.list("runs", rendering.runs) { json, run in
      json.object { write(run, to: &$0) }
    }
  }

  private func write(_ run: FigureRun, to json: inout JSONWriter) {
    let trajectory = run.trajectory
    json.member("label", run.label)
    json.member("seed", Int(clamping: trajectory.run.seed))
    json.member("schedule", trajectory.run.schedule.specification.description)
    json.member("optimizer", trajectory.run.optimizer.specification.description)
    json.object("verdict") { write(run.assessment.verdict, to: &$0) }
    json.list("events", run.assessment.events) { json, event in
      json.object { write(event, to: &$0) }
    }
    json.object("final") { json in
      let last = HistoryEntry(of: trajectory, at: trajectory.lastStep)
      json.member("step", last.step)
      json.member("x", last.x)
      json.member("y", last.y)
      json.member("loss", last.loss)
    }
    json.list("history", 0...trajectory.lastStep) { json, step in
      json.object { HistoryEntry(of: trajectory, at: step).write(to: &$0) }
    }
  }

  private func write(_ verdict: Verdict, to json: inout JSONWriter) {
    json.member("kind", verdict.kind.rawValue)
    json.member("step", verdict.step)
    json.member("guess", verdict.isGuess)
    json.member("sentence", verdict.sentence)
    json.member("words", verdict.words)
    write(verdict.figures, verdict.criticalPoint, to: &json)
  }

  private func write(_ event: Event, to json: inout JSONWriter) {
    json.member("kind", event.kind.rawValue)
    json.member("step", event.step)
    if let until = event.until { json.member("until", until) }
    json.member("sentence", event.sentence)
    write(event.figures, event.criticalPoint, to: &json)
  }

  /// The numbers of a verdict or an event, and the point it speaks of.
  private func write(_ figures: [Verdict.Figure], _ point: CriticalPoint?, to json: inout JSONWriter) {
    for figure in figures { json.member(figure.name, figure.value) }
    guard let point else { return }
    json.object("criticalPoint") { json in
      json.member("x", point.point.x)
      json.member("y", point.point.y)
      json.member("kind", point.kind.rawValue)
      if let name = point.name { json.member("name", name) }
    }
  }

  /// A paragraph an entry: its label, its verdict, why, and what happened on the way; or what its seeds came to.
  var words: String {
    rendering.groups.map { group in group.tally.map { words(of: group, $0) } ?? words(of: group.runs[0]) }
      .joined(separator: "\n")
  }

  private func words(of run: FigureRun) -> String {
    let (verdict, events) = (run.assessment.verdict, run.assessment.events)
    let mostEvents = 6
    var lines = ["\(run.label): \(verdict.kind.rawValue)", "  \(verdict.sentence)"]
    lines += events.prefix(mostEvents).map { "  \($0.kind.rawValue): \($0.sentence)" }
    let rest = events.count - mostEvents
    if rest > 0 { lines.append("  … and \(rest) more \(rest == 1 ? "event" : "events")") }
    return lines.joined(separator: "\n")
  }

  /// Which seeds came to what stands beside the sum, but for what most of them did.
  private func words(of group: RunGroup, _ tally: Tally) -> String {
    let seeds = group.runs.map(\.trajectory.run.seed)
    let lines = tally.outcomes.dropFirst().map { outcome in
      "  \(outcome.words): \(outcome.runs.count == 1 ? "seed" : "seeds") "
        + outcome.runs.map { String(seeds[$0]) }.joined(separator: ", ")
    }
    return (["\(group.label): \(seeds.count) seeds", "  \(tally.sentence)"] + lines).joined(separator: "\n")
  }

  /// The histories as a table; runs count from 1.
  var csv: [UInt8] {
    var table = HistoryTable()
    for (index, run) in rendering.runs.enumerated() { table.add(run.trajectory, as: String(index + 1)) }
    return table.bytes
  }
}
