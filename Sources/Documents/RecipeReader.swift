import Figures
public import LossSurfaces
import Optimization
import SurfaceCatalog

extension Recipe {
  /// Reads a recipe's text. Every error names file, line and column and says what to do.
  public init(yaml text: String, file: String) throws(InputError) {
    self = try RecipeReader(YAMLNode.parse(text, file: file)).recipe()
  }
}

/// A recipe as a mapping of YAML.
struct RecipeReader {
  static let runKeys = ["start", "steps", "seed", "learning-rate", "schedule", "optimizer", "noise", "label"]
  static let pictureKeys = [
    "surface", "formula", "parameters", "definitions", "runs", "losses", "figure", "panels", "expect", "title", "view",
    "levels", "palette", "theme", "size", "scale", "labels", "arrows", "footer", "alt", "caption", "width",
  ]

  private let root: YAMLMapping

  init(_ node: YAMLNode) throws(InputError) {
    root = try node.mapping(keys: Self.runKeys.filter { $0 != "label" } + Self.pictureKeys)
  }

  func recipe() throws(InputError) -> Recipe {
    var recipe = Recipe(source: .none)
    recipe.kind = try word("figure", among: Recipe.Kind.self) ?? .path
    recipe.source = try source(for: recipe.kind)
    recipe.parameters = try parameters()
    recipe.definitions = try definitions()
    recipe.settings = try RunReader(root).settings()
    for node in try root["runs"]?.list() ?? [] {
      recipe.runs.append(try RunReader(node.mapping(keys: Self.runKeys), over: recipe.settings).settings())
    }
    for node in try root["losses"]?.list() ?? [] { recipe.losses.append(try node.number()) }
    for node in try root["expect"]?.list() ?? [] {
      recipe.expectations.append(try node.reading { text throws(InputError) in try Expectation(parsing: text) })
    }
    try readPicture(into: &recipe)
    return recipe
  }

  // MARK: What is descended

  private func source(for kind: Recipe.Kind) throws(InputError) -> Recipe.Source {
    switch (root["surface"], root["formula"]) {
    case (nil, nil):
      guard kind != .schedule else { return .none }
      throw root.node.error("the recipe names no surface", remedy: "Give surface or formula.")
    case (nil, let formula?):
      let text = try formula.string()
      return .formula(text)
    case (let surface?, nil):
      if case .mapping = surface.content { return .definition(try Catalog.surface(definition: surface)) }
      let name = try surface.string()
      if !Recipe.isPath(name), !Catalog.names.contains(name) {
        throw surface.error(
          "unknown surface '\(name)'", remedy: Spelling.remedy(for: name, among: Catalog.names, called: "surfaces"))
      }
      return .named(name)
    case (_?, let formula?):
      throw formula.error("surface and formula exclude each other", remedy: "Leave one of them out.")
    }
  }

  private func parameters() throws(InputError) -> [Parameter] {
    var parameters: [Parameter] = []
    for entry in try root["parameters"]?.mapping().entries ?? [] {
      parameters.append(Parameter(entry.key, try entry.value.number()))
    }
    return parameters
  }

  private func definitions() throws(InputError) -> [Definition] {
    guard let node = root["definitions"] else { return [] }
    guard root["formula"] != nil else {
      throw node.error("definitions belong to a formula", remedy: "A surface file has its own.")
    }
    var definitions: [Definition] = []
    for entry in try node.mapping().entries { definitions.append(Definition(entry.key, try entry.value.string())) }
    return definitions
  }

  // MARK: How it is drawn

  private func readPicture(into recipe: inout Recipe) throws(InputError) {
    if let nodes = try root["panels"]?.list() {
      recipe.panels = []
      for node in nodes { recipe.panels.append(try word(node, among: PathFigure.Panel.self)) }
    }
    if let view = root["view"] { recipe.view = try self.view(view) }
    recipe.title = try root["title"]?.string()
    if let levels = try root["levels"]?.integer(in: Levels.allowedCounts) { recipe.levels = levels }
    if let node = root["palette"] {
      recipe.palette = try node.string()
      _ = try node.reading { name throws(InputError) in try ColorMap.named(name) }
    }
    recipe.theme = try word("theme", among: Theme.Name.self) ?? .light
    if let size = root["size"] { (recipe.width, recipe.height) = try self.size(size) }
    if let scale = try root["scale"]?.positiveNumber() { recipe.scale = scale }
    if let labels = try root["labels"]?.bool() { recipe.hasLabels = labels }
    if let arrows = try root["arrows"]?.bool() { recipe.hasArrows = arrows }
    recipe.footer = try root["footer"]?.string()
    recipe.alt = try root["alt"]?.string()
    recipe.caption = try root["caption"]?.string()
    recipe.displayWidth = try root["width"]?.string()
  }

  private func view(_ node: YAMLNode) throws(InputError) -> View {
    let sides = try node.mapping(keys: ["x", "y"])
    let (x, y) = (try sides.required("x").numberPair(), try sides.required("y").numberPair())
    do { return try View(x: x, y: y) } catch { throw node.error(error.problem, remedy: error.remedy) }
  }

  /// `[800, 600]` or `800x600`.
  private func size(_ node: YAMLNode) throws(InputError) -> (Int, Int) {
    let range = 1...1_000_000
    if case .list(let items) = node.content, items.count == 2 {
      return (try items[0].integer(in: range), try items[1].integer(in: range))
    }
    if case .scalar(let text) = node.content {
      let parts = text.split(separator: "x").compactMap { Int($0) }
      if parts.count == 2, parts.allSatisfy(range.contains) { return (parts[0], parts[1]) }
    }
    throw node.mismatch(needs: "a width and a height", remedy: "Write [800, 600] or 800x600.")
  }

  private func word<Word: RawRepresentable & CaseIterable>(_ key: String, among: Word.Type) throws(InputError) -> Word?
  where Word.RawValue == String {
    guard let node = root[key] else { return nil }
    return try word(node, among: among)
  }

  private func word<Word: RawRepresentable & CaseIterable>(_ node: YAMLNode, among: Word.Type) throws(InputError)
    -> Word
  where Word.RawValue == String {
    let text = try node.string()
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw node.error(
      "\(node.label) cannot be '\(text)'", remedy: Spelling.remedy(for: text, among: words, called: "words it may be"))
  }
}
