import Foundation
import LossSurfaces
import SurfaceCatalog
import Testing

@testable import Documents

/// Pictures in a folder below the page's.
@Suite struct PictureFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func page(_ id: String = "a", _ keys: String = "pictures: images/loss") -> String {
    "<!-- descent:figure \(id)\n\(keys)\nsurface: bowl\nsize: 320x240\nscale: 1\nalt: A bowl.\n-->\n<!-- descent:end \(id) -->\n"
  }

  @discardableResult
  private func embed(_ names: String..., with change: (inout Embedding) -> Void = { _ in }) throws -> Embedding.Report {
    var embedding = Embedding()
    change(&embedding)
    return try embedding.run(on: names.map { folder[$0] })
  }

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder[name]) }

  @Test func standsBelowThePage() throws {
    try folder.write(page(), to: "page.md")
    try embed("page.md") { $0.mode = .dryRun }
    #expect(!exists("images"), "a dry run makes no folder")
    try embed("page.md")
    #expect(exists("images/loss/a.png"))
    #expect(try folder.text(of: "page.md").contains("-->\n\n![A bowl.](images/loss/a.png)\n\n<!--"))
    #expect(try embed("page.md") { $0.mode = .check }.outcomes.map(\.state) == [.current])
  }

  @Test(arguments: [
    ("target: github\ntheme: both", "<source media=\"(prefers-color-scheme: dark)\" srcset=\"images/a~dark.png\">"),
    ("target: github", "src=\"images/a.png\""), ("target: mkdocs", "](images/a~dark.png#only-dark)"),
    ("target: myst", "```{figure} images/a.png\n:name: a\n"), ("target: quarto", "](images/a.png){#fig-a "),
    // DocC goes by names alone, wherever in the catalog the picture is.
    ("target: docc", "![A bowl.](a.png)"),
  ])
  func everyTargetNamesIt(_ keys: String, _ shown: String) throws {
    let text = page("a", "pictures: images\n\(keys)")
    try folder.write(keys.contains("docc") ? text.replacing("scale: 1\n", with: "") : text, to: "page.md")
    try embed("page.md")
    #expect(try folder.text(of: "page.md").contains(shown))
    #expect(exists("images/a.png"))
  }

  @Test func aFolderMayHaveItForAllItsPages() throws {
    try folder.write("pictures: images\n", to: "docs/descent.yaml")
    try folder.write(page("a", "steps: 10"), to: "docs/one.md")
    try folder.write(page("b", "pictures: ."), to: "docs/two.md")
    try embed("docs")
    #expect(exists("docs/images/a.png") && exists("docs/b.png"))
  }

  @Test(arguments: ["../out", "images/../..", "/tmp", "a b", "ä", "''", "a%2e%2e", "im(ages)"])
  func leadsNowhereElse(_ name: String) throws {
    try folder.write(page("a", "pictures: \(name)"), to: "docs/page.md")
    let report = try embed("docs")
    #expect(report.outcomes.map(\.state) == [.error])
    #expect(report.outcomes[0].reason.contains("is no folder for pictures"))
    #expect(folder.names == ["docs"])
  }

  @Test func followsNoLinkOutAndTakesNoFile() throws {
    try folder.write("kept", to: "docs/file")
    try FileManager.default.createDirectory(atPath: folder["elsewhere"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder["docs/link"], withDestinationPath: folder["elsewhere"])
    for (name, words) in [("link", "leads out"), ("link/deep", "leads out"), ("file", "is no folder")] {
      try folder.write(page("a", "pictures: \(name)"), to: "docs/page.md")
      let report = try embed("docs")
      #expect(report.outcomes.map(\.state) == [.error] && report.outcomes[0].reason.contains(words))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["elsewhere"]).isEmpty)
  }

  /// An id is the picture's name: pages that share a folder of pictures share its names.
  @Test func idsAreUniqueWhereThePicturesStand() throws {
    try folder.write(page("a", "pictures: docs"), to: "README.md")
    try folder.write(page("a", "steps: 10"), to: "docs/page.md")
    for names in [["README.md", "docs"], ["README.md"]] {
      var embedding = Embedding()
      embedding.mode = .check
      let report = try embedding.run(on: names.map { folder[$0] })
      #expect(report.outcomes.contains { $0.state == .error && $0.reason.contains("'a' is taken") }, "\(names)")
    }
  }

  /// What a page above has in a folder is no orphan there, and what none names any more is one.
  @Test func pagesAboveKeepTheirPictures() throws {
    try folder.write(page("a", "pictures: docs"), to: "README.md")
    try folder.write(page("b", "steps: 10"), to: "docs/page.md")
    try embed("README.md", "docs")
    #expect(try embed("docs") { $0.prunes = true }.deleted.isEmpty)
    #expect(try embed("README.md") { $0.prunes = true }.deleted.isEmpty)
    try folder.write("Nothing.\n", to: "README.md")
    #expect(try embed("docs") { $0.prunes = true }.deleted == [folder["docs/a.png"]])
    #expect(!exists("docs/a.png") && exists("docs/b.png"))
  }
}
