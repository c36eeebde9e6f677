import ArgumentParser
import Documents
import LossSurfaces

/// What stands for a surface of the catalog, and what changes one.
struct FormulaOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("A formula in x and y instead of a surface.", valueName: "text"))
  var formula: String?
  @Option(
    name: [.customLong("parameter"), .customLong("parameters")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set parameters of the formula, as in a=1,b=10; may be repeated.", valueName: "name=value,…"),
    completion: Candidates.parameters)
  var parameters: [String] = []

  /// The recipe of the surface called `name` or of the formula, with its parameters; nil when neither is given.
  func recipe(or name: String?) throws(Failure) -> Recipe? {
    var recipe: Recipe
    switch (name, formula) {
    case (let name?, nil): recipe = Recipe(source: .named(name))
    case (nil, let formula?): recipe = Recipe(source: .formula(formula))
    case (nil, nil): return nil
    case (_?, _?): throw Failure("a surface and --formula exclude each other", .usage)
    }
    for text in parameters { recipe.parameters += try Values.parameters(text, "--parameter") }
    return recipe
  }

  /// The surface of such a recipe. A wrong formula or file is bad data; a parameter that a surface does not have is a
  /// wrong option.
  func surface(of recipe: Recipe) throws -> Surface {
    if case .formula = recipe.source { return try Values.located("--formula", .data) { try recipe.surface() } }
    let bare = try Recipe(source: recipe.source).surface()
    return try Values.located("--parameter", .usage) { try bare.with(recipe.parameters) }
  }
}
