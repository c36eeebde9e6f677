import ArgumentParser
import Documents
import LossSurfaces

/// `descent render`: recipes to pictures.
struct RenderVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the pictures that recipes describe.",
    usage: "descent render RECIPE… [options]",
    discussion: """
      EXAMPLES
        descent render figures/saddle.yaml -o saddle.png
        # each under its own name in a folder; or only check what they expect
        descent render figures/*.yaml -o pictures/
        descent render figures/*.yaml
        # for paper: 85 mm wide, in black and white; or as vectors
        descent render figures/saddle.yaml --width 85mm --dpi 600 \\
            --theme print -o saddle.png
        descent render figures/*.yaml --format svg -o pictures/
      """)

  @Argument(help: ArgumentHelp("Recipe files; - for stdin.", valueName: "recipe"), completion: Candidates.recipes)
  var recipes: [String] = []
  @OptionGroup var picture: PictureOptions

  func run() throws {
    try Outputs.check([("-o", picture.output == "-" ? "-" : nil)], json: picture.json)
    guard !recipes.isEmpty else { throw Failure("render what? Name one or more recipe files.", .usage) }
    let targets = try targets()
    for target in targets { try Outputs.check([("-o", target)], inputs: recipes) }
    if let output = picture.output, output.hasSuffix("/") { try OutputFile.makeFolder(output) }
    var failures: [Failure] = []
    for (path, target) in zip(recipes, targets) {
      do { try render(path, to: target) } catch { failures.append(Failure(error)) }
    }
    guard let worst = failures.max(by: { $0.code < $1.code }) else { return }
    throw failures.count == 1 ? worst : Failure(failures, code: worst.code)
  }

  /// The file of each picture, or nil for none: in a folder each has the name of its recipe.
  private func targets() throws(Failure) -> [String?] {
    guard let output = picture.output else { return recipes.map { _ in nil } }
    let suffix = try picture.format(of: output).rawValue
    guard output.hasSuffix("/") || OutputFile.isFolder(output) else {
      guard recipes.count == 1 else {
        throw Failure("-o \(output) is one file for \(recipes.count) pictures; name a folder that ends in /", .usage)
      }
      return [output]
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    let targets = recipes.map { folder + ($0 == "-" ? "picture" : RecipeFile.stem(of: $0)) + ".\(suffix)" }
    var known: Set<String> = []
    if let repeated = targets.first(where: { !known.insert($0).inserted }) {
      throw Failure("two recipes would be drawn to \(repeated)", .usage)
    }
    return targets
  }

  private func render(_ path: String, to target: String?) throws {
    var recipe = try RecipeFile.read(path)
    try picture.apply(to: &recipe)
    try usage { () throws(InputError) in try recipe.checkPicture() }
    let place = try self.place()
    recipe = picture.drawn(recipe, on: place)
    do {
      let rendering = try recipe.rendering(relativeTo: RecipeFile.folder(of: path))
      guard rendering.brokenPromises.isEmpty else {
        throw Failure(rendering.brokenPromises.map { "\(path): \($0)" }.joined(separator: "\n"), .no)
      }
      try picture.deliver(to: target) { try rendering.bytes(as: $0) }
      if let place { try Console.put(place.bytes(rendering)) }
      try tell(rendering, path, place)
    } catch var error as InputError where error.place == nil {
      error.problem = "\(path): \(error.problem)"
      throw error
    }
  }

  /// One recipe's picture is shown in a terminal; of several only when it is asked for.
  private func place() throws(Failure) -> ScreenPicture? {
    recipes.count == 1 || picture.screen.graphics != nil ? try picture.place() : nil
  }

  private func tell(_ rendering: any PictureRendering, _ path: String, _ place: ScreenPicture?) throws {
    switch rendering {
    case let runs as Rendering:
      let report = RunReport(rendering: runs)
      try tell(report, place, "\(path)\n\(report.words)")
    case let schedules as ScheduleRendering:
      let count = schedules.curves.count
      let report = ScheduleReport(rendering: schedules)
      let line = "\(path): \(count) \(count == 1 ? "schedule" : "schedules")"
      try tell(report, place, ([line] + report.replay).joined(separator: "\n"))
    case let grid as GridRendering:
      let report = GridReport(rendering: grid)
      try tell(report, place, "\(path)\n\(report.words)")
    case let test as RangeTestRendering:
      let report = RangeTestReport(rendering: test)
      try tell(report, place, "\(path)\n\(report.words)")
    case let map as MapRendering:
      let report = MapReport(rendering: map)
      try tell(report, place, "\(path)\n\(report.words)")
    default: preconditionFailure("a figure without a report")
    }
  }

  private func tell(_ report: some Report, _ place: ScreenPicture?, _ words: @autoclosure () -> String) throws {
    if picture.json { try JSONWriter.print(report) } else { try picture.report(place?.wrapped(words()) ?? words()) }
  }
}
