import Raster

/// What all figures of runs have about their middle: the title that says the point, the settings, a line at the foot.
struct FigurePage {
  let width: Double
  let height: Double
  let title: String
  let settings: [String]
  let footer: String?
  let theme: Theme

  var sizes: TypeSizes { TypeSizes(width: width, height: height) }
  private var margin: Double { MapLayout.margin(width) }

  private var header: Header {
    Header(
      title: title, settings: settings, width: width - 2 * margin, lines: height < 340 ? 1 : 2, theme: theme,
      sizes: sizes)
  }

  /// What is left to the figure.
  var body: Rect {
    let top = margin + header.height + 6
    let bottom = height - max(6, margin * 0.5) - (footer == nil ? 0 : sizes.tick * 1.6)
    return Rect(x: margin, y: top, width: width - 2 * margin, height: bottom - top)
  }

  /// The page without its middle.
  var drawing: Drawing {
    var drawing = Drawing(width: width, height: height, background: theme.background)
    drawing.elements = header.elements(at: Position(margin, margin))
    if let footer {
      let position = Position(width - margin, height - 7)
      drawing.elements.append(.text(Text(footer, at: position, anchor: .end, size: sizes.tick, color: theme.quietInk)))
    }
    return drawing
  }

  /// The runs with their verdicts.
  func legend(of groups: [RunGroup]) -> Legend {
    Legend(
      entries: groups.enumerated().map { index, group in
        .init(style: theme.style(ofRun: index), label: group.label, words: group.words)
      }, theme: theme, sizes: sizes)
  }
}
