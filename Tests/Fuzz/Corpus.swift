import Documents
import Foundation

/// Inputs to begin with: what the package itself reads.
enum Corpus {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The files of a folder of the package with that ending, in the order of their names.
  private static func files(_ folder: String, _ ending: String) -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().compactMap {
      (try? Data(contentsOf: root.appending(path: "\(folder)/\($0)"))).map(Array.init)
    }
  }

  static let surfaces = files("Surfaces", ".yaml")
  static let pages = files("Gallery", ".md") + files("Tests/DocumentsTests/Fixtures/Looks", ".md")
  static let smallPictures = Array(files("Tests/DocumentsTests/Fixtures/Looks", ".png").prefix(1))
  /// The bodies of all figures of the pages.
  static let recipes = pages.flatMap { Page($0, name: "page.md").blocks }.filter { $0.kind == .figure }
    .map { Array($0.body.text.utf8) }
  static let logs = [
    "1\n0.5\n0.25\n", "step,loss\n1,2\n2,nan\n", "a\tb\n\"x\"\"y\"\t3\n", "3e-1\r\n2e-1\r\n", "loss;note\n1;\"a;b\"\n",
    "# a remark\n1\n\n2\n",
  ].map { Array($0.utf8) }
}
