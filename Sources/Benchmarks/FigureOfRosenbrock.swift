import Documents
import Figures
import Optimization

/// The picture that the cold and the warm benchmark draw: Rosenbrock, 30 levels, 500 steps, 800×600 pixels.
enum FigureOfRosenbrock {
  static let arguments = [
    "run", "rosenbrock", "--steps", "500", "--levels", "30", "--size", "800x600", "--scale", "1",
  ]

  static var recipe: Recipe {
    var recipe = Recipe(source: .named("rosenbrock"))
    recipe.settings.steps = 500
    recipe.levels = 30
    (recipe.width, recipe.height, recipe.scale) = (800, 600, 1)
    return recipe
  }

  static func rendering() throws -> Rendering {
    try Rendering(Plan(recipe, surface: recipe.surface()))
  }
}
