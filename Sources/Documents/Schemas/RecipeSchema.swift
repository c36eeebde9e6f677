import Figures
import LossSurfaces
import Optimization
import SurfaceCatalog

/// The schema of a recipe.
enum RecipeSchema {
  static let recipe = Schema.mapping(RecipeKeys.all.map { ($0, value(of: $0)) })
    .adding("allOf", .list((exclusions + Recipe.Kind.allCases.map(restriction)).map(\.json)))
    .adding("anyOf", .list(sources.map(\.json)))

  private static func value(of key: String) -> Schema { RunSchema.values[key] ?? values[key] ?? .anything }

  /// A name of the catalog, a path, or a surface written out.
  static let surface = Schema.any(of: [
    .word(Catalog.names), .text(matching: "/|\\.ya?ml$"), SurfaceSchema.surface(named: true),
  ])

  /// What each key takes, beside those of runs.
  static let values: [String: Schema] = [
    "surface": surface.described("A name of the catalog, a path to a surface file, or a surface written out."),
    "formula": Schema.formula.described("A formula in x and y instead of a surface."),
    "parameters": SurfaceSchema.parameters.described("Values for parameters of the surface or the formula."),
    "definitions": SurfaceSchema.definitions,
    "view": SurfaceSchema.view,
    "runs": Schema.list(of: RunSchema.run)
      .described("A run each; an entry goes before what stands above it for all. Left out: one run."),
    "expect": Schema.list(of: ExpectationSchema.claim)
      .described("Claims that the runs must keep, or nothing is drawn."),
    "losses": Schema.any(of: [.list(of: .number()), .text])
      .described("What a plateau schedule is fed, loss i after update i: a list, or a text with spaces."),
    "range": Schema.mapping(SweepSettings.keys.map { ($0, ofRange[$0] ?? .anything) })
      .described("The sweep of a range test."),
    "compare": Schema.mapping(ComparisonReader.keys.map { ($0, compared[$0] ?? .anything) })
      .described("What a grid compares: every combination makes a cell."),
    "x": axis.described("The setting that a map varies across: {learning-rate: 0.001..0.03, scale: log}."),
    "y": axis.described("The setting that a map varies upwards."),
    "resolution": Schema.any(of: [
      .list(of: .integer(in: MapSettings.sides), least: 2, most: 2), .integer(in: MapSettings.sides),
      .text(matching: "^[0-9]+x[0-9]+$"),
    ]).described("How many runs a map has across and up: 512x512."),
    "show": Schema.text(matching: "^(steps|final-loss|steps-to .+)$")
      .described("What the shades of a map say: steps, final-loss, or steps-to and a loss."),
    "figure": Schema.word(Recipe.Kind.allCases.map(\.rawValue)).described("What is drawn.")
      .standing(.string(Recipe.Kind.path.rawValue)),
    "panels": Schema.list(of: .word(PathFigure.Panel.allCases.map(\.rawValue)))
      .described("The strips under the map; [] for none.")
      .standing(.list(PathFigure.Panel.standard.map { .string($0.rawValue) })),
    "levels": Schema.integer(in: Levels.allowedCounts).described("How many levels of the loss are drawn.")
      .standing(.number(20)),
    "palette": Schema.word(ColorMap.all.map(\.name)).described("The colours of the surface."),
    "labels": Schema.flag.described("Whether the levels bear their numbers.").standing(.flag(true)),
    "arrows": Schema.flag.described("Whether paths have arrowheads.").standing(.flag(true)),
    "noise-ellipse": Schema.any(of: [.pair, .word(["minimum"])])
      .described("Where the noise of one step is drawn: a point, or at the minimum."),
    "animate": Schema.flag.described("Whether the picture moves.").standing(.flag(false)),
    "azimuth": Schema.number(in: ReliefFigure.possibleAzimuths)
      .described("Whence a relief is seen, in degrees. Left out: from where it hides least."),
    "elevation": Schema.number(in: ReliefFigure.possibleElevations)
      .described("How high above the horizon a relief is seen from, in degrees.")
      .standing(.number(ReliefFigure.standardElevation)),
    "title": Schema.text.described("The title of the picture. Left out: the surface's own."),
    "theme": Schema.word(Theme.Name.allCases.map(\.rawValue)).described("The colours of the page.")
      .standing(.string(Theme.Name.light.rawValue)),
    "size": Schema.any(of: [
      .list(of: .integer(in: 1...Recipe.largestSide), least: 2, most: 2), .text(matching: "^[0-9]+x[0-9]+$"),
    ]).described("Width and height in CSS pixels: [800, 600] or 800x600.")
      .standing(.list([.number(720), .number(540)])),
    "scale": Schema.positive.described("Device pixels per CSS pixel.").standing(.number(2)),
    "footer": Schema.text.described("The line at the foot of the picture."),
    "alt": Schema.text.described("What the picture shows, for those who do not see it."),
    "caption": Schema.text.described("The caption that a page sets under the picture."),
    "width": Schema.text.described("How wide a page shows the picture: 480, 80%."),
  ]

  /// Which setting it is depends on the schedule and the optimizer.
  private static let axis = Schema.anything

  /// The defaults of a folder of documents.
  static let defaults = Schema.mapping(FolderDefaults.keys.map { ($0, ofDefaults[$0] ?? value(of: $0)) })

  private static let ofDefaults: [String: Schema] = [
    "target": Schema.word(EmbedTarget.allCases.map(\.rawValue)).described("For what the pages are written."),
    "theme": Schema.word(Theme.Name.allCases.map(\.rawValue) + ["both"]).described("The colours of the page."),
    PictureFolder.key: Schema.text(matching: PictureFolder.pattern)
      .described("A folder below each page's in which its pictures stand."),
  ]

  private static let ofRange: [String: Schema] = [
    "low": Schema.positive.described("The first rate."),
    "high": Schema.positive.described("The last rate."),
    "steps": Schema.integer(in: RangeTest.possibleSteps).described("The number of updates."),
    "growth": Schema.word(SweepGrowth.allCases.map(\.rawValue)).described("How the rate climbs.")
      .standing(.string(SweepGrowth.exponential.rawValue)),
    "smoothing": Schema.number().described("The share that the average of the losses keeps."),
  ]

  private static let compared: [String: Schema] = [
    "surface": some(surface), "schedule": some(RunSchema.schedule, orAll: true),
    "optimizer": some(RunSchema.optimizer, orAll: true), "learning-rate": some(RunSchema.learningRate),
    "batch-size": some(RunSchema.batchSize), "seeds": RunSchema.seeds,
  ]

  /// One value or a list of them.
  private static func some(_ value: Schema, orAll: Bool = false) -> Schema {
    Schema.any(of: [value, .list(of: value, least: 1)] + (orAll ? [.word(["all"])] : []))
  }

  // MARK: Which keys go together

  private static let exclusions = [
    Schema.condition(.keys(required: ["surface"]), then: .keys([("formula", .nothing), ("definitions", .nothing)])),
    Schema.condition(.keys(required: ["definitions"]), then: .keys(required: ["formula"])),
    Schema.condition(.keys(required: ["seed"]), then: .keys([("seeds", .nothing)])),
  ]

  /// What is descended; a figure of schedules needs nothing.
  private static let sources = [
    Schema.keys(required: ["surface"]), .keys(required: ["formula"]),
    .keys([("compare", .keys(required: ["surface"]))], required: ["compare"]),
    .keys([("figure", .word([Recipe.Kind.schedule.rawValue]))], required: ["figure"]),
  ]

  /// The keys that have no meaning in a figure, as the reader has it.
  private static func restriction(_ kind: Recipe.Kind) -> Schema {
    let isThis = Schema.keys(
      [("figure", .word([kind.rawValue]))], required: kind == .path ? [] : ["figure"])
    let refused = RecipeKeys.all.filter { !RecipeKeys.allows($0, for: kind) }
    let refusedOfRun = RecipeKeys.run.filter { !RecipeKeys.allows($0, isRun: true, for: kind) }
    var keys = refused.map { ($0, Schema.nothing) }
    if !refusedOfRun.isEmpty, !refused.contains("runs") {
      // Items that are no mappings are refused elsewhere.
      let items = Schema.keys(refusedOfRun.map { ($0, .nothing) })
      keys.append(("runs", Schema.anything.adding("items", items.json)))
    }
    return Schema.condition(isThis, then: .keys(keys))
  }
}

extension RecipeKeys {
  /// Whether a figure has a use for a key: what the reader says of a recipe that has nothing else.
  static func allows(_ key: String, isRun: Bool = false, for kind: Recipe.Kind) -> Bool {
    do {
      try check(YAMLNode.parse("\(key): x", file: "recipe").mapping(), isRun: isRun, for: kind)
      return true
    } catch {
      return false
    }
  }
}
