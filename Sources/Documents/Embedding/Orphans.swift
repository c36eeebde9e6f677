import Raster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The pages that lie in the folders of some pages and of their pictures, and are none of these.
struct OtherPages {
  private let pages: [(scope: String, page: Page)]

  init(beside given: [EmbeddedPage]) {
    let known = Set(given.map { InputFile.absolute($0.file.path) })
    var folders: [String: String] = [:]
    for folder in given.flatMap(\.folders) { folders[folder] = EmbeddedPage.scope(ofFolder: folder) }
    pages = folders.sorted { $0.key < $1.key }.flatMap { folder, scope in
      DocumentTree.pages(ofFolder: folder).filter { !known.contains(InputFile.absolute($0)) }.compactMap { path in
        (try? InputFile.bytes(of: path, limit: EmbeddedPage.largest)).map { (scope, Page($0, name: path)) }
      }
    }
  }

  /// Their figures, with the scope of each.
  var blocks: [(scope: String, block: Block)] {
    pages.flatMap { scope, page in page.blocks.filter { $0.kind == .figure }.map { (scope, $0) } }
  }

  var all: [Page] { pages.map(\.page) }
}

/// Pictures that descent drew, in the folders of some pages and of their pictures, that no page there or above names any
/// more.
struct Orphans {
  let paths: [String]

  init(of pages: [EmbeddedPage]) {
    let texts = pages.map(\.page) + OtherPages(beside: pages).all
    let images = Set(pages.flatMap { $0.figures.flatMap(\.images) }.map { InputFile.absolute($0) })
    // Of a figure that could not be read nobody knows how many pictures it has.
    let readable = Set(pages.filter(\.faults.isEmpty).map(\.page.name))
    let ids = Set(texts.filter { !readable.contains($0.name) }.flatMap { $0.markedIDs })
    let folders = Set(pages.flatMap(\.folders)).sorted()
    paths = folders.flatMap { folder -> [String] in
      let names = ((try? DocumentTree.names(in: folder)) ?? []).filter { $0.hasSuffix(".png") && !$0.hasPrefix(".") }
      let unnamed = names.filter { name in
        let path = DocumentTree.join(folder, name)
        return !images.contains(InputFile.absolute(path)) && !ids.contains(Self.id(of: name))
          && !texts.contains { $0.bytes[...].mentions(name) } && Self.isOurs(path)
      }
      let above = unnamed.isEmpty ? [] : Self.pages(above: folder)
      let idsAbove = Set(above.flatMap(\.markedIDs))
      return unnamed.filter { name in
        !idsAbove.contains(Self.id(of: name)) && !above.contains { $0.bytes[...].mentions(name) }
      }.map { DocumentTree.join(folder, $0) }
    }
  }

  /// The figure of which a file of that name would be a picture.
  private static func id(of name: String) -> String {
    String(name.dropLast(4)).replacing("@2x", with: "").replacing("~dark", with: "")
  }

  /// The pages in the folders above, as far up as the project goes: with `pictures` they may have pictures here.
  private static func pages(above folder: String) -> [Page] {
    var pages: [Page] = []
    var folder = InputFile.absolute(folder)
    while folder != "/", access(folder + "/.git", F_OK) != 0 {
      folder = RecipeFile.folder(of: folder)
      for path in DocumentTree.pages(ofFolder: folder) {
        guard let bytes = try? InputFile.bytes(of: path, limit: EmbeddedPage.largest) else { continue }
        pages.append(Page(bytes, name: path))
      }
    }
    return pages
  }

  /// Whether a regular file carries a recipe.
  private static func isOurs(_ path: String) -> Bool {
    guard OutputFile.isRegularFile(path), let bytes = try? InputFile.bytes(of: path, limit: InputFile.largestPicture)
    else { return false }
    return (try? PNG.texts(in: bytes))?.contains { $0.keyword == CanonicalRecipe.keyword } ?? false
  }
}

extension Page {
  /// The ids behind `descent:figure` anywhere in it, be the markers sound or not.
  fileprivate var markedIDs: [String] {
    var ids: [String] = []
    var rest = bytes[...]
    let key = Array("descent:figure".utf8)
    while let at = rest.firstIndex(of: key) {
      rest = rest[(at + key.count)...]
      let id = rest.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 > 0x20 }
      ids.append(String(decoding: id, as: UTF8.self))
    }
    return ids
  }
}
