public import Figures
public import LossSurfaces
public import Optimization
import Raster

/// A finished map: what became of each run, and the drawing.
public struct MapRendering: PictureRendering {
  public let plan: MapPlan
  /// Row by row, the lowest first.
  public let outcomes: [Outcome]
  public var brokenPromises: [String] { [] }

  public init(_ plan: MapPlan, outcomes: [Outcome]) {
    self.plan = plan
    self.outcomes = outcomes
  }

  /// Executes all runs, on all cores.
  ///
  /// Throws when the settings of a cell are out of their range.
  public init(_ plan: MapPlan, progress: @escaping @Sendable (Double) -> Void = { _ in }) throws(InputError) {
    self.init(plan, outcomes: try plan.outcomes(of: .whole, progress: progress))
  }

  public var figure: OutcomeFigure {
    let recipe = plan.recipe
    var figure = OutcomeFigure(surface: plan.surface, map: plan.map, outcomes: outcomes, names: plan.names)
    figure.show = plan.show
    figure.title = recipe.title
    figure.width = Double(recipe.width)
    figure.height = Double(recipe.height)
    figure.theme = .named(recipe.theme)
    figure.footer = recipe.footer
    figure.hasLabels = recipe.hasLabels
    return figure
  }

  public var description: String { figure.description }

  public func picture() -> Picture {
    let figure = figure
    return Picture(
      content: .still(figure.drawing()), scale: plan.recipe.scale, title: figure.displayTitle,
      description: figure.description, recipe: plan.canonicalText)
  }
}

extension MapPlan {
  /// A recipe may come from a stranger: more steps than these are for the command line and its tiles.
  static let mostSteps = 20_000_000_000

  /// Throws when all runs together have more steps than a recipe may have.
  func checkSteps() throws(InputError) {
    let steps = map.x.count * map.y.count * map.base.steps
    guard steps <= Self.mostSteps else {
      throw InputError(
        "\(NumberText.string(map.x.count * map.y.count)) runs of \(NumberText.string(map.base.steps)) steps are too many for a recipe",
        remedy:
          "At most \(NumberText.string(Self.mostSteps)) steps in all are run; 'descent map' makes larger maps, in tiles."
      )
    }
  }

  /// What becomes of the runs of a tile, on all cores. `progress` is told the share that is done, from any thread.
  ///
  /// Throws when there are more than can be kept, or the settings of a cell are out of their range.
  public func outcomes(of tile: MapTile, progress: @escaping @Sendable (Double) -> Void = { _ in }) throws(InputError)
    -> [Outcome]
  {
    let rows = tile.rows(of: map.y.count)
    let cells = rows.count * map.x.count
    guard cells <= MapSettings.mostRuns else {
      let rowsAtMost = MapSettings.mostRuns / map.x.count
      let tiles = (map.y.count + rowsAtMost - 1) / rowsAtMost
      throw InputError(
        "a map of \(map.x.count)×\(map.y.count) runs does not fit into memory",
        remedy: """
          At most \(NumberText.string(MapSettings.mostRuns)) runs fit, such as 4096x4096; in tiles it can be computed: \
          --tile 1/\(tiles) to \(tiles)/\(tiles).
          """)
    }
    // Parts long enough that their last runs do not leave the lanes idle, and enough of them for every core.
    let height = max(1, min(rows.count / 16, (1 << 14) / max(1, map.x.count)))
    let parts = stride(from: rows.lowerBound, to: rows.upperBound, by: height).map {
      $0..<min($0 + height, rows.upperBound)
    }
    let done = Progress(total: parts.count, progress)
    let map = map
    return try Workers.all.map(parts) { part throws(InputError) in
      let outcomes = try map.outcomes(columns: 0..<map.x.count, rows: part)
      done.add()
      return outcomes
    }.flatMap(\.self)
  }
}
