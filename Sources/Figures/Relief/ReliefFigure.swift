public import LossSurfaces
public import Raster

/// An oblique view of a surface with the paths of one or more runs, alone or as fans about their means, laid over it.
public struct ReliefFigure: RunFigure {
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
  /// Whether critical points bear their names.
  public var hasLabels = true
  public var hasArrows = true
  public var footer: String?
  /// Where the viewer stands, in degrees from the direction of x to that of y; nil where the surface hides least.
  public var azimuth: Double?
  /// Degrees above the floor.
  public var elevation = standardElevation

  public static let standardElevation = 35.0
  public static let possibleElevations = 10.0...80.0
  public static let possibleAzimuths = -360.0...360.0

  public init(surface: Surface, view: View? = nil, groups: [RunGroup]) {
    self.surface = surface
    self.view = view ?? surface.view
    self.groups = groups
  }

  /// Lays the figure out and draws it.
  ///
  /// Throws when the palette has no such name or the number of levels is not allowed.
  public func drawing() throws(InputError) -> Drawing {
    let composition = try composition()
    var drawing = ground(of: composition)
    drawing.elements += elements(of: composition)
    return drawing
  }

  /// All that is measured before anything is drawn.
  struct Composition {
    var page: Drawing
    var layout: ReliefLayout
    var scene: ReliefScene
  }

  func composition() throws(InputError) -> Composition {
    let map = try palette.map { name throws(InputError) in try ColorMap.named(name) } ?? theme.colorMap
    let shading = ReliefShading(
      levels: try Levels(count: levelCount, surface: surface, view: view), map: map, theme: theme)
    let heights = ReliefHeights(surface: surface, view: view)
    let grid = ReliefGrid(surface.loss, view, heights)
    let page = FigurePage(
      width: width, height: height, title: displayTitle,
      settings: SettingsLine.items(surface: surface, groups: groups, title: displayTitle) + heights.words,
      footer: footer,
      theme: theme)
    let outlook = ReliefOutlook(
      grid, elevation: elevation, trajectories: groups.map(\.mean), room: page.body)
    let projection = outlook.projection(azimuth: azimuth)
    let layout = ReliefLayout(
      .init(
        body: page.body,
        axes: ReliefAxes(projection: projection, heights: heights, names: surface.axes, theme: theme, sizes: sizes),
        grid: grid, legend: page.legend(of: groups)))
    let ground = ReliefGround(
      surface: ReliefSurface(
        loss: surface.loss, heights: heights, shading: shading, projection: layout.axes.projection),
      grid: grid, rect: layout.rect)
    let scene = ReliefScene(
      ground, axes: layout.axes, groups: groups, criticalPoints: surface.criticalPoints,
      keepingClear: layout.axes.boxes + (layout.legendBox.map { [$0] } ?? []), namesPoints: hasLabels, theme: theme,
      sizes: sizes)
    return Composition(page: page.drawing, layout: layout, scene: scene)
  }

  /// The page with the surface, on which all else is drawn.
  func ground(of composition: Composition) -> Drawing {
    var ground = composition.page
    ground.elements += composition.scene.groundElements
    return ground
  }

  /// What is drawn over the ground; with a step, as it is when the runs have come to it and have no verdicts yet.
  func elements(of composition: Composition, through step: Int? = nil) -> [Drawing.Element] {
    let scene = step.map { composition.scene.through($0) } ?? composition.scene
    return scene.elements(hasArrows: hasArrows) + composition.layout.legendElements(saysVerdicts: step == nil)
  }
}
