public import LossSurfaces
public import Optimization
public import Raster

/// A map of outcomes: a cell a run, coloured by what became of it; minima and saddles where the axes are those of the
/// plane; the borders of theory where there are any.
public struct OutcomeFigure: Sendable {
  public var surface: Surface
  public var map: OutcomeMap
  /// Row by row, the lowest first.
  public var outcomes: [Outcome]
  /// What the minima are called.
  public var names: [String]
  public var show = OutcomeShow.steps
  /// Says the point; nil takes the surface's title.
  public var title: String?
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  public var footer: String?
  public var hasLabels = true

  public init(surface: Surface, map: OutcomeMap, outcomes: [Outcome], names: [String]) {
    precondition(outcomes.count == map.x.count * map.y.count, "an outcome for each cell")
    self.surface = surface
    self.map = map
    self.outcomes = outcomes
    self.names = names
  }

  /// Whether the axes are the weights.
  var isPlane: Bool { map.x.setting == .startX && map.y.setting == .startY }

  public var displayTitle: String {
    title
      ?? (isPlane
        ? "\(surface.title): where each start ends"
        : "\(surface.title): what becomes of runs over \(Self.name(map.x.setting)) and \(Self.name(map.y.setting))")
  }

  /// What an axis is called.
  static func name(_ setting: MapSetting) -> String {
    switch setting {
    case .learningRate: "learning rate"
    case .startX: "start x"
    case .startY: "start y"
    default: setting.key.split(separator: "-").joined(separator: " ")
    }
  }

  public func drawing() -> Drawing {
    let page = FigurePage(
      width: width, height: height, title: displayTitle, settings: settings, footer: footer, theme: theme)
    let shades = OutcomeShades(outcomes, minima: map.minima.count, show: show)
    let legend = OutcomeLegend(
      shades, names: names, total: outcomes.count, show: show, theme: theme, sizes: page.sizes)
    let layout = OutcomeLayout(
      page.body, legend: legend, y: scaleY(0, 100), yLabel: yLabel, isPlane ? map : nil, page.sizes)
    let rect = layout.map
    var drawing = page.drawing
    let field = OutcomeField(rect: rect, columns: map.x.count, rows: map.y.count, colors: shades.colors)
    drawing.elements.append(.field(field.field))
    var axes = Axes(
      rect: rect, x: scaleX(rect.minX, rect.maxX), y: scaleY(rect.maxY, rect.minY), xLabel: xLabel, yLabel: yLabel,
      theme: theme, sizes: page.sizes)
    axes.xIsWhole = false
    let over = isPlane ? marks(in: rect, page.sizes) : borders(axes)
    drawing.elements += over.elements
    if hasLabels {
      let names = OutcomeNames(
        outcomes.map { OutcomeInks.Family($0) }, columns: map.x.count, rows: map.y.count, in: rect, sizes: page.sizes)
      drawing.elements += names.texts(legend.entries, avoiding: over.taken).map { .text($0) }
    }
    drawing.elements += axes.over
    if let column = layout.column {
      drawing.elements += legend.column(at: Position(column.x, column.y), width: column.width)
    } else if let row = layout.row {
      drawing.elements += legend.flow(at: Position(row.x, row.y), width: row.width)
    }
    return drawing
  }

  func scaleX(_ start: Double, _ end: Double) -> Scale {
    Scale(map.x.range, from: start, to: end, isLogarithmic: map.x.isLogarithmic)
  }

  func scaleY(_ start: Double, _ end: Double) -> Scale {
    Scale(map.y.range, from: start, to: end, isLogarithmic: map.y.isLogarithmic)
  }

  private var xLabel: String { isPlane ? surface.axes.x : Self.label(map.x) }
  private var yLabel: String { isPlane ? surface.axes.y : Self.label(map.y) }

  private static func label(_ axis: MapAxis) -> String {
    switch axis.setting {
    case .learningRate: "η"
    case .optimizer("momentum"): "β"
    default: name(axis.setting)
    }
  }

  // MARK: What lies over the cells

  /// Minima and saddles, where the plane is that of the weights.
  private func marks(in rect: Rect, _ sizes: TypeSizes) -> (elements: [Drawing.Element], taken: [Rect]) {
    guard
      let view = try? View(
        x: (map.x.range.lowerBound, map.x.range.upperBound), y: (map.y.range.lowerBound, map.y.range.upperBound))
    else { return ([], []) }
    var annotations = Annotations(on: Frame(rect: rect, view: view), lines: [], theme: theme, sizes: sizes)
    annotations.addSymbols(for: surface.criticalPoints.filter { view.contains($0.point) })
    return ([.clipped(rect, annotations.elements())], annotations.grid.boxes)
  }

  /// Each border with its formula where the fewest fates lie under it.
  private func borders(_ axes: Axes) -> (elements: [Drawing.Element], taken: [Rect]) {
    var elements: [Drawing.Element] = []
    var taken: [Rect] = []
    var curves: [[Position]] = []
    for border in OutcomeBorder.all(of: map) {
      let points = border.points.map { Position(axes.x.unheld($0.x), axes.y.unheld($0.y)) }
      let path = Path(points)
      curves.append(points)
      elements.append(
        .clipped(
          axes.rect,
          [
            .stroke(path, Stroke(Color(0x0A0D12).opacity(0.75), width: 4.2)),
            .stroke(path, Stroke(Color(0xFFFFFF), width: 1.8, dash: [7, 4.5])),
          ]))
      guard hasLabels, let text = label(border, points, axes, avoiding: taken) else { continue }
      taken.append(text.bounds.inset(by: -3))
      elements.append(.text(text))
    }
    return (elements, taken + steps(along: curves))
  }

  /// Small boxes along lines, which no name may cover.
  private func steps(along curves: [[Position]]) -> [Rect] {
    curves.joined().map { Rect(x: $0.x - 4, y: $0.y - 4, width: 8, height: 8) }
  }

  private func label(_ border: OutcomeBorder, _ points: [Position], _ axes: Axes, avoiding taken: [Rect]) -> Text? {
    let size = axes.sizes.label
    let inner = axes.rect.inset(by: 6)
    // On either side of the line, in an order that is spread along it, so that of equal grounds not the first is taken.
    let candidates: [Text] = points.indices.flatMap { index -> [Text] in
      let point = points[index * 131 % points.count]
      let baseline = point.y + size * 0.35
      return [
        OutcomeInks.text(border.label, at: Position(point.x + 9, baseline), .start, size: size),
        OutcomeInks.text(border.label, at: Position(point.x - 9, baseline), .end, size: size),
      ]
    }
    let free = candidates.filter { text in
      let box = text.bounds
      let isInside = box.minX > inner.minX && box.maxX < inner.maxX && box.minY > inner.minY && box.maxY < inner.maxY
      return isInside && !taken.contains { $0.intersects(box) } && !points.contains { box.inset(by: -2).contains($0) }
    }
    // The fewer fates lie under a text, the quieter is its ground.
    let grounds = free.map { (text: $0, fates: fates(under: $0.bounds, in: axes.rect)) }
    guard let quietest = grounds.min(by: { $0.fates.count < $1.fates.count }) else { return nil }
    return OutcomeInks.inked(quietest.text, onDark: quietest.fates.contains(where: \.isDark))
  }

  /// The fates that a box covers, where it is looked at.
  private func fates(under box: Rect, in rect: Rect) -> Set<OutcomeInks.Family> {
    var families: Set<OutcomeInks.Family> = []
    for down in 0...3 {
      for across in 0...8 {
        let x = (box.minX + box.width * Double(across) / 8 - rect.minX) / rect.width
        let y = (rect.maxY - box.minY - box.height * Double(down) / 3) / rect.height
        let column = min(max(Int(x * Double(map.x.count)), 0), map.x.count - 1)
        let row = min(max(Int(y * Double(map.y.count)), 0), map.y.count - 1)
        families.insert(OutcomeInks.Family(outcomes[row * map.x.count + column]))
      }
    }
    return families
  }
}
