import ArgumentParser
import Documents
import LossSurfaces
import SurfaceCatalog

/// `descent surface`: the catalog, or all that derivatives tell of one surface.
struct SurfaceVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surface",
    abstract: "List the surfaces, or show one: derivatives, critical points, curvature.",
    discussion: """
      EXAMPLES
        descent surface                                  list the catalog
        descent surface himmelblau                       its derivatives and critical points
        descent surface rosenbrock --at -1.2,1           value, gradient, Hessian, eigenvalues there
        descent surface --formula "x^2 + 10*y^2" --at 1,1 --json
        descent surface check my-surface.yaml            is the file right, and what it declares true?
      """)

  @Argument(help: ArgumentHelp("A name or a file; or check FILE.", valueName: "surface"))
  var words: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("A formula in x and y instead of a surface.", valueName: "text"))
  var formula: String?
  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("Set a parameter of the formula.", valueName: "name=value"))
  var parameter: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("A point at which to evaluate.", valueName: "x,y"))
  var at: String?
  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    if words.first == "check" { return try check() }
    guard words.count <= 1 else { throw Failure("one surface at a time, not \(words.joined(separator: " "))", .usage) }
    let source: Recipe.Source
    switch (words.first, formula) {
    case (nil, nil): return try list()
    case (let name?, nil): source = .named(name)
    case (nil, let formula?): source = .formula(formula)
    default: throw Failure("a surface and --formula exclude each other", .usage)
    }
    var recipe = Recipe(source: source)
    for text in parameter { recipe.parameters.append(try Values.parameter(text, "--parameter")) }
    let point = try at.map { text throws(Failure) in try Values.point(text, "--at") }
    let report = SurfaceReport(try recipe.surface(), at: point)
    try Console.put(json ? try JSON.text(report) + "\n" : report.words)
  }

  private func list() throws {
    let surfaces = try Catalog.names.map { name throws(InputError) in try Catalog.surface(named: name) }
    if json {
      struct Item: Encodable {
        let name: String
        let title: String
        let formula: String
      }
      struct List: Encodable {
        let format = 1
        let surfaces: [Item]
      }
      let items = surfaces.map { Item(name: $0.name, title: $0.title, formula: $0.loss.formula) }
      return try Console.put(try JSON.text(List(surfaces: items)) + "\n")
    }
    let width = Catalog.names.map(\.count).max() ?? 0
    let lines = surfaces.map { surface in
      surface.name + String(repeating: " ", count: width + 2 - surface.name.count) + surface.title
    }
    try Console.put(lines.joined(separator: "\n") + "\n")
  }

  /// Reads a file and recomputes what it declares.
  private func check() throws {
    guard words.count == 2 else { throw Failure("check which file? `descent surface check FILE`", .usage) }
    let surface = try Recipe(source: .named(RecipeFile.path(words[1]))).surface()
    let wrong = surface.criticalPoints.compactMap { surface.loss.objection(to: $0) }
    guard wrong.isEmpty else {
      throw Failure(wrong.map { "\(words[1]): \($0)" }.joined(separator: "\n"), .data)
    }
    let count = surface.criticalPoints.count
    try Console.put(
      "\(words[1]): right; \(surface.title), \(count) declared critical \(count == 1 ? "point" : "points") confirmed\n")
  }
}
