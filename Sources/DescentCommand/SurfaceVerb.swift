import ArgumentParser
import Documents
import LossSurfaces
import SurfaceCatalog

/// `descent surface`: the catalog, or all that derivatives tell of one surface.
struct SurfaceVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surface",
    abstract: "List the surfaces, or show one: derivatives, critical points, curvature.",
    usage:
      "descent surface [NAME or FILE] [options]\ndescent surface --formula TEXT [options]\ndescent surface check FILE",
    discussion: """
      EXAMPLES
        # the catalog; one of its surfaces; value, gradient and Hessian at a point
        descent surface
        descent surface himmelblau
        descent surface --formula "sin(x)*sin(y)"
        descent surface rosenbrock --at -1.2,1
        descent surface --formula "x^2 + 10*y^2" --at 1,1 --json
        # is the file right, and is what it declares true?
        descent surface check my-surface.yaml
      """)

  @Argument(
    help: ArgumentHelp("A name or a file; or check FILE.", valueName: "surface"),
    completion: Candidates.surfacesAndCheck)
  var words: [String] = []
  @OptionGroup var formula: FormulaOptions
  @Option(parsing: .unconditional, help: ArgumentHelp("A point at which to evaluate.", valueName: "x,y"))
  var at: String?
  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    if words.first == "check" { return try check() }
    guard words.count <= 1 else {
      throw Failure("one surface at a time, not \(words.joined(separator: " and "))", .usage)
    }
    let point = try at.map { text throws(Failure) in try Values.point(text, "--at") }
    guard let recipe = try formula.recipe(or: words.first) else { return try list() }
    let report = SurfaceReport(try formula.surface(of: recipe), at: point)
    if json { try JSONWriter.print(report) } else { try Console.put(report.words) }
  }

  private func list() throws {
    guard at == nil, formula.parameters.isEmpty else {
      throw Failure("of which surface? Name one, or give --formula. `descent surface` lists the surfaces.", .usage)
    }
    let list = CatalogReport(
      surfaces: try Catalog.names.map { name throws(InputError) in try Catalog.surface(named: name) })
    if json { try JSONWriter.print(list) } else { try Console.put(list.words) }
  }

  /// Reads a file and recomputes what it declares.
  private func check() throws {
    guard words.count == 2, formula.formula == nil, at == nil else {
      throw Failure("check which file? `descent surface check FILE`", .usage)
    }
    guard formula.parameters.isEmpty, !json else {
      throw Failure(
        "a file is checked as it stands, and the answer is in words; leave --parameter and --json out", .usage)
    }
    let file = words[1]
    let surface = try formula.surface(of: Recipe(source: .named(RecipeFile.path(file))))
    let wrong = surface.criticalPoints.compactMap { surface.loss.objection(to: $0) }
    guard wrong.isEmpty else { throw Failure(wrong.map { "\(file): \($0)" }.joined(separator: "\n"), .data) }
    let count = surface.criticalPoints.count
    try Console.put(
      "\(file): right; \(surface.title), \(count) declared critical \(count == 1 ? "point" : "points") confirmed\n")
  }
}

/// The catalog: a line a surface.
private struct CatalogReport: Report {
  let surfaces: [Surface]

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.list("surfaces", surfaces) { json, surface in
      json.object { json in
        json.member("name", surface.name)
        json.member("title", surface.title)
        json.member("formula", surface.loss.formula)
      }
    }
  }

  var words: String {
    let width = surfaces.map(\.name.count).max() ?? 0
    return surfaces.map { surface in
      "\(surface.name)\(String(repeating: " ", count: width + 2 - surface.name.count))\(surface.title)\n"
    }.joined()
  }
}
