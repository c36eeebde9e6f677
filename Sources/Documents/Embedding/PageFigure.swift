import LossSurfaces

/// A figure as a page asks for it: its id and its recipe, with the recipe file that it names and the defaults of its
/// folder.
struct PageFigure: Sendable {
  let id: String
  let recipe: Recipe

  /// The figures of the pages in a folder itself, page by page.
  ///
  /// Throws when a page cannot be read or one of its recipes is wrong.
  static func all(in folder: String) throws -> [PageFigure] {
    try DocumentTree.pages(ofFolder: folder).flatMap { path in
      let page = try EmbeddedPage(DocumentTree.File(path: path, given: folder), insertsEnds: false)
      let reader = try page.reader()
      return try page.blocks.map { PageFigure(id: $0.id, recipe: try reader.read($0).recipe) }
    }
  }
}
