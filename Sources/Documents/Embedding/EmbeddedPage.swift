import LossSurfaces

/// A page with its figures read and checked.
struct EmbeddedPage: Sendable {
  let file: DocumentTree.File
  /// As it is on disk.
  let original: [UInt8]
  /// With the end markers that were added.
  let page: Page
  /// End markers that were added.
  let added: [PageEdit]
  /// Sorted by line.
  private(set) var figures: [EmbeddedFigure] = []
  /// What is wrong with the page; as long as there is something, neither it nor its pictures are written.
  private(set) var faults: [FigureOutcome] = []

  /// The largest page that is read: 256 MB.
  static let largest = 256_000_000

  /// Reads a page; with `insertsEnds`, figures without an end marker get one.
  init(_ file: DocumentTree.File, insertsEnds: Bool) throws(FileError) {
    self.file = file
    original = try InputFile.bytes(of: file.path, limit: Self.largest)
    guard !original.starts(with: [0xFF, 0xFE]), !original.starts(with: [0xFE, 0xFF]) else {
      throw FileError(.unfit, file.path, "it is UTF-16; save it as UTF-8")
    }
    let found = Page(original, name: file.path)
    added = insertsEnds ? found.unended.filter { $0.block == .figure }.map { PageEdit(ending: $0, of: found) } : []
    page = added.isEmpty ? found : Page(PageEdit.apply(added, to: original), name: file.path)
    for fault in page.faults { add(fault, id: nil) }
  }

  var blocks: [Block] { page.blocks.filter { $0.kind == .figure } }

  /// The folder in which the pictures of a figure stand, or that of the page as long as nobody knows it.
  func pictureFolder(of block: Block) -> String {
    let figure = figures.first { $0.block.line == block.line }
    return figure.map { RecipeFile.folder(of: $0.images[0]) } ?? file.folder
  }

  /// All in which its pictures stand, and its own.
  var folders: Set<String> { Set(blocks.map(pictureFolder)).union([file.folder]) }

  /// Where an id may stand once: a folder or, with all below it, a catalog of DocC.
  static func scope(ofFolder folder: String) -> String {
    let folder = InputFile.absolute(folder)
    let parts = folder.split(separator: "/")
    guard let catalog = parts.lastIndex(where: { $0.hasSuffix(".docc") }) else { return folder }
    return "/" + parts[...catalog].joined(separator: "/")
  }

  mutating func take(_ result: Result<EmbeddedFigure, InputError>, of block: Block) {
    switch result {
    case .success(let figure): figures.append(figure)
    case .failure(let error): add(error, id: block.id, line: block.line)
    }
  }

  mutating func add(_ error: InputError, id: String?, line: Int? = nil) {
    let isMute = id.map { error.problem == FigureWords.noAlt($0) } ?? false
    let outcome = FigureOutcome(
      file: file.path, line: line ?? error.place?.line ?? 1, id: id, state: isMute ? .noAlt : .error,
      reason: error.problem, failure: error)
    faults.append(outcome)
    figures.removeAll { $0.block.line == line }
  }

  /// What reads the markers of this page.
  ///
  /// Throws when the defaults of its folder are wrong.
  func reader() throws -> FigureReader {
    FigureReader(
      page: file.path, folder: file.folder, syntax: page.syntax,
      confinement: Confinement(pageFolder: file.folder, given: file.given), defaults: try defaults())
  }

  /// The nearest `descent.yaml` upwards, from the page's folder to the folder given.
  private func defaults() throws -> FolderDefaults {
    var folder = file.folder
    while true {
      let path = DocumentTree.join(folder, FolderDefaults.fileName)
      do {
        return try FolderDefaults(yaml: try InputFile.text(of: path), file: path)
      } catch let error as FileError where error.kind == .missing && !OutputFile.isRegularFile(path) {
        guard let given = file.given, folder != given, folder != RecipeFile.folder(of: folder) else { return .none }
        folder = RecipeFile.folder(of: folder)
      }
    }
  }
}
