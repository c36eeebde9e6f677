import ArgumentParser
import Documents
import LossSurfaces

/// `descent render`: recipes to pictures.
struct RenderVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the pictures that recipes describe.",
    discussion: """
      EXAMPLES
        descent render Gallery/saddle-escape.yaml -o saddle.png
        descent render Gallery/*.yaml -o pictures/     each under its own name
        descent render Gallery/*.yaml                  only check what the recipes expect
      """)

  @Argument(help: ArgumentHelp("Recipe files; - for stdin.", valueName: "recipe"))
  var recipes: [String] = []
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write the picture; a folder for several; - for stdout.", valueName: "file"))
  var output: String?
  @Option(help: ArgumentHelp("light or dark, instead of the recipe's own.", valueName: "name"))
  var theme: String?
  @Option(help: ArgumentHelp("CSS pixels, instead of the recipe's own.", valueName: "WxH"))
  var size: String?
  @Option(help: ArgumentHelp("Pixels per CSS pixel, instead of the recipe's own.", valueName: "n"))
  var scale: String?
  @Flag(help: "Print the results as JSON, one line a recipe.")
  var json = false

  func run() throws {
    guard !recipes.isEmpty else { throw Failure("render what? Name one or more recipe files.", .usage) }
    let isFolder = output.map { $0.hasSuffix("/") } ?? false
    guard recipes.count == 1 || output == nil || isFolder else {
      throw Failure(
        "-o \(output ?? "") is one file for \(recipes.count) pictures; name a folder that ends in /", .usage)
    }
    if json, output == "-" { throw Failure("--json and -o - both want standard output", .usage) }
    var broken: [String] = []
    for path in recipes {
      do { try render(path) } catch let failure as Failure where failure.code == Failure.Code.no.rawValue {
        broken.append(failure.message)
      }
    }
    if !broken.isEmpty { throw Failure(broken.joined(separator: "\n"), .no) }
  }

  private func render(_ path: String) throws {
    var recipe = try RecipeFile.read(path)
    var options = PictureOptions()
    (options.size, options.scale, options.theme) = (size, scale, theme)
    (options.title, options.footer) = (recipe.title, recipe.footer)
    try options.apply(to: &recipe)
    let target = output.map { $0.hasSuffix("/") ? $0 + RecipeFile.stem(of: path) + ".png" : $0 }
    switch recipe.kind {
    case .schedule:
      let rendering = try ScheduleRendering(recipe)
      try deliver(target) { () throws(InputError) in try rendering.png() }
      try report(json ? try JSON.text(ScheduleReport(rendering)) : "\(path): \(rendering.curves.count) schedules")
    case .path:
      let rendering = try Rendering(
        try Plan(recipe, surface: try recipe.surface(relativeTo: RecipeFile.folder(of: path))))
      guard rendering.brokenPromises.isEmpty else {
        throw Failure(rendering.brokenPromises.map { "\(path): \($0)" }.joined(separator: "\n"), .no)
      }
      try deliver(target) { () throws(InputError) in try rendering.png() }
      try report(json ? try RunReport(rendering).json() : "\(path)\n\(RunReport.words(rendering))")
    }
  }

  private func deliver(_ target: String?, _ png: () throws(InputError) -> [UInt8]) throws {
    guard let target else { return }
    let bytes = try png()
    if target == "-" { try Console.put(bytes) } else { try OutputFile.write(bytes, to: target) }
  }

  private func report(_ text: String) throws {
    if output == "-" { Console.say(text) } else { try Console.put(text + "\n") }
  }
}
