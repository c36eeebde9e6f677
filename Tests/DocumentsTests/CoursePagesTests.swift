import Foundation
import SurfaceCatalog
import Testing

@testable import Documents

/// The course hangs together: its index shows what its pages show, and each page asks before it shows.
@Suite struct CoursePagesTests {
  @Test func theIndexLinksEveryPageInOrder() throws {
    #expect(!CoursePage.all.isEmpty)
    #expect(CoursePage.all.compactMap { Int($0.name.prefix(2)) } == Array(1...CoursePage.all.count))
    let headings = try CoursePage.index.split(separator: "\n").map(String.init).filter { $0.hasPrefix("## ") }
    var expected: [String] = []
    for lesson in CoursePage.all { expected.append("## \(expected.count + 1). [\(try lesson.title)](\(lesson.name))") }
    #expect(headings == expected)
  }

  @Test(arguments: CoursePage.all)
  func theIndexShowsEveryPicture(of lesson: CoursePage) throws {
    let section = try #require(
      try CoursePage.index.components(separatedBy: "\n## ").first { $0.contains("](\(lesson.name))\n") })
    let shown = section.matches(of: /\[(!\[[^\]]*\]\([^)]*\))\]\(([^)]*)\)/)
    #expect(shown.allSatisfy { $0.output.2 == lesson.name }, "a picture leads to the page it is of")
    #expect(try shown.map { String($0.output.1) } == lesson.images)
  }

  @Test(arguments: CoursePage.all)
  func asksBeforeItShows(_ lesson: CoursePage) throws {
    let page = try lesson.page
    #expect(page.faults.isEmpty)
    let figures = page.blocks.filter { $0.kind == .figure }
    #expect(figures.count >= 2)
    #expect(try lesson.images.count == figures.count)
    #expect(page.blocks.contains { $0.kind == .number || $0.kind == .challenge })
    let questions = page.blocks.filter { $0.kind == .predict }
    #expect(!questions.isEmpty)
    for question in questions {
      let named = try question.body.yaml().mapping()["figure"]?.string()
      let hidden = figures.first { named == nil ? $0.begin.lowerBound > question.end.upperBound : $0.id == named }
      let figure = try #require(hidden, "'\(question.id)' hides no figure of its page")
      #expect(question.end.upperBound <= figure.begin.lowerBound, "'\(question.id)' comes after \(figure.id)")
    }
  }
}

/// A page of the course.
struct CoursePage: CustomTestStringConvertible, Sendable {
  /// Its file in the gallery.
  let name: String
  var testDescription: String { name }

  static let all = DocumentTree.pages(ofFolder: GalleryPages.folder).map {
    CoursePage(name: URL(filePath: $0).lastPathComponent)
  }
  .filter { $0.name.first?.isNumber == true }.sorted { $0.name < $1.name }

  static var index: String { get throws { try InputFile.text(of: GalleryPages.folder + "/README.md") } }

  var page: Page { get throws { Page(try InputFile.bytes(of: path, limit: 1_000_000), name: path) } }

  /// What stands behind the # of its first line.
  var title: String {
    get throws { String(try InputFile.text(of: path).prefix { $0 != "\n" }.dropFirst(2)) }
  }

  /// What it shows between its markers, alt text and all, as Markdown.
  var images: [String] {
    get throws {
      let page = try page
      return page.blocks.filter { $0.kind == .figure }.flatMap { block in
        String(decoding: page.content(of: block), as: UTF8.self).matches(of: /!\[[^\]]*\]\([^)]*\)/).map {
          String($0.output)
        }
      }
    }
  }

  private var path: String { GalleryPages.folder + "/" + name }
}
