public import Raster

/// Learning rate against step for one or more schedules.
public struct ScheduleFigure: Sendable {
  public struct Curve: Sendable {
    public var label: String
    public var rates: [Double]
    /// Steps at which the rate is cut or a cycle begins.
    public var marks: [Int]

    public init(label: String, rates: [Double], marks: [Int] = []) {
      self.label = label
      self.rates = rates
      self.marks = marks
    }
  }

  public var curves: [Curve]
  public var title: String
  /// Items of the line under the title.
  public var settings: [String]
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  public var footer: String?

  public init(curves: [Curve], title: String, settings: [String]) {
    self.curves = curves
    self.title = title
    self.settings = settings
  }

  public func drawing() -> Drawing {
    let sizes = TypeSizes(width: width, height: height)
    let margin = MapLayout.margin(width)
    let header = Header(
      title: title, settings: settings, width: width - 2 * margin, lines: 2, theme: theme, sizes: sizes)
    let legend = Legend(
      entries: curves.enumerated().map { index, curve in
        Legend.Entry(style: theme.style(ofRun: index), label: curve.label, words: "")
      }, theme: theme, sizes: sizes)
    let top = margin + header.height + 6
    let origin = Position(margin, top)
    let isTall = legend.rowsSize.height > height / 4
    let flow = legend.flow(at: origin, width: width - 2 * margin)
    let legendHeight = isTall ? flow.height : legend.rowsSize.height
    let plot = Rect(
      x: margin, y: top + legendHeight + 8, width: width - 2 * margin,
      height: height - top - legendHeight - 8 - margin * 0.5 - (footer == nil ? 0 : sizes.tick * 1.6))
    let strip = Strip(
      title: "learning rate η",
      series: curves.enumerated().map { index, curve in
        Strip.Series(values: curve.rates, style: theme.style(ofRun: index), marks: curve.marks)
      }, extent: Double(max(1, (curves.map(\.rates.count).max() ?? 1) - 1)), isHeld: true, theme: theme, sizes: sizes)
    var drawing = Drawing(width: width, height: height, background: theme.background)
    drawing.elements += strip.elements(in: plot, gutter: strip.gutter(in: plot))
    drawing.elements += header.elements(at: Position(margin, margin))
    drawing.elements += isTall ? flow.elements : legend.rows(at: origin)
    if let footer {
      let position = Position(width - margin, height - 7)
      drawing.elements.append(
        .text(Text(footer, at: position, anchor: .end, size: sizes.tick, color: theme.quietInk)))
    }
    return drawing
  }
}
