import LossSurfaces

/// Makes blocks of markers: each begin with the end that bears its id, none inside another.
struct MarkerPairing {
  private typealias Marker = MarkerScanner.Marker

  private let scanner: MarkerScanner
  private(set) var blocks: [Block] = []
  private(set) var faults: [InputError] = []
  private(set) var unended: [UnendedMarker] = []
  /// Begin markers that were refused; their ends are no fault of their own.
  private var refused: Set<String>
  private var lineOfID: [String: Int] = [:]

  init(_ scanner: MarkerScanner) {
    self.scanner = scanner
    refused = scanner.refused
  }

  mutating func pair() {
    var lastEnd: [String: Int] = [:]
    for (index, marker) in scanner.markers.enumerated() {
      if case .end = marker.content { lastEnd[marker.id] = index }
    }
    let begun = Set(scanner.markers.compactMap { if case .begin = $0.content { $0.id } else { nil } })
    var open: Marker?
    for (index, marker) in scanner.markers.enumerated() {
      switch marker.content {
      case .begin:
        if let outer = open, lastEnd[outer.id, default: -1] > index {
          refuse(marker, inside: outer)
          continue
        }
        if let open { missEnd(of: open) }
        open = marker
      case .end(let sum):
        guard let begin = open, begin.id == marker.id else {
          if let begin = open, lastEnd[begin.id] == nil, !begun.contains(marker.id), !refused.contains(marker.id) {
            refuseName(of: marker, behind: begin)
            open = nil
            continue
          }
          if !refused.contains(marker.id) { refuseEnd(marker, open) }
          continue
        }
        close(begin, with: marker, sum: sum)
        open = nil
      }
    }
    if let open { missEnd(of: open) }
  }

  private mutating func close(_ begin: Marker, with end: Marker, sum: String?) {
    guard case .begin(let kind, let body) = begin.content else { return }
    let lines = scanner.lines
    if let line = lineOfID[begin.id] {
      return fail(
        "the id '\(begin.id)' is taken: line \(line) has it", "Every id of a page is its own: choose another.", begin)
    }
    lineOfID[begin.id] = begin.first + 1
    let (first, last, ending) = (lines.lines[begin.first], lines.lines[begin.last], lines.lines[end.first])
    blocks.append(
      Block(
        kind: kind, id: begin.id, place: place(of: begin), body: body, begin: first.start..<last.next,
        content: last.next..<ending.start, end: ending.start..<ending.end, sum: sum, indent: begin.text.indent,
        lineEnding: lines.ending(of: begin.last)))
  }

  // MARK: Faults

  private mutating func refuse(_ inner: Marker, inside outer: Marker) {
    refused.insert(inner.id)
    fail(
      "\(word(inner)) '\(inner.id)' stands inside \(word(outer)) '\(outer.id)', which begins in line \(outer.first + 1)",
      "Move it behind the marker descent:end \(outer.id).", inner)
  }

  private mutating func missEnd(of begin: Marker) {
    guard case .begin(let kind, _) = begin.content else { return }
    var remedy =
      kind == .figure
      ? "Add <!-- descent:end \(begin.id) --> behind it, or have it added: descent embed --init."
      : "Add <!-- descent:end \(begin.id) --> behind what belongs to it."
    if let line = scanner.openCode, line > begin.last { remedy += " The code that begins in line \(line) never ends." }
    fail("\(kind.rawValue) '\(begin.id)' has no end marker", remedy, begin)
    let last = scanner.lines.lines[begin.last]
    unended.append(
      UnendedMarker(
        block: kind, id: begin.id, indent: begin.text.indent, offset: last.next,
        lineEnding: scanner.lines.ending(of: begin.last), hasArrows: begin.hasArrows))
  }

  private mutating func refuseEnd(_ end: Marker, _ open: Marker?) {
    let remedy =
      open.map { "The block that is open here is '\($0.id)', from line \($0.first + 1)." }
      ?? (lineOfID[end.id].map { "The block of that id, from line \($0), ended before." }
        ?? "Remove it, or add the begin marker: <!-- descent:figure \(end.id).")
    fail("the end of '\(end.id)' has no beginning", remedy, end)
  }

  /// One of the two ids was changed and the other was not.
  private mutating func refuseName(of end: Marker, behind begin: Marker) {
    fail(
      "\(word(begin)) '\(begin.id)', which begins in line \(begin.first + 1), ends under another id, '\(end.id)'",
      "Give both markers the same id.", end)
  }

  private func word(_ marker: Marker) -> String { marker.text.word }

  private func place(of marker: Marker) -> InputError.Place {
    scanner.lines.place(line: marker.first, offset: marker.text.idOffset, file: scanner.name)
  }

  private mutating func fail(_ problem: String, _ remedy: String, _ marker: Marker) {
    faults.append(InputError(problem, remedy: remedy, at: place(of: marker)))
  }
}
