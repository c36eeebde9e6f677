import LossSurfaces
import Optimization
import Raster

/// The fates on a map: each with its shades, its name and its share of the cells; in a column also what the shades say.
struct OutcomeLegend {
  struct Entry {
    let family: OutcomeInks.Family
    let label: String
    let share: String
  }

  private static let swatch = 44.0
  private static let gap = 9.0

  let entries: [Entry]
  private let key: [String]
  private let inks: OutcomeInks
  private let theme: Theme
  private let sizes: TypeSizes

  init(_ shades: OutcomeShades, names: [String], total: Int, show: OutcomeShow, theme: Theme, sizes: TypeSizes) {
    inks = shades.inks
    self.theme = theme
    self.sizes = sizes
    let families: [(OutcomeInks.Family, String)] =
      names.enumerated().map { (.minimum($0.offset), $0.element) } + [
        (.otherMinimum, names.isEmpty ? "converged" : "elsewhere at rest"), (.cycle, "in a cycle"),
        (.moving, "still moving"), (.saddle, "at a saddle"), (.plateau, "on a plateau"),
        (.diverging, "diverging"), (.diverged, "diverged"),
      ]
    entries = families.compactMap { family, label in
      shades.counts[family].map { Entry(family: family, label: label, share: Self.share($0, of: total)) }
    }
    key = Self.key(show, shades.range, hasRestless: shades.counts.keys.contains(where: \.isRestless))
  }

  /// `37 %`; what is less than half a percent but there, `< 1 %`.
  static func share(_ count: Int, of total: Int) -> String {
    let percent = 100 * Double(count) / Double(total)
    if percent < 0.5 { return "< 1 %" }
    if percent >= 99.5, count < total { return "> 99 %" }
    return "\(Int(percent.rounded())) %"
  }

  private static func key(_ show: OutcomeShow, _ range: ClosedRange<Double>?, hasRestless: Bool) -> [String] {
    let restless = hasRestless ? ["Not at rest: deep where", "the loss stays high"] : []
    guard let range else { return show == .steps ? restless : [] }
    func number(_ value: Double) -> String { NumberText.string(value, digits: 3) }
    // Shades count steps from 1.
    let least = show == .finalLoss ? 0.0 : 1
    let (low, high) = (number(range.lowerBound - least), number(range.upperBound - least))
    switch show {
    case .steps:
      let span = range.lowerBound == range.upperBound ? low : "\(low) to \(high)"
      return ["Light: soon, deep: late", "(\(span) steps; each fate", "has shades of its own)"] + restless
    case .stepsTo(let loss):
      return ["Light: soon, deep: late", "(loss \(NumberText.string(loss)) after", "\(low) to \(high) steps)"]
    case .finalLoss: return ["Light: low, deep: high", "(loss at the end", "\(low) to \(high) above the least)"]
    }
  }

  private var lineHeight: Double { sizes.label * 1.6 }

  /// How wide a column must be for no line to break.
  var columnWidth: Double {
    let labels = entries.map { Self.swatch + Self.gap + Typeface.width(of: $0.label, size: sizes.label, weight: .bold) }
    return max(labels.max() ?? 0, key.map { Typeface.width(of: $0, size: sizes.tick) }.max() ?? 0)
  }

  private func lines(of entry: Entry, _ width: Double) -> [String] {
    TextWrap.lines(
      of: entry.label, width: max(30, width - Self.swatch - Self.gap), size: sizes.label, weight: .bold)
  }

  private func height(_ entry: Entry, _ width: Double) -> Double {
    Double(lines(of: entry, width).count + 1) * sizes.label * 1.3 + 6
  }

  private func keyLines(_ width: Double) -> [String] {
    key.flatMap { TextWrap.lines(of: $0, width: width, size: sizes.tick) }
  }

  func columnHeight(width: Double) -> Double {
    entries.reduce(0) { $0 + height($1, width) } + Double(keyLines(width).count) * sizes.tick * 1.35 + 8
  }

  func column(at origin: Position, width: Double) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var top = origin.y + 4
    for entry in entries {
      elements += swatch(entry.family, Position(origin.x, top), height: sizes.label * 1.25)
      var baseline = top + sizes.label
      let x = origin.x + Self.swatch + Self.gap
      for line in lines(of: entry, width) {
        elements.append(text(line, Position(x, baseline), .bold, theme.ink))
        baseline += sizes.label * 1.3
      }
      elements.append(text(entry.share, Position(x, baseline), .regular, theme.quietInk))
      top += height(entry, width)
    }
    var baseline = top + 6 + sizes.tick
    for line in keyLines(width) {
      elements.append(.text(Text(line, at: Position(origin.x, baseline), size: sizes.tick, color: theme.quietInk)))
      baseline += sizes.tick * 1.35
    }
    return elements
  }

  func flowHeight(width: Double) -> Double { layoutFlow(width).height }

  func flow(at origin: Position, width: Double) -> [Drawing.Element] {
    zip(entries, layoutFlow(width).places).flatMap { entry, place -> [Drawing.Element] in
      let at = Position(origin.x + place.x, origin.y + place.y)
      return swatch(entry.family, at, height: sizes.label * 1.2)
        + [
          text(
            "\(entry.label) \(entry.share)", Position(at.x + Self.swatch + 5, at.y + sizes.label), .regular, theme.ink)
        ]
    }
  }

  private func layoutFlow(_ width: Double) -> (places: [Position], height: Double) {
    var places: [Position] = []
    var (x, y) = (0.0, 0.0)
    for entry in entries {
      let advance = Self.swatch + 5 + Typeface.width(of: "\(entry.label) \(entry.share)", size: sizes.label) + 14
      if x > 0, x + advance > width + 14 { (x, y) = (0, y + lineHeight) }
      places.append(Position(x, y))
      x += advance
    }
    return (places, y + lineHeight)
  }

  /// The shades of a family, early to late.
  private func swatch(_ family: OutcomeInks.Family, _ at: Position, height: Double) -> [Drawing.Element] {
    let pieces = 11
    let width = Self.swatch / Double(pieces)
    let fills = (0..<pieces).map { index -> Drawing.Element in
      let rect = Rect(x: at.x + Double(index) * width, y: at.y, width: width, height: height)
      return .fill(.rectangle(rect), inks.color(family, Double(index) / Double(pieces - 1)))
    }
    let frame = Rect(x: at.x, y: at.y, width: Self.swatch, height: height)
    return fills + [.stroke(.rectangle(frame), Stroke(theme.grid, width: 1))]
  }

  private func text(_ string: String, _ at: Position, _ weight: Text.Weight, _ color: Color) -> Drawing.Element {
    .text(Text(string, at: at, size: sizes.label, weight: weight, color: color))
  }
}
