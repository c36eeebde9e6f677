import Documents
import Foundation

/// The files that a word on the command line begins.
enum FileNames {
  /// Files of YAML, and folders, which end in a slash.
  static func yaml(beginning word: String) -> [String] { names(beginning: word, suffixes: [".yaml", ".yml"]) }

  /// Pages of Markdown, and folders.
  static func pages(beginning word: String) -> [String] { names(beginning: word, suffixes: [".md"]) }

  private static func names(beginning word: String, suffixes: [String]) -> [String] {
    let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.sorted().compactMap { name in
      guard !name.hasPrefix("."), isHarmless(folder + name) else { return nil }
      if OutputFile.isFolder(folder + name) { return folder + name + "/" }
      return suffixes.contains { name.hasSuffix($0) } ? folder + name : nil
    }
  }

  /// Whether a shell takes a name for nothing but itself. bash expands what it is offered, so that a file called `$(rm -rf ~).yaml` must
  /// not be among it.
  static func isHarmless(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-+/".unicodeScalars.contains($0)
    }
      && !name.hasPrefix("-")
  }
}
