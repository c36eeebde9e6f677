import Figures
public import LossSurfaces
import Optimization

/// A recipe of small multiples with everything looked up, filled in and checked: ready to run.
public struct GridPlan: Sendable {
  public let recipe: Recipe
  /// The runs on each surface.
  public private(set) var plans: [Plan]

  public static let mostCells = 100
  /// All seeds of all cells.
  public static let mostRuns = 20_000

  /// Checks every setting. `surfaces` are those that the recipe names, in their order; a cell is made for each entry of
  /// `runs` on each of them.
  ///
  /// Throws what `Plan` throws, when the stability panel is asked for, and when there are more than 100 cells, 20,000 runs or 50 million steps in all.
  public init(_ recipe: Recipe, surfaces: [Surface]) throws(InputError) {
    self.recipe = recipe
    try recipe.checkPicture()
    guard !recipe.panels.contains(.stability) else {
      throw InputError(
        "the cells of a grid have no stability panel", remedy: "Leave it out of panels, or draw the runs in one map.")
    }
    let cells = surfaces.count * max(1, recipe.runs.count)
    guard cells <= Self.mostCells else {
      throw InputError("\(cells) cells do not fit one picture", remedy: "At most \(Self.mostCells) are drawn.")
    }
    var one = recipe
    one.kind = .path
    one.expectations = []
    var plans: [Plan] = []
    for surface in surfaces {
      do {
        plans.append(try Plan(one, surface: surface, mostRuns: Self.mostRuns))
      } catch {
        let problem = surfaces.count > 1 ? "\(surface.name): \(error.problem)" : error.problem
        throw InputError(problem, remedy: error.remedy, at: error.place, kind: error.kind)
      }
    }
    self.plans = plans
    var sized = recipe
    (sized.width, sized.height) = size
    try sized.checkPicture()
    let (runs, steps) = (plans.reduce(0) { $0 + $1.runs.count }, plans.flatMap(\.runs).reduce(0) { $0 + $1.steps })
    guard runs <= Self.mostRuns, steps <= Recipe.mostSteps else {
      throw InputError(
        "\(NumberText.string(runs)) runs with \(NumberText.string(steps)) steps in all are too many for one picture",
        remedy:
          "At most \(NumberText.string(Self.mostRuns)) runs and \(NumberText.string(Recipe.mostSteps)) steps are kept.")
    }
    for expectation in recipe.expectations { _ = try expectation.indices(among: labels) }
  }

  func sought() -> GridPlan {
    var plan = self
    plan.plans = plans.map { $0.sought() }
    return plan
  }

  /// The names of all cells, surface by surface; with several surfaces each begins with its surface's name.
  public var labels: [String] {
    plans.flatMap { plan in plan.labels.map { plans.count > 1 ? "\(plan.surface.name): \($0)" : $0 } }
  }

  /// What the PNG carries. On several surfaces the runs stand as they were said: what they leave unsaid the surfaces,
  /// which are written out, say.
  public var canonicalText: String {
    var full = recipe
    if plans.count == 1 {
      full = full.carrying(plans[0].surface)
      full.view = plans[0].view
      full.say(plans[0].entries.map { RunSettings(of: $0) })
    } else {
      full.surfaces = plans.map { .definition($0.surface) }
      full.parameters = []
    }
    (full.width, full.height, full.isSized) = (size.width, size.height, true)
    return CanonicalRecipe.text(full)
  }
}
