import Foundation
import LossSurfaces
import Raster
import Testing

@testable import Documents

/// What `Embedding` does to pages and pictures.
@Suite struct EmbeddingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A page with a small figure.
  private static func page(_ keys: String = "surface: bowl", id: String = "a", alt: String = "alt: A bowl.\n") -> String
  {
    "Before.\n\n<!-- descent:figure \(id)\n\(keys)\nsize: 320x240\nscale: 1\n\(alt)-->\n<!-- descent:end \(id) -->\n\nAfter.\n"
  }

  @discardableResult
  private func embed(_ names: String..., with change: (inout Embedding) -> Void = { _ in }) throws -> Embedding.Report {
    var embedding = Embedding()
    change(&embedding)
    return try embedding.run(on: names.isEmpty ? [folder["page.md"]] : names.map { folder[$0] })
  }

  private func states(_ report: Embedding.Report) -> [FigureState] { report.outcomes.map(\.state) }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder[name])) }

  // MARK: The round

  @Test func drawsOnceAndThenNothing() throws {
    try folder.write(Self.page(), to: "page.md")
    let first = try embed()
    #expect(states(first) == [.current] && first.outcomes[0].was == .missing && first.outcomes[0].isDrawn)
    let text = try folder.text(of: "page.md")
    #expect(text.contains("-->\n\n![A bowl.](a.png)\n\n<!-- descent:end a sum="))
    #expect(text.hasPrefix("Before.\n\n<!-- descent:figure a\n") && text.hasSuffix(" -->\n\nAfter.\n"))
    #expect(folder.names == ["a.png", "page.md"])
    let picture = try bytes("a.png")
    let dates = try ["a.png", "page.md"].map {
      try FileManager.default.attributesOfItem(atPath: folder[$0])[.modificationDate] as? Date
    }
    let second = try embed()
    #expect(states(second) == [.current] && second.outcomes[0].was == .current)
    #expect(!second.outcomes[0].isDrawn && !second.outcomes[0].isRewritten)
    #expect(try folder.text(of: "page.md") == text)
    #expect(try bytes("a.png") == picture)
    #expect(
      try ["a.png", "page.md"].map {
        try FileManager.default.attributesOfItem(atPath: folder[$0])[.modificationDate] as? Date
      } == dates)
  }

  @Test func wordsDrawNothing() throws {
    try folder.write(Self.page(), to: "page.md")
    try embed()
    let picture = try bytes("a.png")
    let text = try folder.text(of: "page.md")
    try folder.write(text.replacing("alt: A bowl.", with: "alt: A *round* bowl.\ncaption: Round."), to: "page.md")
    #expect(try embed { $0.mode = .check }.outcomes.map(\.state) == [.stale])
    let report = try embed()
    #expect(!report.outcomes[0].isDrawn && report.outcomes[0].isRewritten)
    #expect(try bytes("a.png") == picture)
    #expect(try folder.text(of: "page.md").contains("\n\n![A \\*round\\* bowl.](a.png)\n\n*Round.*\n\n<!--"))
  }

  @Test func recipesAndSurfacesDraw() throws {
    try folder.write("formula: x^2 + 4*y^2\n", to: "mine.yaml")
    try folder.write(Self.page("surface: mine.yaml\nsteps: 20"), to: "page.md")
    try embed()
    try folder.write(try folder.text(of: "page.md").replacing("steps: 20", with: "steps: 30"), to: "page.md")
    #expect(try embed { $0.mode = .check }.outcomes.map(\.reason) == ["steps 20 → 30"])
    #expect(try embed().outcomes[0].isDrawn)
    try folder.write("formula: x^2 + 5*y^2\n", to: "mine.yaml")
    #expect(try embed { $0.mode = .check }.outcomes.map(\.reason) == ["surface formula x^2 + 4*y^2 → x^2 + 5*y^2"])
    #expect(try embed().outcomes[0].isDrawn)
    #expect(try states(embed { $0.mode = .check }) == [.current])
  }

  @Test func brokenPromisesLeaveAllAsItWas() throws {
    try folder.write(Self.page("surface: bowl\nlearning-rate: 0.1"), to: "page.md")
    try embed()
    let picture = try bytes("a.png")
    let text = try folder.text(of: "page.md").replacing("rate: 0.1", with: "rate: 3\nexpect: ['1: converged']")
    try folder.write(text + "\n" + Self.page(id: "b"), to: "page.md")
    let report = try embed()
    #expect(states(report) == [.brokenPromise, .current])
    #expect(report.outcomes[0].reason.contains("expected '1: converged', but run 1 (η = 3) has the verdict diverged: "))
    #expect(report.outcomes[0].failure is BrokenPromise)
    #expect(try bytes("a.png") == picture)
    // The other figure of the page is drawn and shown.
    #expect(try folder.text(of: "page.md").hasPrefix(text))
    #expect(try folder.text(of: "page.md").contains("![A bowl.](b.png)"))
  }

  /// A message tells where a figure begins in the page as it now is.
  @Test func linesAreThoseOfThePageThatWasWritten() throws {
    let broken = Self.page("surface: bowl\nlearning-rate: 3\nexpect: ['1: converged']", id: "b")
    try folder.write(Self.page() + broken, to: "page.md")
    let report = try embed()
    let lines = try folder.text(of: "page.md").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[report.outcomes[1].line - 1] == "<!-- descent:figure b")
    let promise = report.outcomes[1].failure.map { "\($0)" } ?? ""
    #expect(promise.hasPrefix("\(folder["page.md"]):\(report.outcomes[1].line): figure b: expected '1: converged'"))
  }

  // MARK: Text that people touch

  @Test func editedTextStays() throws {
    try folder.write(Self.page(), to: "page.md")
    try embed()
    let edited = try folder.text(of: "page.md").replacing("![A bowl.]", with: "![My bowl.]").replacing(
      "surface: bowl", with: "surface: ravine")
    try folder.write(edited, to: "page.md")
    let picture = try bytes("a.png")
    #expect(try states(embed { $0.mode = .check }) == [.edited])
    #expect(try states(embed()) == [.edited])
    #expect(try folder.text(of: "page.md") == edited)
    #expect(try bytes("a.png") == picture)
    #expect(try states(embed { $0.isForced = true }) == [.current])
    #expect(try folder.text(of: "page.md").contains("![A bowl.](a.png)"))
    #expect(try bytes("a.png") != picture)
  }

  @Test func textWithoutASumIsSomeones() throws {
    try folder.write(Self.page().replacing("<!-- descent:end", with: "My own words.\n<!-- descent:end"), to: "page.md")
    #expect(try states(embed()) == [.edited])
    #expect(folder.names == ["page.md"])
  }

  @Test func anotherCheckoutIsNoEdit() throws {
    try folder.write(Self.page(), to: "page.md")
    try embed()
    let windows = try folder.text(of: "page.md").replacing("\n", with: "\r\n")
    try folder.write(windows, to: "page.md")
    #expect(try states(embed { $0.mode = .check }) == [.current])
    #expect(try folder.text(of: "page.md") == windows)
  }

  @Test func deletedTextComesBack() throws {
    try folder.write(Self.page(), to: "page.md")
    try embed()
    let text = try folder.text(of: "page.md")
    try folder.write(text.replacing("![A bowl.](a.png)\n", with: ""), to: "page.md")
    #expect(try states(embed { $0.mode = .check }) == [.missing])
    try embed()
    #expect(try folder.text(of: "page.md") == text)
  }

  // MARK: Pictures

  @Test func strippedPicturesAreHeldAgainstTheirPixels() throws {
    try folder.write(Self.page(), to: "page.md")
    try embed()
    let drawn = try PNG(decoding: Array(bytes("a.png")))
    let stripped = Data(try PNG(drawn.image, scale: 1).encoded())
    try stripped.write(to: URL(filePath: folder["a.png"]))
    #expect(try states(embed { $0.mode = .check }) == [.current])
    #expect(try states(embed()) == [.current])
    #expect(try bytes("a.png") == stripped)
    try folder.write(try folder.text(of: "page.md").replacing("surface: bowl", with: "surface: ravine"), to: "page.md")
    #expect(try states(embed()) == [.unknown])
    #expect(try bytes("a.png") == stripped)
    #expect(try states(embed { $0.isForced = true }) == [.current])
    #expect(try bytes("a.png") != stripped)
  }

  @Test(arguments: ["no picture", ""])
  func whatIsNoPictureStays(_ text: String) throws {
    try folder.write(Self.page(), to: "page.md")
    try folder.write(text, to: "a.png")
    #expect(try states(embed()) == [.unknown])
    #expect(try folder.text(of: "a.png") == text)
    #expect(try folder.text(of: "page.md") == Self.page())
  }

  @Test func damagedPicturesAreStale() throws {
    try folder.write(Self.page(), to: "page.md")
    try embed()
    let whole = try bytes("a.png")
    try whole.dropLast(500).write(to: URL(filePath: folder["a.png"]))
    #expect(try embed { $0.mode = .check }.outcomes.map(\.reason) == ["its file is damaged"])
    try embed()
    #expect(try bytes("a.png") == whole)
  }

  @Test func equalRecipesAreDrawnOnce() throws {
    try folder.write(Self.page() + Self.page(id: "b") + Self.page("surface: ravine", id: "c"), to: "page.md")
    let counts = Counts()
    try embed { $0.progress = { _, all in counts.insert(all) } }
    #expect(counts.values == [2])
    #expect(try bytes("a.png") == bytes("b.png"))
  }

  @Test func animationsMove() throws {
    try folder.write(Self.page("surface: bowl\nsteps: 3\nanimate: true"), to: "page.md")
    try embed()
    #expect(try bytes("a.png").range(of: Data("acTL".utf8)) != nil)
    #expect(try states(embed { $0.mode = .check }) == [.current])
  }

  // MARK: Modes

  @Test(arguments: [Embedding.Mode.check, .dryRun, .difference])
  func writesNothing(_ mode: Embedding.Mode) throws {
    try folder.write(Self.page(alt: "alt: auto\n"), to: "page.md")
    let report = try embed { $0.mode = mode }
    #expect(folder.names == ["page.md"])
    #expect(try folder.text(of: "page.md") == Self.page(alt: "alt: auto\n"))
    #expect(report.outcomes.map(\.was) == [.missing])
    guard mode == .difference else { return #expect(report.differences.isEmpty) }
    let difference = String(decoding: report.differences[0], as: UTF8.self)
    #expect(
      difference.contains(
        "@@ -6,6 +6,9 @@\n scale: 1\n alt: auto\n -->\n-<!-- descent:end a -->\n+\n+![Contour plot of Round bowl"))
  }

  /// The diff is what the update then does.
  @Test func differenceIsWhatAnUpdateDoes() throws {
    let text = Self.page(alt: "alt: auto\n") + "\n" + Self.page("surface: ravine", id: "b").dropLast()
    try folder.write(text, to: "page.md")
    let difference = try embed { $0.mode = .difference }.differences[0]
    try embed()
    let expected = TextDifference(
      from: Array(text.utf8), to: Array(try folder.text(of: "page.md").utf8), named: folder["page.md"])
    #expect(difference == expected.text)
  }

  @Test func onlySome() throws {
    try folder.write(Self.page() + Self.page(id: "b"), to: "page.md")
    let report = try embed { $0.only = ["b"] }
    #expect(report.outcomes.map(\.id) == ["b"])
    #expect(folder.names == ["b.png", "page.md"])
    let error = #expect(throws: InputError.self) { try embed { $0.only = ["c", "b"] } }
    #expect(error?.problem == "there is no figure 'c'")
  }

  @Test func addsEndMarkers() throws {
    let begin = "<!-- descent:figure a\nsurface: bowl\nsize: 320x240\nalt: x\n-->"
    let windows = begin.replacing("\n", with: "\r\n")
    try folder.write("Text\r\n\(windows)", to: "page.md")
    #expect(try embed().outcomes.map(\.state) == [.error])
    #expect(try states(embed { $0.insertsEnds = true }) == [.current])
    let text = try folder.text(of: "page.md")
    #expect(text.hasPrefix("Text\r\n\(windows)\r\n\r\n![x](a.png)\r\n\r\n<!-- descent:end a sum="))
    #expect(text.hasSuffix(" -->"))
    try folder.write(begin + "\nMore\n", to: "page.md")
    try embed { $0.insertsEnds = true }
    #expect(try folder.text(of: "page.md").hasSuffix(" -->\nMore\n"))
  }

  /// The figure that stands there is taken for what it is, and no second one is put beside it.
  @Test(arguments: ["", "caption: It is round.\n"], ["\n", "\r\n"])
  func aLostEndComesBack(caption: String, lineEnding: String) throws {
    let page = Self.page(alt: "alt: A bowl.\n" + caption).replacing("\n", with: lineEnding)
    try folder.write(page, to: "page.md")
    try embed()
    let whole = try folder.text(of: "page.md")
    let end = try #require(whole.firstRange(of: /<!-- descent:end a sum=.{10} -->\R/))
    try folder.write(whole.replacingCharacters(in: end, with: ""), to: "page.md")
    #expect(try states(embed()) == [.error])
    #expect(try states(embed { $0.insertsEnds = true }) == [.current])
    let mended = try folder.text(of: "page.md")
    #expect(mended.split(separator: lineEnding) == whole.split(separator: lineEnding))
    #expect(try states(embed { $0.mode = .check }) == [.current])
  }

  @Test func aPictureWhoseNameEndsAnotherIsAnOrphan() throws {
    try folder.write(Self.page(id: "high"), to: "page.md")
    try embed()
    try folder.write(Self.page(id: "too-high"), to: "page.md")
    try embed()
    #expect(try embed { $0.mode = .check }.outcomes.filter { $0.state == .orphan }.map(\.id) == ["high"])
  }

  @Test func prunesWhatNobodyNames() throws {
    let pages = Self.page() + Self.page(id: "b") + Self.page(id: "c")
    try folder.write(pages, to: "page.md")
    try embed()
    try Data("mine".utf8).write(to: URL(filePath: folder["own.png"]))
    try FileManager.default.copyItem(atPath: folder["b.png"], toPath: folder["linked.png"])
    try FileManager.default.copyItem(atPath: folder["b.png"], toPath: folder["b~dark@2x.png"])
    try folder.write("![x](linked.png)\n", to: "other.md")
    // Another figure fails.
    try folder.write(
      Self.page() + Self.page("surface: bowl\nlearning-rate: 9\nexpect: ['1: converged']", id: "c"), to: "page.md")
    #expect(try embed { $0.mode = .check }.outcomes.filter { $0.state == .orphan }.map(\.id) == ["b", "b~dark@2x"])
    #expect(
      try embed {
        $0.prunes = true
        $0.mayDelete = { _ in false }
      }.deleted == [])
    let report = try embed { $0.prunes = true }
    #expect(report.deleted == [folder["b.png"], folder["b~dark@2x.png"]])
    #expect(folder.names == ["a.png", "c.png", "linked.png", "other.md", "own.png", "page.md"])
  }

  /// What a page names that cannot be read nobody knows: nothing is deleted.
  @Test(arguments: [true, false]) func prunesNothingBesideAPageThatCannotBeRead(isGiven: Bool) throws {
    try folder.write(Self.page(), to: "page.md")
    try folder.write(Self.page(id: "b"), to: "b.md")
    try embed("page.md", "b.md")
    let inUTF16 = try folder.text(of: "b.md").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    try Data(inUTF16).write(to: URL(filePath: folder["b.md"]))
    let report = isGiven ? try embed(".") { $0.prunes = true } : try embed { $0.prunes = true }
    #expect(report.deleted.isEmpty)
    #expect(folder.names.contains("b.png"))
    #expect(try embed { $0.mode = .check }.outcomes.filter { $0.state == .orphan }.isEmpty)
  }

  /// `theme: both` of a folder is of no use to a page of LaTeX, which is light.
  @Test func defaultsForBothThemes() throws {
    try folder.write("theme: both\n", to: "descent.yaml")
    try folder.write(
      Self.page(alt: "alt: none\n").replacing("<!-- descent:end a -->", with: "% descent:end a")
        .replacing("<!-- ", with: "% ").replacing("-->\n", with: "")
        .replacing("surface:", with: "% surface:").replacing("size:", with: "% size:")
        .replacing("scale:", with: "% scale:").replacing("alt:", with: "% alt:"), to: "page.tex")
    let report = try embed("page.tex")
    #expect(states(report) == [.current], "\(report.outcomes.map(\.reason))")
    #expect(folder.names.contains("a.png") && !folder.names.contains("a~dark.png"))
  }

  @Test func givesUpWhatTakesTooLong() throws {
    try folder.write(Self.page("surface: rosenbrock\nsteps: 100000"), to: "page.md")
    let report = try embed { $0.secondsEach = 0 }
    #expect(states(report) == [.error])
    #expect(report.outcomes[0].reason.contains("figure 'a' takes more than 0 seconds to draw, which is the limit"))
    #expect(folder.names == ["page.md"])
  }

  @Test func pagesThatChangeMeanwhileStay() throws {
    try folder.write(Self.page(), to: "page.md")
    let path = folder["page.md"]
    let report = try embed { $0.progress = { _, _ in try? Data("Other\n".utf8).write(to: URL(filePath: path)) } }
    #expect(states(report) == [.error])
    #expect(report.outcomes[0].reason.contains("it was changed while its figures were drawn"))
    #expect(try folder.text(of: "page.md") == "Other\n")
  }
}

/// Numbers that several threads tell.
private final class Counts: @unchecked Sendable {
  private let lock = NSLock()
  private var all: Set<Int> = []

  func insert(_ value: Int) { _ = lock.withLock { all.insert(value) } }
  var values: Set<Int> { lock.withLock { all } }
}
