import Raster

/// The title that says the point and, under it, the quiet line of settings.
struct Header: Sendable {
  let title: [String]
  let titleSize: Double
  let settings: [String]
  let theme: Theme
  let sizes: TypeSizes

  /// The title shrinks a little, then takes two lines, then ends in an ellipsis. The settings, items between middle
  /// dots, take at most `lines`, broken between items; an item longer than a line is cut short, and one for which no
  /// line is left is dropped.
  init(title: String, settings: [String], width: Double, lines: Int, theme: Theme, sizes: TypeSizes) {
    self.theme = theme
    self.sizes = sizes
    let natural = Typeface.width(of: title, size: sizes.title, weight: .bold)
    titleSize = natural <= width ? sizes.title : max(sizes.title * 0.8, sizes.title * width / natural)
    self.title = Self.limited(title, width: width, size: titleSize, weight: .bold, lines: 2)
    self.settings = Self.filled(settings, width: width, size: sizes.settings, lines: lines)
  }

  private static func limited(_ text: String, width: Double, size: Double, weight: Text.Weight, lines: Int) -> [String]
  {
    let wrapped = TextWrap.lines(of: text, width: width, size: size, weight: weight)
    guard
      wrapped.count > lines || wrapped.contains(where: { Typeface.width(of: $0, size: size, weight: weight) > width })
    else { return wrapped }
    let rest = wrapped.dropFirst(lines - 1).joined(separator: " ")
    return (wrapped.prefix(lines - 1) + [rest]).map {
      TextWrap.truncated($0, width: width, size: size, weight: weight)
    }
  }

  private static func filled(_ items: [String], width: Double, size: Double, lines: Int) -> [String] {
    var result: [String] = []
    // The width of the last line, but for the kerns between its items.
    var taken = 0.0
    for item in items {
      let joined = result.last.map { $0 + " · " + item } ?? item
      let more = Typeface.width(of: result.isEmpty ? item : " · " + item, size: size)
      // Only where it is close the whole line is measured.
      if taken + more + 2 * size <= width || Typeface.width(of: joined, size: size) <= width {
        result = result.dropLast() + [joined]
        taken += more
      } else if result.count < lines {
        result.append(TextWrap.truncated(item, width: width, size: size))
        taken = width
      }
    }
    return result
  }

  var height: Double {
    Double(title.count) * titleSize * 1.22 + Double(settings.count) * sizes.settings * 1.4
  }

  func elements(at origin: Position) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var baseline = origin.y + titleSize * Typeface.capHeight + titleSize * 0.2
    for line in title {
      elements.append(
        .text(Text(line, at: Position(origin.x, baseline), size: titleSize, weight: .bold, color: theme.ink)))
      baseline += titleSize * 1.22
    }
    baseline += sizes.settings * 1.4 - titleSize * 1.22 + titleSize * 0.15
    for line in settings {
      elements.append(.text(Text(line, at: Position(origin.x, baseline), size: sizes.settings, color: theme.quietInk)))
      baseline += sizes.settings * 1.4
    }
    return elements
  }
}
