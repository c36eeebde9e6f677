import LossSurfaces
import Optimization

/// The JSON Schemas of what users write, for editors that complete and check YAML.
///
/// They are made from the tables that the readers follow. A schema accepts all that the readers accept; what it cannot
/// tell (whether a formula is right, a file is there, a number written as a formula is in its range) the readers still
/// refuse.
///
/// Source: JSON Schema, draft 2020-12.
public enum FileSchema: String, CaseIterable, Sendable {
  /// Of a surface file.
  case surface
  /// Of a recipe, in a file or in a page.
  case recipe
  /// Of the defaults of a folder, `descent.yaml`.
  case defaults

  /// The schema as JSON, with a line feed at its end.
  public var text: String { json.text() + "\n" }

  private var json: JSONValue {
    let (title, schema) =
      switch self {
      case .surface: ("Surface of Descent", SurfaceSchema.surface())
      case .recipe: ("Recipe of Descent", RecipeSchema.recipe)
      case .defaults: ("Defaults of Descent", RecipeSchema.defaults)
      }
    let head = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", title), ("description", about),
    ]
    let definitions = definitions.map { JSONValue.Member(key: $0, value: $1.json) }
    return .object(
      head.map { .init(key: $0, value: .string($1)) } + schema.members + [
        .init(key: "$defs", value: .object(definitions))
      ]
    )
  }

  private var about: String {
    switch self {
    case .surface: "A loss surface: a formula in two variables, and where and how to descend it."
    case .recipe: "One picture: a surface, the runs over it, and how they are drawn."
    case .defaults: "How the figures of a folder of documents look, and for whom."
    }
  }

  /// What the schema refers to by name.
  private var definitions: [(String, Schema)] {
    let constant = Schema.text(matching: Self.constantPattern)
      .described("A number as a formula without variables, such as 2/101 or pi/6.")
    guard self == .recipe else { return [("constant", constant)] }
    return [
      ("constant", constant),
      ("epochs", Schema.text(matching: Self.epochsPattern).described("A number of epochs, such as 3 epochs.")),
      ("schedule", .specification(of: Schedule.reference, named: "A learning-rate schedule")),
      ("optimizer", .specification(of: Optimizer.reference, named: "An optimizer")),
    ]
  }

  /// Signs, digits and the names that formulas have; whether they make a number is for the reader to say.
  private static let constantPattern =
    "^([-+*/^(),.<> 0-9]|[0-9.][eE]|" + Formula.builtInNames.sorted { $0.count > $1.count }.joined(separator: "|")
    + ")+$"

  private static let epochsPattern = "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)? *epochs?$"
}
