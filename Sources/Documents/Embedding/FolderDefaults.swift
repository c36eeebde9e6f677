import LossSurfaces
import SurfaceCatalog

/// What `descent.yaml` says for all figures of a folder and of those below it.
struct FolderDefaults: Sendable {
  static let fileName = "descent.yaml"

  /// How figures look, and for whom; what they show each says itself.
  static let keys = [
    "target", "theme", "size", "scale", "palette", "levels", "labels", "arrows", "panels", "footer", "width",
    PictureFolder.key,
  ]

  static let none = FolderDefaults()

  private let root: YAMLMapping?
  let target: EmbedTarget?
  let pictures: PictureFolder

  private init() { (root, target, pictures) = (nil, nil, .beside) }

  init(yaml text: String, file: String) throws(InputError) {
    guard text.contains(where: { !$0.isWhitespace }) else {
      self = .none
      return
    }
    let root = try YAMLNode.parse(text, file: file).mapping(keys: Self.keys)
    self.root = root
    target = try root["target"]?.word(among: EmbedTarget.self)
    pictures = try root[PictureFolder.key].map { node throws(InputError) in try PictureFolder(node) } ?? .beside
    // Every value is read once, so that a wrong one is found though no figure takes it.
    var recipe = root.filter { !["target", "width", PictureFolder.key].contains($0.key) }
    if (try? root["theme"]?.string()) == "both" { recipe = recipe.filter { $0.key != "theme" } }
    _ = try RecipeReader(recipe).look()
    if let width = root["width"] {
      _ = try width.reading { text throws(InputError) in try FigureWidth(parsing: text, for: .latex) }
    }
  }

  /// What has a meaning for a figure of that kind.
  func entries(for kind: Recipe.Kind) -> YAMLMapping {
    guard let root else { return Self.empty }
    return root.filter { entry in
      entry.key != "target" && (try? RecipeKeys.check(root.filter { $0.key == entry.key }, for: kind)) != nil
    }
  }

  private static let empty: YAMLMapping = {
    do { return try YAMLNode.parse("{}", file: nil).mapping() } catch { preconditionFailure("{} is YAML: \(error)") }
  }()
}
