import Figures
public import LossSurfaces
import Optimization
import SurfaceCatalog

extension Recipe {
  /// Reads a recipe's text. Every error names file, line and column and says what to do; `file` is what it calls the text.
  public init(yaml text: String, file: String = "recipe") throws(InputError) {
    self = try RecipeReader(YAMLNode.parse(text, file: file)).recipe()
  }
}

extension Recipe.Source {
  /// A name of the catalog, a path, or a surface written out.
  init(_ node: YAMLNode) throws(InputError) {
    if case .mapping = node.content {
      self = .definition(try Catalog.surface(definition: node))
      return
    }
    if case .list(let items) = node.content, !items.isEmpty {
      throw node.mismatch(
        needs: "one surface", remedy: "Make a picture for each, or a grid: figure: grid, with compare: {surface: […]}.")
    }
    let name = try node.string()
    if !Recipe.isPath(name), !Catalog.names.contains(name) {
      throw node.error("unknown surface '\(name)'", remedy: Catalog.remedy(for: name))
    }
    self = .named(name)
  }
}

/// A recipe as a mapping of YAML.
struct RecipeReader {
  let root: YAMLMapping

  init(_ node: YAMLNode) throws(InputError) {
    root = try node.mapping(keys: RecipeKeys.all)
  }

  /// `root` has no keys but those of a recipe.
  init(_ root: YAMLMapping) { self.root = root }

  func recipe() throws(InputError) -> Recipe {
    var recipe = Recipe(source: .none)
    recipe.kind = try word("figure", among: Recipe.Kind.self) ?? .path
    try RecipeKeys.check(root, for: recipe.kind)
    recipe.source = try source(for: recipe.kind)
    recipe.parameters = try LossReader(root).parameters()
    recipe.definitions = try definitions()
    recipe.settings = try RunReader(root).settings()
    for node in try root["runs"]?.list() ?? [] {
      let run = try node.mapping(keys: RecipeKeys.run)
      try RecipeKeys.check(run, isRun: true, for: recipe.kind)
      recipe.runs.append(try RunReader(run, over: recipe.settings).settings())
    }
    recipe.losses = try losses()
    recipe.range = try range()
    if let compare = root["compare"] {
      try ComparisonReader(compare, runs: root["runs"]).read(into: &recipe)
    }
    for node in try root["expect"]?.list() ?? [] {
      var expectation = try node.reading { text throws(InputError) in try Expectation(parsing: text) }
      expectation.mark.place = node.place
      recipe.expectations.append(expectation)
    }
    try readMap(into: &recipe)
    try readPicture(into: &recipe)
    try readOutlook(into: &recipe)
    return recipe
  }

  /// Reads only how the picture looks, whatever it shows.
  func look() throws(InputError) -> Recipe {
    var recipe = Recipe(source: .none)
    try readPicture(into: &recipe)
    return recipe
  }

  /// A list of numbers, or a text of numbers with spaces between them.
  private func losses() throws(InputError) -> [Double] {
    guard let node = root["losses"] else { return [] }
    if case .scalar = node.content {
      return try node.reading { text throws(InputError) in try LossFile.losses(inWords: text) }
    }
    var losses: [Double] = []
    for item in try node.list() { losses.append(try item.number()) }
    return losses
  }

  private func range() throws(InputError) -> SweepSettings {
    var settings = SweepSettings()
    guard let node = root["range"] else { return settings }
    let keys = try node.mapping(keys: SweepSettings.keys)
    settings.low = try keys["low"]?.positiveNumber()
    settings.high = try keys["high"]?.positiveNumber()
    settings.steps = try keys["steps"]?.integer(in: RangeTest.possibleSteps)
    settings.growth = try keys["growth"]?.word(among: SweepGrowth.self)
    settings.smoothing = try keys["smoothing"]?.number()
    settings.mark.place = node.place
    return settings
  }

  // MARK: What is descended

  private func source(for kind: Recipe.Kind) throws(InputError) -> Recipe.Source {
    switch (root["surface"], root["formula"]) {
    case (nil, nil):
      let hasOthers = try root["compare"]?.mapping(keys: ComparisonReader.keys)["surface"] != nil
      guard kind != .schedule, !hasOthers else { return .none }
      throw root.node.error("the recipe names no surface", remedy: "Give surface or formula.")
    case (nil, let formula?):
      _ = try LossReader(root).loss()
      return .formula(try formula.string())
    case (let surface?, nil):
      return try Recipe.Source(surface)
    case (_?, let formula?):
      throw formula.error("'surface' and 'formula' exclude each other", remedy: "Leave one of them out.")
    }
  }

  private func definitions() throws(InputError) -> [Definition] {
    guard let node = root["definitions"] else { return [] }
    guard root["formula"] != nil else {
      throw node.error("definitions belong to a formula", remedy: "A surface file has its own.")
    }
    return try LossReader(root).definitions()
  }

  // MARK: How it is drawn

  private func readPicture(into recipe: inout Recipe) throws(InputError) {
    recipe.panels = recipe.kind.panels
    if let nodes = try root["panels"]?.list() {
      recipe.panels = []
      for node in nodes { recipe.panels.append(try node.word(among: PathFigure.Panel.self)) }
    }
    if let view = root["view"] { recipe.view = try self.view(view) }
    recipe.title = try root["title"]?.string()
    if let levels = try root["levels"]?.integer(in: Levels.allowedCounts) { recipe.levels = levels }
    if let node = root["palette"] {
      recipe.palette = try node.string()
      _ = try node.reading { name throws(InputError) in try ColorMap.named(name) }
    }
    recipe.theme = try word("theme", among: Theme.Name.self) ?? .light
    if let size = root["size"] {
      (recipe.width, recipe.height) = try self.size(size)
      recipe.isSized = true
    }
    if let scale = try root["scale"]?.positiveNumber() { recipe.scale = scale }
    if let node = root["size"] ?? root["scale"] {
      do { try recipe.checkPicture() } catch { throw node.error(error.problem, remedy: error.remedy) }
    }
    if let labels = try root["labels"]?.bool() { recipe.hasLabels = labels }
    if let arrows = try root["arrows"]?.bool() { recipe.hasArrows = arrows }
    if let node = root["noise-ellipse"] {
      recipe.noiseEllipse = try noiseEllipse(node)
      recipe.noiseEllipseMark.place = node.place
    }
    if let animate = try root["animate"]?.bool() { recipe.isAnimated = animate }
    recipe.footer = try root["footer"]?.string()
    recipe.alt = try root["alt"]?.string()
    recipe.caption = try root["caption"]?.string()
    recipe.displayWidth = try root["width"]?.string()
  }

  /// Whence a relief is seen.
  private func readOutlook(into recipe: inout Recipe) throws(InputError) {
    recipe.azimuth = try root["azimuth"]?.number(in: ReliefFigure.possibleAzimuths)
    if let elevation = try root["elevation"]?.number(in: ReliefFigure.possibleElevations) {
      recipe.elevation = elevation
    }
  }

  private func view(_ node: YAMLNode) throws(InputError) -> View {
    guard case .mapping = node.content else {
      throw node.mismatch(needs: "a range for each side", remedy: "Write {x: [-2, 2], y: [-1, 3]}.")
    }
    let sides = try node.mapping(keys: ["x", "y"])
    let (x, y) = (try sides.required("x").numberPair(), try sides.required("y").numberPair())
    do { return try View(x: x, y: y) } catch {
      let remedy = "Give the lower bound first and a larger upper bound, as in [-2, 2]."
      throw node.error(error.problem, remedy: error.remedy.isEmpty ? "" : remedy)
    }
  }

  /// `[1.4, -0.5]`, or `minimum`.
  private func noiseEllipse(_ node: YAMLNode) throws(InputError) -> NoiseEllipsePlace {
    if case .list = node.content {
      let (x, y) = try node.numberPair()
      return .at(Point(x, y))
    }
    guard case .scalar("minimum") = node.content else {
      throw node.mismatch(needs: "a point or the word 'minimum'", remedy: "Write [1.4, -0.5] or minimum.")
    }
    return .minimum
  }

  /// `[800, 600]` or `800x600`.
  private func size(_ node: YAMLNode) throws(InputError) -> (Int, Int) {
    let range = 1...1_000_000
    if case .list(let items) = node.content, items.count == 2 {
      return (try items[0].integer(in: range), try items[1].integer(in: range))
    }
    if case .scalar(let text) = node.content {
      let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      if parts.count == 2, let width = parts[0], let height = parts[1], range.contains(width), range.contains(height) {
        return (width, height)
      }
    }
    throw node.mismatch(needs: "a width and a height", remedy: "Write [800, 600] or 800x600.")
  }

  private func word<Word: RawRepresentable & CaseIterable>(_ key: String, among: Word.Type) throws(InputError) -> Word?
  where Word.RawValue == String {
    try root[key]?.word(among: among)
  }
}
