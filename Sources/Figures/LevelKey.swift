import Raster

/// A slim key that says which fill is which loss: the bands stacked beside the map, with a few numbers.
struct LevelKey: Sendable {
  static let bar = 9.0

  /// One more than there are levels, lowest first.
  let colors: [Color]
  /// What each level prints.
  let labels: [String]
  let theme: Theme
  let sizes: TypeSizes

  /// Bar, gap and the widest number.
  var width: Double {
    let widest = labels.map { Typeface.width(of: $0, size: sizes.tick) }.max() ?? 0
    return Self.bar + 4 + max(widest, Typeface.width(of: "loss", size: sizes.tick))
  }

  func elements(in rect: Rect) -> [Drawing.Element] {
    let step = rect.height / Double(colors.count)
    var elements: [Drawing.Element] = colors.enumerated().map { index, color in
      let top = rect.maxY - Double(index + 1) * step
      return .fill(.rectangle(Rect(x: rect.minX, y: top, width: Self.bar, height: step + 0.5)), color)
    }
    let bar = Rect(x: rect.minX, y: rect.minY, width: Self.bar, height: rect.height)
    elements.append(.stroke(.rectangle(bar), Stroke(theme.grid, width: 1)))
    let textX = rect.minX + Self.bar + 4
    // The word stands at the top; numbers keep clear of it and of each other.
    elements.append(
      .text(Text("loss", at: Position(textX, rect.minY + sizes.tick * 0.62), size: sizes.tick, color: theme.ink)))
    let every = max(1, Int((sizes.tick * 1.9 / step).rounded(.up)))
    for (index, label) in labels.enumerated() where index % every == every / 2 {
      let at = rect.maxY - Double(index + 1) * step
      guard at - rect.minY > sizes.tick * 1.5 else { continue }
      let baseline = at + sizes.tick * Typeface.capHeight / 2
      elements.append(
        .text(Text(label, at: Position(textX, baseline), size: sizes.tick, color: theme.quietInk)))
    }
    return elements
  }
}
