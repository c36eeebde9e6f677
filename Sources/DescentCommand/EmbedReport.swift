import Documents

/// What came of `descent embed`, a line for each change and each problem.
struct EmbedWords {
  let report: Embedding.Report
  let mode: Embedding.Mode

  var lines: [String] {
    let isDone = mode == .update
    return report.outcomes.compactMap(line)
      + report.deleted.map { "\($0): \(isDone ? "deleted" : "would be deleted"): no page of the folder names it" }
  }

  private func line(_ outcome: FigureOutcome) -> String? {
    let id = outcome.id ?? ""
    let name = "\(outcome.file):\(outcome.line): figure \(id)"
    if outcome.isDrawn || outcome.isRewritten {
      let verb = outcome.isDrawn ? "drawn" : "rewritten"
      return mode == .difference ? nil : "\(name) \(mode == .update ? "" : "would be ")\(verb) (\(outcome.reason))"
    }
    switch outcome.state {
    // Errors have words of their own.
    case .current, .noAlt, .brokenPromise, .error: return nil
    case .edited, .unknown:
      return "\(name) is \(outcome.state.rawValue) (\(outcome.reason)). To overwrite it, run: "
        + "descent embed --force --only \(id) \(ShellWord.quoted(outcome.file))"
    case .orphan:
      let folder = ShellWord.quoted(RecipeFile.folder(of: outcome.file))
      return "\(outcome.file): picture \(id) is an orphan (\(outcome.reason)). Run: descent embed --prune \(folder)"
    case .stale, .missing:
      return
        "\(name) is \(outcome.state.rawValue) (\(outcome.reason)). Run: descent embed \(ShellWord.quoted(outcome.file))"
    }
  }

  /// `3 figures: 1 drawn, 2 current`; nil where there is nothing but markers that make no figure.
  var summary: String? {
    let figures = report.outcomes.filter { $0.state != .orphan && $0.id != nil }
    if report.pages.isEmpty { return "no pages there (.md .markdown .qmd .tex)" }
    let pages = report.pages.count == 1 ? report.pages[0] : "\(report.pages.count) pages"
    guard !figures.isEmpty else { return report.outcomes.isEmpty ? "no figures in \(pages)" : nil }
    let names = figures.map { outcome in
      outcome.isDrawn ? "drawn" : outcome.isRewritten ? "rewritten" : outcome.state.rawValue
    }
    let order = ["drawn", "rewritten"] + FigureState.allCases.map(\.rawValue)
    let counts = order.compactMap { name in
      let count = names.count { $0 == name }
      return count == 0 ? nil : "\(count) \(name)"
    }
    let would = mode == .dryRun ? "would be: " : ""
    return "\(figures.count) \(figures.count == 1 ? "figure" : "figures"): \(would)\(counts.joined(separator: ", "))"
  }
}

/// The same as data. `state` is how a figure stands when the command ends, `was` how it stood before.
struct EmbedJSON: Report {
  let report: Embedding.Report

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.list("figures", report.outcomes) { json, outcome in
      json.object { json in
        json.member("file", outcome.file)
        json.member("line", outcome.state == .orphan ? nil : outcome.line)
        json.member("id", outcome.id)
        json.member("state", outcome.state.rawValue)
        json.member("reason", outcome.reason)
        json.list("images", outcome.images) { json, image in json.element(image) }
        json.member("was", outcome.was.rawValue)
        json.member("drawn", outcome.isDrawn)
        json.member("rewritten", outcome.isRewritten)
      }
    }
    json.object("summary") { json in
      for state in FigureState.allCases {
        let count = report.outcomes.count { $0.state == state }
        if count > 0 { json.member(state.rawValue, count) }
      }
    }
    json.list("deleted", report.deleted) { json, path in json.element(path) }
  }
}
