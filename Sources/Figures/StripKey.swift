import Raster

/// The words for the signs of a strip, at the right end of its headline: `● cut  ○ restart`.
struct StripKey: Sendable {
  enum Sign: Sendable {
    case cut
    case restart
    case line(RunStyle)
  }

  private static let gap = 14.0

  let items: [(sign: Sign, word: String)]
  let theme: Theme
  let sizes: TypeSizes

  private var signWidth: Double { 1.6 * sizes.tick }

  var width: Double {
    items.reduce(0) { $0 + signWidth + Typeface.width(of: $1.word, size: sizes.tick) }
      + Self.gap * Double(max(0, items.count - 1))
  }

  /// Draws it to end at `right` on a baseline.
  func elements(right: Double, baseline: Double) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var x = right - width
    for (sign, word) in items {
      elements += self.elements(sign, at: Position(x, baseline - sizes.tick * Typeface.xHeight * 0.5))
      x += signWidth
      elements.append(.text(Text(word, at: Position(x, baseline), size: sizes.tick, color: theme.quietInk)))
      x += Typeface.width(of: word, size: sizes.tick) + Self.gap
    }
    return elements
  }

  private func elements(_ sign: Sign, at left: Position) -> [Drawing.Element] {
    let middle = Position(left.x + signWidth / 2, left.y)
    switch sign {
    case .cut:
      return RateMarks.mark(.disc, at: middle, isHollow: false, color: theme.quietInk, theme: theme, sizes: sizes)
    case .restart:
      return RateMarks.mark(.disc, at: middle, isHollow: true, color: theme.quietInk, theme: theme, sizes: sizes)
    case .line(let style):
      let line = Path([left, Position(left.x + signWidth - 4, left.y)])
      return [.stroke(line, Stroke(style.color, width: 1.3, dash: style.dash))]
    }
  }
}
