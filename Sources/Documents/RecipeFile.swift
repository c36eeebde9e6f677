/// Recipes in files.
public enum RecipeFile {
  /// Reads a recipe; `-` is standard input.
  public static func read(_ path: String) throws -> Recipe {
    try Recipe(yaml: try InputFile.text(of: path == "-" ? "/dev/stdin" : path), file: path == "-" ? "stdin" : path)
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
}
