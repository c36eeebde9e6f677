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
  /// Whether what every page says is known.
  let isComplete: Bool

  init(beside given: [EmbeddedPage]) {
    let known = Set(given.map { InputFile.absolute($0.file.path) })
    var folders: [String: String] = [:]
    for folder in given.flatMap(\.folders) { folders[folder] = EmbeddedPage.scope(ofFolder: folder) }
    var (pages, isComplete): ([(scope: String, page: Page)], Bool) = ([], true)
    for (folder, scope) in folders.sorted(by: { $0.key < $1.key }) {
      for path in DocumentTree.pages(ofFolder: folder) where !known.contains(InputFile.absolute(path)) {
        guard let page = Page(ifReadable: path) else {
          isComplete = false
          continue
        }
        pages.append((scope, page))
      }
    }
    (self.pages, self.isComplete) = (pages, isComplete)
  }

  /// Their figures, with the scope of each.
  var blocks: [(scope: String, block: Block)] {
    pages.flatMap { scope, page in page.blocks.filter { $0.kind == .figure }.map { (scope, $0) } }
  }

  var all: [Page] { pages.map(\.page) }
}

/// Pictures that descent drew, in the folders of some pages and of their pictures, that no page there or above names any
/// more. None, when one of these pages cannot be read: nobody knows what it names.
struct Orphans {
  let paths: [String]

  init(of pages: [EmbeddedPage]) {
    let others = OtherPages(beside: pages)
    guard others.isComplete, !pages.contains(where: { $0.page.bytes.contains(0) }) else {
      paths = []
      return
    }
    let texts = pages.map(\.page) + others.all
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
      guard !unnamed.isEmpty, let above = Self.pages(above: folder) else { return [] }
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

  /// The pages in the folders above, as far up as the project goes: with `pictures` they may have pictures here. Nil when one
  /// cannot be read.
  private static func pages(above folder: String) -> [Page]? {
    var pages: [Page] = []
    var folder = InputFile.absolute(folder)
    while folder != "/", access(folder + "/.git", F_OK) != 0 {
      folder = RecipeFile.folder(of: folder)
      for path in DocumentTree.pages(ofFolder: folder) {
        guard let page = Page(ifReadable: path) else { return nil }
        pages.append(page)
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
  /// Nil when the file cannot be read, or is not in an encoding that has ASCII in it, such as UTF-16.
  fileprivate init?(ifReadable path: String) {
    guard let bytes = try? InputFile.bytes(of: path, limit: EmbeddedPage.largest), !bytes.contains(0) else {
      return nil
    }
    self.init(bytes, name: path)
  }

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
