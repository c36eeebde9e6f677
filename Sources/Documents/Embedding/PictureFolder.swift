import LossSurfaces
import SurfaceCatalog

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder in which a page's pictures stand: the page's own, or one below it that the key `pictures` names.
struct PictureFolder: Hashable, Sendable {
  static let key = "pictures"

  /// What a schema asks of it: like the reader but for `..`.
  static let pattern = "^[A-Za-z0-9._-][A-Za-z0-9._/-]*$"

  /// Relative to the page's folder, ending in a slash; empty for the page's folder itself.
  let prefix: String

  static let beside = PictureFolder(prefix: "")

  private init(prefix: String) { self.prefix = prefix }

  /// Reads a relative path of letters, digits, `.`, `_` and `-`, which need no escape in any target; it may not lead out.
  init(_ node: YAMLNode) throws(InputError) {
    let name = try node.string()
    let parts = name.split(separator: "/").filter { $0 != "." }
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "._-/".utf8.contains(byte)
      }
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("/"), !parts.contains("..") else {
      throw node.error(
        "'\(name)' is no folder for pictures",
        remedy:
          "Name one below the page's folder, as in 'pictures: images'; letters, digits, '.', '_' and '-' may be in it.")
    }
    prefix = parts.map { $0 + "/" }.joined()
  }

  /// The folder itself, for pages that lie in `folder`.
  ///
  /// Throws when it, or a folder on the way, is a link that leads out, or is no folder.
  func path(from folder: String, at place: InputError.Place) throws(InputError) -> String {
    let root = InputFile.absolute(folder)
    var path = folder
    for part in prefix.split(separator: "/") {
      path = DocumentTree.join(path, String(part))
      guard access(path, F_OK) == 0 else { continue }
      guard OutputFile.isFolder(path) else {
        throw InputError("\(path) is no folder", remedy: "Choose another for 'pictures'.", at: place)
      }
      guard Confinement.isBelow(InputFile.absolute(path), root) else {
        throw InputError(
          "\(path) is a link that leads out of the page's folder", remedy: "Nothing is written there: remove it.",
          at: place
        )
      }
    }
    return path
  }

  /// Makes it, with the folders on the way, for a picture of that path.
  static func make(for picture: String) throws(FileError) {
    let folder = RecipeFile.folder(of: picture)
    guard !OutputFile.isFolder(folder), folder != picture else { return }
    try make(for: folder)
    try OutputFile.makeFolder(folder)
  }
}
