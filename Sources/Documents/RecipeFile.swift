/// Recipes in files.
public enum RecipeFile {
  /// Reads a recipe; `-` is standard input.
  public static func read(_ path: String) throws -> Recipe {
    try Recipe(yaml: try InputFile.text(of: path), file: InputFile.name(of: path))
  }

  /// Writes a recipe; a surface file that it names relative to the working folder is named relative to the recipe's.
  public static func write(_ recipe: Recipe, to path: String) throws(FileError) {
    var recipe = recipe
    func moved(_ source: Recipe.Source) -> Recipe.Source {
      guard case .named(let name) = source, Recipe.isPath(name) else { return source }
      return .named(relative(name, to: folder(of: path)))
    }
    recipe.source = moved(recipe.source)
    recipe.surfaces = recipe.surfaces.map(moved)
    try OutputFile.write(Array(recipe.yaml.utf8), to: path)
  }

  /// `Gallery` for `Gallery/saddle-escape.yaml`; `.` for a bare name.
  public static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// `saddle-escape` for `Gallery/saddle-escape.yaml`.
  public static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? "picture"
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? String(name) : String(name[..<$0]) } ?? String(name)
  }

  /// A path that is taken for a file even when it has no folder and no suffix.
  public static func path(_ name: String) -> String { Recipe.isPath(name) ? name : "./" + name }

  /// A path as it is written from a folder; both start from the same place. What cannot be said so stays absolute.
  static func relative(_ path: String, to folder: String) -> String {
    let steps = folder.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/") else { return path }
    guard !folder.hasPrefix("/"), !steps.contains("..") else { return InputFile.absolute(path) }
    let up = String(repeating: "../", count: steps.count)
    return up.isEmpty ? path : up + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }
}
