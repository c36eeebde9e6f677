public import Figures
public import LossSurfaces
public import Raster

/// A finished picture: the runs, the drawing, and the words that go with it.
public struct Rendering: MovingRendering {
  public let plan: Plan
  public let groups: [RunGroup]
  public let brokenPromises: [String]
  public var recipe: Recipe { plan.recipe }

  /// Executes a plan and checks its expectations.
  public init(_ plan: Plan) {
    self.plan = plan
    let groups = plan.execute()
    self.groups = groups
    brokenPromises = plan.recipe.expectations.flatMap { $0.broken(by: groups) }
  }

  /// All runs, those of one entry side by side.
  public var runs: [FigureRun] { groups.flatMap(\.runs) }

  var figure: any RunFigure {
    switch plan.recipe.kind {
    case .curves: page(curves)
    case .relief: page(relief)
    case .path, .grid, .schedule, .rangeTest, .map, .basins: page(map)
    }
  }

  /// A figure with what the recipe says of the page.
  private func page(_ figure: some RunFigure) -> any RunFigure {
    let recipe = plan.recipe
    var figure = figure
    figure.title = recipe.title
    figure.width = Double(recipe.width)
    figure.height = Double(recipe.height)
    figure.theme = .named(recipe.theme)
    figure.footer = recipe.footer
    return figure
  }

  private var map: PathFigure {
    let recipe = plan.recipe
    var figure = PathFigure(surface: plan.surface, view: plan.view, groups: groups)
    figure.palette = recipe.palette
    figure.levelCount = recipe.levels
    figure.panels = recipe.panels
    figure.hasLabels = recipe.hasLabels
    figure.hasArrows = recipe.hasArrows
    figure.noiseEllipse = recipe.noiseEllipse
    return figure
  }

  private var curves: CurvesFigure {
    var figure = CurvesFigure(surface: plan.surface, view: plan.view, groups: groups)
    figure.panels = plan.recipe.panels
    figure.hasLabels = plan.recipe.hasLabels
    return figure
  }

  private var relief: ReliefFigure {
    let recipe = plan.recipe
    var figure = ReliefFigure(surface: plan.surface, view: plan.view, groups: groups)
    figure.palette = recipe.palette
    figure.levelCount = recipe.levels
    figure.hasLabels = recipe.hasLabels
    figure.hasArrows = recipe.hasArrows
    figure.azimuth = recipe.azimuth
    figure.elevation = recipe.elevation
    return figure
  }

  public var title: String { figure.displayTitle }

  /// What the picture shows and what happened, made from the runs.
  public var description: String { figure.description }

  public func drawing() throws(InputError) -> Drawing { try figure.drawing() }

  public func animation() throws(InputError) -> Animation { try figure.animation() }

  public func picture() throws(InputError) -> Picture {
    let words = Aside { (title: title, description: description, recipe: plan.canonicalText) }
    let content = try content()
    let said = words.value()
    return Picture(
      content: content, scale: plan.recipe.scale, title: said.title, description: said.description, recipe: said.recipe)
  }
}
