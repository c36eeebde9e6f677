import Diagnosis
public import LossSurfaces
import Optimization
public import Raster

/// A contour plot with the paths of one or more runs, alone or as fans about their means, their verdicts, losses and
/// learning rates.
public struct PathFigure: RunFigure {
  public enum Panel: String, Hashable, Sendable, CaseIterable {
    case loss
    case learningRate = "learning-rate"
    /// η·λmax against its limit, and on the map where it is above.
    case stability

    /// What is shown when nothing is said.
    public static let standard: [Panel] = [.loss, .learningRate]
  }

  public var surface: Surface
  public var view: View
  public var groups: [RunGroup]
  /// Says the point; nil takes the surface's title and what is compared.
  public var title: String?
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  /// A colour map's name; nil takes the theme's.
  public var palette: String?
  public var levelCount = 20
  public var panels = Panel.standard
  /// Whether contour lines bear numbers and critical points their names.
  public var hasLabels = true
  public var hasArrows = true
  public var footer: String?
  /// Where the noise of one step is drawn; nil for nowhere.
  public var noiseEllipse: NoiseEllipsePlace?

  public init(surface: Surface, view: View? = nil, groups: [RunGroup]) {
    self.surface = surface
    self.view = view ?? surface.view
    self.groups = groups
  }

  /// Each run alone.
  public init(surface: Surface, view: View? = nil, runs: [FigureRun]) {
    self.init(surface: surface, view: view, groups: runs.map { RunGroup($0) })
  }

  /// Lays the figure out and draws it.
  ///
  /// Throws when the palette has no such name or the number of levels is not allowed.
  public func drawing() throws(InputError) -> Drawing {
    let composition = try composition()
    let over = Aside { elements(of: composition) }
    var drawing = ground(of: composition)
    drawing.elements += over.value()
    return drawing
  }

  /// All that is measured before anything is drawn.
  struct Composition {
    var header: Header
    var key: LevelKey
    var ground: ContourLayer
    /// None if contour lines bear no numbers.
    var labelPlaces: LabelPlaces?
    var plan: Plan
    var stability: [Drawing.Element]
    var ellipses: [Drawing.Element]
    var strips: [Strip]
  }

  func composition() throws(InputError) -> Composition {
    let stability = stability
    let isLow = height < 340
    let settings = SettingsLine.items(surface: surface, groups: groups, title: displayTitle)
    // What the hatch means comes first where the rest finds no room.
    let hatched = stability?.ground.map { ["hatched: \($0.words)"] } ?? []
    let header = Header(
      title: displayTitle, settings: isLow ? hatched + settings : settings + hatched,
      width: width - 2 * MapLayout.margin(width), lines: isLow ? 1 : 2, theme: theme, sizes: sizes)
    let map = try palette.map { name throws(InputError) in try ColorMap.named(name) } ?? theme.colorMap
    let levels = try Levels(count: levelCount, surface: surface, view: view)
    let key = LevelKey(
      colors: map.colors(count: levels.values.count + 1), labels: levels.values.indices.map(levels.text), theme: theme,
      sizes: sizes)
    let plan = plan(headerHeight: header.height, keyWidth: key.width)
    let ground = ContourLayer(loss: surface.loss, frame: plan.scene.frame, levels: levels, map: map)
    return Composition(
      header: header, key: key, ground: ground,
      labelPlaces: hasLabels ? ground.labelPlaces(size: sizes.tick * 0.94) : nil, plan: plan,
      stability: stability?.elements(in: plan.scene.frame, theme: theme) ?? [],
      ellipses: noiseEllipses.elements(in: plan.scene.frame, theme: theme), strips: strips(stability))
  }

  /// The page with the surface, on which all else is drawn.
  func ground(of composition: Composition) -> Drawing {
    let elements = composition.ground.elements(labels: labels(of: composition))
    return Drawing(
      width: width, height: height, background: theme.background, elements: elements + composition.stability)
  }

  /// What is drawn over the ground; with a step, as it is when the runs have come to it and have no verdicts yet.
  func elements(of composition: Composition, through step: Int? = nil) -> [Drawing.Element] {
    let (plan, header) = (composition.plan, composition.header)
    let origin = Position(MapLayout.margin(width), MapLayout.margin(width))
    let scene = step.map { plan.scene.through($0) } ?? plan.scene
    var elements = scene.elements(hasArrows: hasArrows, ellipses: composition.ellipses)
    elements += scene.axes(xLabel: surface.axes.x, yLabel: surface.axes.y).over
    // A flat surface has no levels to give a key to.
    if let rect = plan.layout.key, !composition.ground.lines.isEmpty {
      elements += composition.key.elements(in: rect)
    }
    elements += header.elements(at: origin)
    elements += legendElements(plan, rowsTop: origin.y + header.height + 4, saysVerdicts: step == nil)
    elements += stripElements(composition, through: step ?? .max)
    return elements + footerElements
  }

  /// Where everything stands, and the paths in their place.
  struct Plan {
    var layout: MapLayout
    var scene: MapScene
    /// Where the legend stands on the map, when it does.
    var legendBox: Rect?
  }

  /// When the legend has no column and finds no place on the map, room is made for it above.
  private func plan(headerHeight: Double, keyWidth: Double) -> Plan {
    var content = MapLayout.Content(
      width: width, height: height, view: view, headerHeight: headerHeight,
      footerHeight: footer == nil ? 0 : sizes.tick * 1.6, legend: legend, stripCount: panels.count,
      keyWidth: keyWidth, yLabel: surface.axes.y, sizes: sizes)
    var plan = plan(MapLayout.best(for: content))
    if plan.layout.legendColumn == nil {
      plan.legendBox = place(legend, in: &plan.scene)
      if plan.legendBox == nil {
        content.rowsHeight = rowsLegend(legend, at: Position(0, 0)).height + 8
        content.needsColumn = !rowsSayAll
        plan = self.plan(MapLayout.best(for: content))
      }
    }
    plan.scene.annotate(namesPoints: hasLabels)
    return plan
  }

  private func plan(_ layout: MapLayout) -> Plan {
    let frame = Frame(rect: layout.map, view: view)
    return Plan(
      layout: layout, scene: MapScene(groups: groups, on: surface, frame: frame, theme: theme, sizes: sizes),
      legendBox: nil
    )
  }

  /// The labels of the contour lines, clear of what stands on the map.
  private func labels(of composition: Composition) -> [ContourLabel] {
    guard let places = composition.labelPlaces else { return [] }
    let scene = composition.plan.scene
    return composition.ground.labels(at: places, obstacles: scene.annotations.grid.boxes, paths: scene.lines)
  }

  var noiseEllipses: NoiseEllipses { NoiseEllipses(of: groups, at: noiseEllipse, on: surface, in: view) }

  // MARK: Legend

  private var legend: Legend {
    let entries = groups.enumerated().map { index, group in
      Legend.Entry(style: theme.style(ofRun: index), label: group.label, words: group.words)
    }
    let note = Legend.Entry(
      style: theme.style(ofRun: 0), symbol: .ellipse, label: "noise of one step", words: "2 standard deviations")
    return Legend(entries: noiseEllipses.isEmpty ? entries : entries + [note], theme: theme, sizes: sizes)
  }

  private static let cardMargin = 8.0

  private func place(_ legend: Legend, in scene: inout MapScene) -> Rect? {
    let size = legend.rowsSize
    let box = LegendPlacement.place(
      width: size.width + 2 * Self.cardMargin, height: size.height + 2 * Self.cardMargin - 4,
      in: scene.annotations.grid)
    if let box { scene.reserve(box.inset(by: -2)) }
    return box
  }

  private func legendElements(_ plan: Plan, rowsTop: Double, saysVerdicts: Bool) -> [Drawing.Element] {
    var legend = legend
    legend.saysVerdicts = saysVerdicts
    if let column = plan.layout.legendColumn {
      return legend.column(at: Position(column.x, column.y), width: column.width)
    }
    if let box = plan.legendBox {
      let inner = Position(box.minX + Self.cardMargin, box.minY + Self.cardMargin - 2)
      let card = Path.rectangle(box, cornerRadius: 4)
      return [.fill(card, theme.card), .stroke(card, Stroke(theme.grid, width: 1))] + legend.rows(at: inner)
    }
    return rowsLegend(legend, at: Position(MapLayout.margin(width), rowsTop)).elements
  }

  /// The legend between header and map, without verdicts if need be.
  private func rowsLegend(_ legend: Legend, at origin: Position) -> (elements: [Drawing.Element], height: Double) {
    rowsSayAll
      ? (legend.rows(at: origin), legend.rowsSize.height)
      : legend.flow(at: origin, width: width - 2 * MapLayout.margin(width))
  }

  /// Whether the legend between header and map has its verdicts: as long as it takes no more than a fifth of the height.
  private var rowsSayAll: Bool {
    let size = legend.rowsSize
    return size.height <= height / 5 && size.width <= width - 2 * MapLayout.margin(width)
  }

  // MARK: Words

  private var footerElements: [Drawing.Element] {
    guard let footer else { return [] }
    let position = Position(width - MapLayout.margin(width), height - 7)
    return [.text(Text(footer, at: position, anchor: .end, size: sizes.tick, color: theme.quietInk))]
  }
}
