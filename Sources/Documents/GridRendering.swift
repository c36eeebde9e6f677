public import Figures
public import LossSurfaces
public import Raster

/// Finished small multiples: the runs of every cell, and the drawing.
public struct GridRendering: MovingRendering {
  public let plan: GridPlan
  public let sections: [GridFigure.Section]
  public let brokenPromises: [String]
  public var recipe: Recipe { plan.recipe }

  /// Executes all runs, on all cores, and checks the expectations.
  public init(_ plan: GridPlan) {
    self.plan = plan
    sections = plan.plans.map { GridFigure.Section(surface: $0.surface, view: $0.view, groups: $0.execute()) }
    let named = zip(plan.labels, sections.flatMap(\.groups)).map { $1.named($0) }
    brokenPromises = plan.recipe.expectations.flatMap { $0.broken(by: named) }
  }

  public var figure: GridFigure {
    let recipe = plan.recipe
    var figure = GridFigure(sections: sections)
    figure.title = recipe.title
    figure.width = Double(plan.size.width)
    figure.height = Double(plan.size.height)
    figure.theme = .named(recipe.theme)
    figure.palette = recipe.palette
    figure.levelCount = recipe.levels
    figure.panels = recipe.panels
    figure.hasArrows = recipe.hasArrows
    figure.footer = recipe.footer
    return figure
  }

  public var description: String { figure.description }

  public func drawing() throws(InputError) -> Drawing { try figure.drawing() }

  public func animation() throws(InputError) -> Animation { try figure.animation() }

  public func picture() throws(InputError) -> Picture {
    Picture(
      content: try content(), scale: plan.recipe.scale, title: figure.displayTitle,
      description: figure.description, recipe: plan.canonicalText)
  }
}

extension GridPlan {
  /// The size asked for, or one at which so many cells can be read.
  var size: (width: Int, height: Int) {
    if recipe.isSized { return (recipe.width, recipe.height) }
    let usual = GridFigure.size(cells: plans.map(\.labels.count))
    guard let width = recipe.fittedWidth else { return usual }
    return (width, Int((Double(width) * Double(usual.height) / Double(usual.width)).rounded()))
  }
}

extension Recipe {
  /// The surfaces of a grid: the one that it names, or each of several.
  public func gridSurfaces(relativeTo folder: String? = nil) throws -> [Surface] {
    guard !surfaces.isEmpty else { return [try surface(relativeTo: folder)] }
    return try surfaces.map { source in
      var one = self
      one.source = source
      return try one.surface(relativeTo: folder)
    }
  }
}
