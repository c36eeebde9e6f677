import Figures
import LossSurfaces
import SurfaceCatalog

/// Reads the YAML of a figure's marker, with the recipe file that it names and the defaults of its folder.
///
/// What the marker says goes before what the file says, and that before the defaults. What the marker itself says must
/// have a meaning; of a file and of defaults only what has one for this figure is taken.
struct FigureReader: Sendable {
  /// As messages name it.
  let page: String
  let folder: String
  let syntax: PageSyntax
  let confinement: Confinement
  let defaults: FolderDefaults

  private static let ownKeys = ["file", "target", PictureFolder.key]

  func read(_ block: Block) throws(InputError) -> FigureRequest {
    guard !block.body.text[...].trimmed.isEmpty else {
      throw InputError(
        "figure '\(block.id)' has no recipe",
        remedy: "Write one between the id and the -->: 'surface: ravine' on a line, and 'alt: …' on the next.",
        at: block.place)
    }
    let marker = try block.body.yaml().mapping(keys: Self.ownKeys + RecipeKeys.all)
    var said = marker.filter { !Self.ownKeys.contains($0.key) }
    if let file = marker["file"] { said = said.over(try recipeFile(file)) }
    let kind = try said["figure"]?.word(among: Recipe.Kind.self) ?? .path
    let base = said.over(defaults.entries(for: kind))
    let target = try target(marker, isBoth: (try? base["theme"]?.string()) == "both")
    let pictures = try marker[PictureFolder.key].map { node throws(InputError) in try PictureFolder(node) }
    let themes = try themes(base["theme"], marker, target)
    try refuse(marker, for: target)
    let isWide = target.hasWidth
    let words = FigureWords(base)
    var recipe = try recipe(
      base.filter { entry in
        !["width", "theme"].contains(entry.key) && !(entry.key == "scale" && target == .docc)
      })
    recipe.theme = themes[0]
    return FigureRequest(
      recipe: recipe, target: target, themes: themes, alt: try words.alt(of: block),
      caption: try base["caption"]?.string(), pictures: pictures ?? defaults.pictures,
      width: isWide ? try words.width(for: target) : nil)
  }

  private func recipeFile(_ node: YAMLNode) throws(InputError) -> YAMLMapping {
    let path = try confinement.path(node.string(), from: folder, at: node)
    return try YAMLNode.parse(text(of: path, node), file: path).mapping(keys: RecipeKeys.all)
  }

  private func text(of path: String, _ node: YAMLNode) throws(InputError) -> String {
    do { return try InputFile.text(of: path) } catch {
      throw InputError(error.description, at: node.place, kind: error.kind == .missing ? .missing : .data)
    }
  }

  // MARK: Target and themes

  private func target(_ marker: YAMLMapping, isBoth: Bool) throws(InputError) -> EmbedTarget {
    if let node = marker["target"] {
      let target = try node.word(among: EmbedTarget.self)
      guard target.fits(syntax) else {
        throw node.error(
          "the target '\(target.rawValue)' does not fit \(syntax == .latex ? "a .tex file" : "a page of Markdown")",
          remedy: "Leave it out.")
      }
      return target
    }
    if let target = EmbedTarget(ofPage: InputFile.absolute(folder) + "/" + page) { return target }
    if let target = defaults.target, target.fits(syntax) { return target }
    return isBoth ? .github : .plain
  }

  private func themes(_ node: YAMLNode?, _ marker: YAMLMapping, _ target: EmbedTarget) throws(InputError) -> [Theme
    .Name]
  {
    guard let node else { return target.hasDark ? [.light, .dark] : [.light] }
    guard try node.string() == "both" else {
      let words = Theme.Name.allCases.map(\.rawValue) + ["both"]
      guard let theme = Theme.Name(rawValue: try node.string()) else {
        throw node.error(
          "'theme' cannot be '\(try node.string())'",
          remedy: Spelling.remedy(for: try node.string(), among: words, called: "words it may be"))
      }
      return [theme]
    }
    if target.hasDark { return [.light, .dark] }
    guard marker["theme"] == nil else {
      throw node.error(
        "'theme: both' has no meaning for the target \(target.rawValue)",
        remedy: "Leave it out, or write 'target: github'.")
    }
    return [.light]
  }

  /// Refuses what the target would pass over in silence.
  private func refuse(_ marker: YAMLMapping, for target: EmbedTarget) throws(InputError) {
    if let node = marker["width"], !target.hasWidth {
      throw node.error(
        "the target \(target.rawValue) shows a picture as wide as it is",
        remedy: target == .plain
          ? "Leave 'width' out, or write 'target: github'." : "Leave 'width' out; 'size' says how large it is drawn.")
    }
    if let node = marker["scale"], target == .docc {
      throw node.error("for DocC a figure is drawn at the scales 1 and 2", remedy: "Leave 'scale' out.")
    }
    if let node = marker["animate"], target == .latex, try node.bool() {
      throw node.error("nothing moves on paper", remedy: "Leave 'animate' out.")
    }
  }

  // MARK: The recipe

  private func recipe(_ mapping: YAMLMapping) throws(InputError) -> Recipe {
    var nodes: [YAMLNode] = []
    if let surface = mapping["surface"] { nodes.append(surface) }
    if let compared = try mapping["compare"]?.mapping()["surface"] {
      if case .list(let items) = compared.content { nodes += items } else { nodes.append(compared) }
    }
    // Of a long list of files none is opened before all are known to lie where they may.
    var paths: [String: String] = [:]
    for node in nodes {
      guard case .scalar(let name) = node.content, Recipe.isPath(name) else { continue }
      let from = node.place.file.map { $0 == page ? folder : RecipeFile.folder(of: $0) } ?? folder
      paths[name] = try confinement.path(name, from: from, at: node)
    }
    var recipe = try RecipeReader(mapping).recipe()
    func found(_ source: Recipe.Source) -> Recipe.Source {
      if case .named(let name) = source, let path = paths[name] { .named(RecipeFile.path(path)) } else { source }
    }
    recipe.source = found(recipe.source)
    recipe.surfaces = recipe.surfaces.map(found)
    return recipe
  }
}

/// What a figure says in words, for the page alone.
struct FigureWords {
  private let root: YAMLMapping

  init(_ root: YAMLMapping) { self.root = root }

  func alt(of block: Block) throws(InputError) -> FigureRequest.Alt {
    let remedy = "Say what the picture shows; 'alt: auto' takes its own description, 'alt: none' is for decoration."
    guard let node = root["alt"] else {
      throw InputError(FigureWords.noAlt(block.id), remedy: remedy, at: block.place)
    }
    guard !node.isEmpty, try !node.string()[...].trimmed.isEmpty else {
      throw node.error(FigureWords.noAlt(block.id), remedy: remedy)
    }
    switch try node.string() {
    case "auto": return .auto
    case "none": return .none
    case let text: return .text(text)
    }
  }

  /// What is wrong with a figure of which blind readers are told nothing.
  static func noAlt(_ id: String) -> String { "figure '\(id)' has no alt text" }

  func width(for target: EmbedTarget) throws(InputError) -> FigureWidth? {
    guard let node = root["width"] else { return nil }
    return try node.reading { text throws(InputError) in try FigureWidth(parsing: text, for: target) }
  }
}
