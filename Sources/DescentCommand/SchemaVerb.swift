import ArgumentParser
import Documents
import LossSurfaces

/// `descent schema`: the JSON Schemas of surface files and of recipes.
struct SchemaVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema with which an editor completes and checks YAML.",
    usage: "descent schema surface|recipe",
    discussion: """
      EXAMPLES
        descent schema recipe > recipe.schema.json
        descent schema surface > surface.schema.json

      A file that begins with the first of these lines is checked while it is
      typed, wherever the YAML language server runs:
        # yaml-language-server: $schema=recipe.schema.json
        surface: ravine
      """)

  @Argument(help: "surface or recipe.")
  var kind: String?

  func run() throws {
    let names = FileSchema.allCases.map(\.rawValue)
    guard let kind else { throw Failure("the schema of what? \(names.joined(separator: " or "))", .usage) }
    guard let schema = FileSchema(rawValue: kind) else {
      throw Failure(
        "there is no schema of '\(kind)'\n\(Spelling.remedy(for: kind, among: names, called: "schemas"))", .usage)
    }
    try Console.put(schema.text)
  }
}
