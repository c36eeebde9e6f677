public import LossSurfaces

/// Lessons in their order: those that the binary carries, or the pages of files and folders.
public struct Course: Sendable {
  /// A page with markers of lessons in it.
  private struct Source: Sendable {
    let id: String
    let name: String
    let folder: String
    let bytes: [UInt8]
  }

  private let sources: [Source]
  /// Whether the pages are those that the binary carries.
  public let isBuiltIn: Bool

  /// The course of the folder Gallery. Only the pages that are asked for are read.
  public static let builtIn: Course = {
    let names = EmbeddedText.files.keys.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
    return Course(
      sources: names.map {
        Source(id: RecipeFile.stem(of: $0), name: $0, folder: ".", bytes: Array(EmbeddedText.files[$0]!.utf8))
      }, isBuiltIn: true)
  }()

  private init(sources: [Source], isBuiltIn: Bool) {
    self.sources = sources
    self.isBuiltIn = isBuiltIn
  }

  /// The pages among files and folders; of folders those that have markers of lessons.
  ///
  /// Throws when there is no such file or folder, or none of them has a lesson.
  public init(paths: [String]) throws {
    var sources: [Source] = []
    for file in try DocumentTree.pages(in: paths) where !file.path.hasSuffix(".tex") {
      let bytes = try InputFile.bytes(of: file.path, limit: InputFile.longestText)
      let page = Page(bytes, name: file.path)
      if file.given != nil, page.faults.isEmpty, !page.blocks.contains(where: { $0.kind != .figure }) { continue }
      sources.append(
        Source(id: RecipeFile.stem(of: file.path), name: file.path, folder: file.folder, bytes: bytes))
    }
    guard !sources.isEmpty else {
      throw InputError(
        "no lesson in \(paths.joined(separator: ", "))",
        remedy: "A lesson is a page of Markdown with questions: <!-- descent:predict ID … -->.", kind: .missing)
    }
    self.init(sources: sources, isBuiltIn: false)
  }

  public var ids: [String] { sources.map(\.id) }

  /// The page's stem for its stem, its number or its slug; nil when there is none.
  public func id(_ word: String) -> String? {
    if let exact = ids.first(where: { $0 == word || $0 + ".md" == word }) { return exact }
    if let number = Int(word) { return ids.first { Int($0.prefix { $0.isASCII && $0.isNumber }) == number } }
    return ids.first { $0.drop { $0.isNumber }.drop { $0 == "-" } == word }
  }

  /// The lesson of every page, and all that is wrong with it; of several pages of one name each.
  func readAll() -> [(lesson: Lesson, faults: [InputError])] { sources.map(Self.read) }

  /// The lesson of a page, and all that is wrong with it.
  public func read(_ id: String) -> (lesson: Lesson, faults: [InputError]) {
    guard let source = sources.first(where: { $0.id == id }) else { preconditionFailure("no lesson \(id)") }
    return Self.read(source)
  }

  private static func read(_ source: Source) -> (lesson: Lesson, faults: [InputError]) {
    var reader = LessonReader(Page(source.bytes, name: source.name), folder: source.folder)
    let lesson = reader.lesson()
    return (lesson, reader.faults)
  }

  /// A lesson that is sound. Throws the first thing that is wrong with its page.
  public func lesson(_ id: String) throws(InputError) -> Lesson {
    let (lesson, faults) = read(id)
    if let first = faults.first { throw first }
    return lesson
  }

  /// The lesson that has a question of this id.
  public func lesson(ofQuestion question: String) throws(InputError) -> Lesson? {
    for source in sources {
      let page = Page(source.bytes, name: source.name)
      if page.blocks.contains(where: { $0.kind != .figure && $0.id == question }) { return try lesson(source.id) }
    }
    return nil
  }

  /// The ids of all questions, page by page, without reading what they ask.
  public func questionIDs(of id: String) -> [String] {
    guard let source = sources.first(where: { $0.id == id }) else { return [] }
    return Page(source.bytes, name: source.name).blocks.filter { $0.kind != .figure }.map(\.id)
  }

  /// The lesson behind this one.
  public func next(after id: String) -> String? {
    ids.firstIndex(of: id).flatMap { $0 + 1 < ids.count ? ids[$0 + 1] : nil }
  }
}
