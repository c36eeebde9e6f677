import ArgumentParser
import Documents
import LossSurfaces

/// `descent schema`: the JSON Schemas of surface files, of recipes and of the defaults of a folder.
struct SchemaVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema with which an editor completes and checks YAML.",
    usage: "descent schema surface|recipe|defaults",
    discussion: """
      EXAMPLES
        descent schema recipe > recipe.schema.json
        descent schema surface > surface.schema.json
        descent schema defaults > defaults.schema.json

      A file that begins with the first of these lines is checked while it is
      typed, wherever the YAML language server runs:
        # yaml-language-server: $schema=recipe.schema.json
        surface: ravine
      """)

  @Argument(help: "surface, recipe or defaults (of descent.yaml).", completion: Candidates.words(FileSchema.self))
  var kind: String?

  func run() throws {
    let names = FileSchema.allCases.map(\.rawValue)
    guard let kind else { throw Failure("the schema of what? \(names.joined(separator: ", "))", .usage) }
    guard let schema = FileSchema(rawValue: kind) else {
      throw Failure(
        "there is no schema of '\(kind)'\n\(Spelling.remedy(for: kind, among: names, called: "schemas"))", .usage)
    }
    try Console.put(schema.text)
  }
}
