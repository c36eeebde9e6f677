public import Figures
public import LossSurfaces
public import Raster

/// A finished picture: the runs, the drawing, and the words that go with it.
public struct Rendering: PictureRendering {
  public let plan: Plan
  public let groups: [RunGroup]
  public let brokenPromises: [String]

  /// Executes a plan and checks its expectations.
  public init(_ plan: Plan) {
    self.plan = plan
    let groups = plan.execute()
    self.groups = groups
    brokenPromises = plan.recipe.expectations.flatMap { $0.broken(by: groups) }
  }

  /// All runs, those of one entry side by side.
  public var runs: [FigureRun] { groups.flatMap(\.runs) }

  private var figure: PathFigure {
    let recipe = plan.recipe
    var figure = PathFigure(surface: plan.surface, view: plan.view, groups: groups)
    figure.title = recipe.title
    figure.width = Double(recipe.width)
    figure.height = Double(recipe.height)
    figure.theme = .named(recipe.theme)
    figure.palette = recipe.palette
    figure.levelCount = recipe.levels
    figure.panels = recipe.panels
    figure.hasLabels = recipe.hasLabels
    figure.hasArrows = recipe.hasArrows
    figure.footer = recipe.footer
    figure.noiseEllipse = recipe.noiseEllipse
    return figure
  }

  public var title: String { figure.displayTitle }

  /// What the picture shows and what happened, made from the runs.
  public var description: String { figure.description }

  public func drawing() throws(InputError) -> Drawing { try figure.drawing() }

  /// The runs as they go on, whether or not the recipe's picture moves.
  public func animation() throws(InputError) -> Animation { try figure.animation() }

  public func picture() throws(InputError) -> Picture {
    Picture(
      content: plan.recipe.isAnimated ? .moving(try animation()) : .still(try drawing()), scale: plan.recipe.scale,
      title: title, description: description, recipe: plan.canonicalText)
  }
}
