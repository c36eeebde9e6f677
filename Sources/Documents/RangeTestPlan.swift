public import LossSurfaces
public import Optimization

/// A recipe of a range test with everything looked up, filled in and checked: ready to run.
public struct RangeTestPlan: Sendable {
  public let recipe: Recipe
  public private(set) var surface: Surface
  public let test: RangeTest

  /// Checks every setting. `surface` is the one that the recipe names.
  ///
  /// Throws when the sweep's run cannot be made, its range is empty or its length not allowed, the size is too small or
  /// too large, or all runs together have more than 50 million steps.
  public init(_ recipe: Recipe, surface: Surface) throws(InputError) {
    self.recipe = recipe
    self.surface = surface
    try recipe.checkPicture()
    let range = recipe.range
    let run = try Self.run(recipe, surface)
    test = try range.located { () throws(InputError) in
      try RangeTest(run, smoothing: range.smoothing ?? RangeTest.defaultSmoothing)
    }
    let runs = test.rates.count * (test.run.isStochastic ? RangeTest.seedCount : 1)
    guard runs * test.run.steps <= Recipe.mostSteps else {
      throw InputError(
        """
        \(NumberText.string(runs)) separate runs of \(NumberText.string(test.run.steps)) steps are too many for one \
        picture
        """,
        remedy:
          "At most \(NumberText.string(Recipe.mostSteps)) steps are run: give \(NumberText.string(Recipe.mostSteps / runs)) or fewer.",
        at: range.mark.place)
    }
  }

  func sought() -> RangeTestPlan {
    var plan = self
    plan.surface = recipe.sought(in: surface)
    return plan
  }

  /// The run of the sweep; an error of its range is moved to where the recipe says it.
  private static func run(_ recipe: Recipe, _ surface: Surface) throws(InputError) -> Run {
    var settings = recipe.settings
    let steps = recipe.range.steps ?? RangeTest.defaultSteps
    settings.steps = .updates(steps)
    settings.schedule = recipe.range.schedule
    try recipe.range.located { () throws(InputError) in
      _ = try Schedule(recipe.range.schedule, learningRate: surface.learningRate, steps: steps)
    }
    do { return try settings.run(on: surface, view: recipe.view ?? surface.view) } catch {
      throw InputError(
        error.problem, remedy: error.remedy, at: error.place ?? settings.mark.place, kind: error.kind)
    }
  }

  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe.carrying(surface)
    full.view = test.run.view
    full.range = SweepSettings(of: test)
    full.settings = RunSettings(of: test.run)
    // Said by the range.
    full.settings.steps = nil
    full.settings.learningRate = nil
    full.settings.schedule = nil
    return CanonicalRecipe.text(full)
  }
}
