import LossSurfaces

/// Settles a page once all that had to be drawn is drawn: writes its pictures and then the page, or says what would be
/// written.
struct PageSettlement {
  private(set) var outcomes: [FigureOutcome]
  /// What is written, or would be, as a unified diff; nil for nothing.
  private(set) var difference: [UInt8]?

  private let source: EmbeddedPage
  private let drawings: Drawings
  private let mode: EmbeddingMode
  private let isForced: Bool
  private var edits: [PageEdit]

  init(
    _ source: EmbeddedPage, _ drawings: Drawings, mode: EmbeddingMode, isForced: Bool, isLookedAt: (String) -> Bool
  ) {
    (self.source, self.drawings, self.mode, self.isForced) = (source, drawings, mode, isForced)
    outcomes = source.faults
    edits = []
    for figure in source.figures where isLookedAt(figure.block.id) { settle(figure) }
    finishPage()
    outcomes.sort { $0.line < $1.line }
  }

  private mutating func settle(_ figure: EmbeddedFigure) {
    let (state, reason) = figure.state(in: source.page, drawings)
    var outcome = FigureOutcome(
      file: source.file.path, line: figure.block.line, id: figure.block.id, state: state, reason: reason)
    outcome.images = figure.images
    defer { outcomes.append(outcome) }
    guard mode != .check, source.faults.isEmpty, state != .current else { return }
    guard isForced || (state != .edited && state != .unknown) else { return }
    if let failure = failure(of: figure) {
      outcome.state = failure is BrokenPromise ? .brokenPromise : .error
      outcome.reason = (failure as? BrokenPromise)?.sentences.joined(separator: "; ") ?? String(describing: failure)
      outcome.failure = failure
      return
    }
    do {
      outcome.isDrawn = try write(figure)
    } catch {
      (outcome.state, outcome.reason, outcome.failure) = (.error, error.description, error)
      return
    }
    if let text = figure.text(drawings), !isSettled(figure.block, text) {
      edits.append(PageEdit(text, in: figure.block, of: source.page))
      outcome.isRewritten = true
    } else if mode == .dryRun, figure.text(drawings) == nil {
      outcome.isRewritten = true
    }
    if mode == .update { outcome.state = .current }
  }

  private func isSettled(_ block: Block, _ text: [UInt8]) -> Bool {
    if case .current = TextStanding(of: block, in: source.page, expected: text) { true } else { false }
  }

  /// Why one of a figure's pictures could not be drawn.
  private func failure(of figure: EmbeddedFigure) -> (any Error)? {
    for picture in figure.pictures {
      guard case .failure(let failure) = drawings[picture] else { continue }
      let (place, id) = (figure.block.place, figure.block.id)
      switch failure {
      case .broken(let sentences):
        return BrokenPromise(file: source.file.path, line: figure.block.line, id: id, sentences: sentences)
      case .wrong(let error):
        return error.place == nil
          ? InputError("figure '\(id)': \(error.problem)", remedy: error.remedy, at: place, kind: error.kind) : error
      case .tooLong(let seconds):
        return InputError(
          "figure '\(id)' takes more than \(NumberText.string(seconds)) seconds to draw, which is the limit",
          remedy: "Give fewer steps, fewer runs or a smaller size.", at: place)
      }
    }
    return nil
  }

  /// Writes the pictures that are not current; whether there were any. In a dry run nothing is written.
  private func write(_ figure: EmbeddedFigure) throws(FileError) -> Bool {
    var isDrawn = false
    for picture in figure.pictures {
      if case .current = drawings.standing(of: picture) { continue }
      isDrawn = true
      guard mode == .update, case .success(let drawn) = drawings[picture] else { continue }
      try PictureFolder.make(for: picture.path)
      try OutputFile.write(drawn.bytes, to: picture.path)
    }
    return isDrawn
  }

  /// Writes the page, unless it was changed since it was read.
  private mutating func finishPage() {
    guard source.faults.isEmpty, mode != .check, !edits.isEmpty || !source.added.isEmpty else { return }
    let bytes = PageEdit.apply(edits, to: source.page.bytes)
    if mode == .difference {
      difference = TextDifference(from: source.original, to: bytes, named: source.file.path).text
    }
    guard mode == .update else { return }
    do {
      guard try InputFile.bytes(of: source.file.path, limit: EmbeddedPage.largest) == source.original else {
        throw FileError(
          .interrupted, source.file.path, "it was changed while its figures were drawn; run descent embed again")
      }
      try OutputFile.write(bytes, to: source.file.path)
      let lines = Page(bytes, name: source.file.path).blocks.map { ($0.id, $0.line) }
      for index in outcomes.indices {
        guard let line = lines.first(where: { $0.0 == outcomes[index].id })?.1 else { continue }
        outcomes[index] = outcomes[index].moved(to: line)
      }
    } catch {
      for index in outcomes.indices where outcomes[index].isRewritten {
        outcomes[index].state = .error
        outcomes[index].reason = "\(error)"
        outcomes[index].failure = error
        outcomes[index].isRewritten = false
      }
      if !outcomes.contains(where: { $0.failure != nil }) {
        var outcome = FigureOutcome(file: source.file.path, line: 1, id: nil, state: .error, reason: "\(error)")
        outcome.failure = error
        outcomes.append(outcome)
      }
    }
  }
}
