public import Diagnosis
public import LossSurfaces
import Optimization
public import Raster

/// A learning-rate range test beside the truth: above, the loss of the sweep against the rate, with what is read off
/// it; below, on the same axis, the loss that separate runs end at; through both, the limit 2/λmax.
///
/// Each reading goes down as a line from its place on the sweep to what a run at that rate comes to.
public struct RangeTestFigure: Sendable {
  public var surface: Surface
  public var assessment: RangeTestAssessment
  /// Says the point; nil takes the surface's title.
  public var title: String?
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  public var footer: String?

  public init(surface: Surface, assessment: RangeTestAssessment) {
    self.surface = surface
    self.assessment = assessment
  }

  public var displayTitle: String { title ?? "\(surface.title): a learning-rate range test" }

  private var sizes: TypeSizes { TypeSizes(width: width, height: height) }
  private var margin: Double { MapLayout.margin(width) }

  public func drawing() -> Drawing {
    let header = Header(
      title: displayTitle,
      settings: settings(title: displayTitle),
      width: width - 2 * margin, lines: height < 340 ? 1 : 2, theme: theme, sizes: sizes)
    let bottom = height - margin * 0.5 - (footer == nil ? 0 : sizes.tick * 1.6)
    let body = Rect(
      x: margin, y: margin + header.height + 6, width: width - 2 * margin, height: bottom - margin - header.height - 6)
    var drawing = Drawing(width: width, height: height, background: theme.background)
    drawing.elements += header.elements(at: Position(margin, margin))
    if let column = columnWidth(in: body) {
      drawing.elements += panels(in: Rect(x: body.x, y: body.y, width: body.width - column - 24, height: body.height))
      drawing.elements += words(in: Rect(x: body.maxX - column, y: body.y - 2, width: column, height: body.height))
    } else {
      let flow = legend(hasVerdicts: false).flow(at: Position(body.x, body.y), width: body.width)
      drawing.elements += flow.elements
      let top = body.y + flow.height + 4
      drawing.elements += panels(in: Rect(x: body.x, y: top, width: body.width, height: body.maxY - top))
    }
    if let footer {
      let position = Position(width - margin, height - 7)
      drawing.elements.append(.text(Text(footer, at: position, anchor: .end, size: sizes.tick, color: theme.quietInk)))
    }
    return drawing
  }

  /// A reading depends on all of this.
  func settings(title: String) -> [String] {
    SettingsLine.items(
      surface: surface, of: [assessment.test.run],
      seeds: assessment.test.run.isStochastic ? ["seed \(assessment.test.run.seed)"] : [], title: title)
      + (assessment.test.smoothing > 0 ? ["smoothing \(NumberText.string(assessment.test.smoothing))"] : [])
  }

  private func legend(hasVerdicts: Bool) -> Legend {
    Legend(
      entries: assessment.recommended.map { reading in
        Legend.Entry(
          style: theme.style(of: reading.kind), label: "\(reading.kind.rawValue): \(NumberText.string(reading.rate))",
          words: hasVerdicts ? reading.assessment.verdict.words : "")
      }, theme: theme, sizes: sizes)
  }

  // MARK: The column of words

  /// The width of the column beside the panels, or nil when there is no room for it.
  private func columnWidth(in body: Rect) -> Double? {
    let column = min(max(0.31 * width, 200), 440)
    let fits = width >= 560 && legend(hasVerdicts: true).columnHeight(width: column) <= body.height
    return fits ? column : nil
  }

  /// The legend, and below it as many of the sentences as there is room for.
  private func words(in column: Rect) -> [Drawing.Element] {
    let legend = legend(hasVerdicts: true)
    var elements = legend.column(at: Position(column.x, column.y), width: column.width)
    let lineHeight = sizes.label * 1.32
    var baseline = column.y + legend.columnHeight(width: column.width) + lineHeight * 1.7
    for sentence in assessment.sentences {
      let lines = TextWrap.lines(of: sentence, width: column.width, size: sizes.label)
      guard baseline + Double(lines.count - 1) * lineHeight <= column.maxY else { break }
      for line in lines {
        elements.append(
          .text(Text(line, at: Position(column.x, baseline), size: sizes.label, color: theme.ink)))
        baseline += lineHeight
      }
      baseline += lineHeight * 0.4
    }
    return elements
  }

  // MARK: Panels

  private func panels(in rect: Rect) -> [Drawing.Element] {
    let foot = Axes.foot(sizes: sizes)
    let each = (rect.height - foot) / 2
    let above = Rect(x: rect.x, y: rect.y, width: rect.width, height: each - 4)
    let below = Rect(x: rect.x, y: rect.y + each + 4, width: rect.width, height: each - 4)
    let panels = [
      RangeTestPanel(sweepOf: assessment, in: above, theme: theme, sizes: sizes),
      RangeTestPanel(truthOf: assessment, in: below, theme: theme, sizes: sizes),
    ]
    let gutter = panels.map(\.gutter).max() ?? 0
    return panels.flatMap { $0.elements(gutter: gutter) }
  }
}
