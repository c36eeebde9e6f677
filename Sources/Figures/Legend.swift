import Raster

/// The list of runs: how each is drawn, its name, and its verdict.
struct Legend: Sendable {
  struct Entry: Sendable {
    var style: RunStyle
    var symbol = Symbol.path
    var label: String
    /// The verdict in a few words; may be empty.
    var words: String
  }

  /// What stands before the label.
  enum Symbol: Hashable, Sendable {
    /// A piece of the path in the run's style.
    case path
    /// An outline in no run's colour.
    case ellipse
  }

  static let swatch = 34.0
  static let gap = 7.0

  var entries: [Entry]
  /// Whether the verdicts are there to be read; their room is kept.
  var saysVerdicts = true
  let theme: Theme
  let sizes: TypeSizes

  private func saysWords(of entry: Entry) -> Bool { saysVerdicts || entry.symbol != .path }

  var lineHeight: Double { sizes.label * 1.45 }

  // MARK: One line a run

  /// The size of the legend with one line a run, labels and verdicts each in a column.
  var rowsSize: (width: Double, height: Double) {
    (Self.swatch + Self.gap + labelWidth + (wordsWidth > 0 ? 12 + wordsWidth : 0), Double(entries.count) * lineHeight)
  }

  private var labelWidth: Double { entries.map { width($0.label, .bold) }.max() ?? 0 }
  private var wordsWidth: Double { entries.map { width($0.words, .regular) }.max() ?? 0 }

  /// Draws it with its top left corner at `origin`.
  func rows(at origin: Position) -> [Drawing.Element] {
    let wordsX = origin.x + Self.swatch + Self.gap + labelWidth + 12
    return entries.enumerated().flatMap { index, entry -> [Drawing.Element] in
      let middle = origin.y + (Double(index) + 0.5) * lineHeight
      let baseline = middle + sizes.label * Typeface.xHeight * 0.58
      return swatch(entry, Position(origin.x, middle))
        + [label(entry, Position(origin.x + Self.swatch + Self.gap, baseline))]
        + (saysWords(of: entry) ? [words(entry.words, Position(wordsX, baseline))] : [])
    }
  }

  // MARK: Labels only, one after another

  /// The labels in as many lines as they need, without verdicts: for figures that have no room for more.
  func flow(at origin: Position, width: Double) -> (elements: [Drawing.Element], height: Double) {
    var elements: [Drawing.Element] = []
    var (x, line) = (origin.x, 0)
    for entry in entries {
      let advance = Self.swatch + Self.gap + self.width(entry.label, .bold)
      if x > origin.x, x + advance > origin.x + width { (x, line) = (origin.x, line + 1) }
      let middle = origin.y + (Double(line) + 0.5) * lineHeight
      elements += swatch(entry, Position(x, middle))
      elements.append(
        label(entry, Position(x + Self.swatch + Self.gap, middle + sizes.label * Typeface.xHeight * 0.58)))
      x += advance + 14
    }
    return (elements, Double(line + 1) * lineHeight)
  }

  // MARK: A column

  /// The height of the legend in a column of that width, each verdict wrapped below its label.
  func columnHeight(width: Double) -> Double {
    entries.reduce(0) { $0 + entryHeight($1, width: width) } - 5
  }

  private func entryHeight(_ entry: Entry, width: Double) -> Double {
    lineHeight + Double(lines(of: entry, width).count - 1) * sizes.label * 1.3 + 5
  }

  /// The lines of the label, then those of the verdict.
  private func lines(of entry: Entry, _ width: Double) -> [(text: String, weight: Text.Weight)] {
    let room = width - Self.swatch - Self.gap
    let words = entry.words.isEmpty ? [] : [(entry.words, Text.Weight.regular)]
    return ([(entry.label, .bold)] + words).flatMap { text, weight in
      TextWrap.lines(of: text, width: room, size: sizes.label, weight: weight).map { ($0, weight) }
    }
  }

  func column(at origin: Position, width: Double) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var top = origin.y
    for entry in entries {
      let middle = top + lineHeight / 2
      let x = origin.x + Self.swatch + Self.gap
      elements += swatch(entry, Position(origin.x, middle))
      var baseline = middle + sizes.label * Typeface.xHeight * 0.58
      for (text, weight) in lines(of: entry, width) where saysWords(of: entry) || weight == .bold {
        let position = Position(x, baseline)
        elements.append(.text(Text(text, at: position, size: sizes.label, weight: weight, color: theme.ink)))
        baseline += sizes.label * 1.3
      }
      top += entryHeight(entry, width: width)
    }
    return elements
  }

  // MARK: Pieces

  func swatch(_ entry: Entry, _ start: Position) -> [Drawing.Element] {
    if entry.symbol == .ellipse {
      let center = Position(start.x + Self.swatch / 2, start.y)
      let outline = Path.ellipse(center: center, radiusX: 11, radiusY: sizes.label * 0.42)
      return [.stroke(outline, Stroke(theme.quietInk, width: 1.5))]
    }
    let line = Path([start, Position(start.x + Self.swatch, start.y)])
    return [.stroke(line, Stroke(entry.style.color, width: 2, dash: entry.style.dash))]
      + entry.style.marker.elements(
        at: Position(start.x + Self.swatch / 2, start.y), radius: 3, color: entry.style.color,
        casing: theme.background)
  }

  func label(_ entry: Entry, _ position: Position) -> Drawing.Element {
    .text(Text(entry.label, at: position, size: sizes.label, weight: .bold, color: theme.ink))
  }

  func words(_ string: String, _ position: Position) -> Drawing.Element {
    .text(Text(string, at: position, size: sizes.label, color: theme.ink))
  }

  func width(_ string: String, _ weight: Text.Weight) -> Double {
    Typeface.width(of: string, size: sizes.label, weight: weight)
  }
}
