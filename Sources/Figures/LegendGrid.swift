import Raster

/// A legend in columns, each as wide as what it holds: for a figure with many curves.
///
/// The words stand where they cost no rows beyond the second. Where the labels do not fit they are cut short, and when that is not enough
/// the last curves are left unnamed and counted.
struct LegendGrid: Sendable {
  private static let columnGap = 18.0
  private static let wordGap = 8.0
  /// The least that a label is cut to.
  private static let leastLabel = 62.0

  private let legend: Legend
  private let rows: Int
  /// The curves that found no room.
  private let rest: Int

  init(_ legend: Legend, width: Double, height: Double) {
    let most = max(1, Int(height / legend.lineHeight))
    let bare = legend.withoutWords
    let bareRows = Self.fewestRows(of: bare, width: width)
    for candidate in [legend, bare] {
      guard let rows = Self.fewestRows(of: candidate, width: width), rows <= most, rows <= max(2, bareRows ?? rows)
      else {
        continue
      }
      (self.legend, self.rows, rest) = (candidate, rows, 0)
      return
    }
    let fixed = Legend.swatch + Legend.gap
    let columns = max(1, Int((width + Self.columnGap) / (fixed + Self.leastLabel + Self.columnGap)))
    let count = legend.entries.count
    // The last place says how many are unnamed.
    let shown = count <= columns * most ? count : max(1, columns * most - 1)
    rows = min(most, shown)
    rest = count - shown
    let used = Double((shown + rows - 1) / rows)
    let room = (width - Self.columnGap * (used - 1)) / used - fixed
    let size = legend.sizes.label
    var cut = bare.with { entry in
      var entry = entry
      entry.label = TextWrap.truncated(entry.label, width: room, size: size, weight: .bold)
      return entry
    }
    cut.entries.removeLast(rest)
    self.legend = cut
  }

  var height: Double { Double(rows) * legend.lineHeight }

  /// Draws it with its top left corner at `origin`.
  func elements(at origin: Position, saysVerdicts: Bool = true) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var left = origin.x
    for column in Self.columns(of: legend.entries, rows: rows) {
      let wordsX = left + Legend.swatch + Legend.gap + legend.labelWidth(of: column) + Self.wordGap
      for (row, entry) in column.enumerated() {
        let middle = origin.y + (Double(row) + 0.5) * legend.lineHeight
        let baseline = middle + legend.sizes.label * Typeface.xHeight * 0.58
        elements += legend.swatch(entry, Position(left, middle))
        elements.append(legend.label(entry, Position(left + Legend.swatch + Legend.gap, baseline)))
        if saysVerdicts, !entry.words.isEmpty { elements.append(legend.words(entry.words, Position(wordsX, baseline))) }
      }
      if rest > 0, column.count < rows || legend.entries.count == rows {
        let baseline = origin.y + (Double(column.count) + 0.5) * legend.lineHeight
        elements.append(legend.words("and \(rest) more", Position(left + Legend.swatch + Legend.gap, baseline)))
      }
      left += Self.width(of: column, legend) + Self.columnGap
    }
    return elements
  }

  /// The fewest rows for which the columns stand side by side, or nil when an entry alone is too wide.
  private static func fewestRows(of legend: Legend, width: Double) -> Int? {
    let count = legend.entries.count
    return (1...max(1, count)).first { rows in
      let columns = columns(of: legend.entries, rows: rows)
      let widths = columns.reduce(0) { $0 + self.width(of: $1, legend) }
      return widths + columnGap * Double(columns.count - 1) <= width
    }
  }

  private static func columns(of entries: [Legend.Entry], rows: Int) -> [ArraySlice<Legend.Entry>] {
    stride(from: 0, to: entries.count, by: rows).map { entries[$0..<min($0 + rows, entries.count)] }
  }

  private static func width(of column: ArraySlice<Legend.Entry>, _ legend: Legend) -> Double {
    let words = column.map { legend.width($0.words, .regular) }.max() ?? 0
    return Legend.swatch + Legend.gap + legend.labelWidth(of: column) + (words > 0 ? wordGap + words : 0)
  }
}

extension Legend {
  /// The names alone.
  var withoutWords: Legend { with { Entry(style: $0.style, label: $0.label, words: "") } }

  fileprivate func with(_ change: (Entry) -> Entry) -> Legend {
    Legend(entries: entries.map(change), theme: theme, sizes: sizes)
  }

  fileprivate func labelWidth(of column: ArraySlice<Entry>) -> Double {
    column.map { width($0.label, .bold) }.max() ?? 0
  }
}
