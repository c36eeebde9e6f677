package import LossSurfaces
import Markdown

/// Reads a page as a lesson; all that is wrong with it is found, not only the first.
package struct LessonReader {
  private let page: Page
  private let id: String
  private let folder: String
  package private(set) var faults: [InputError]

  /// `folder` is where the page's relative paths begin.
  package init(_ page: Page, folder: String) {
    self.page = page
    self.folder = folder
    id = RecipeFile.stem(of: page.name)
    faults = page.faults
  }

  package mutating func lesson() -> Lesson {
    let figures = readFigures()
    var parts: [Lesson.Part] = []
    var end = page.bytes.starts(with: PageLines.byteOrderMark) ? PageLines.byteOrderMark.count : 0
    for block in page.blocks {
      append(page.bytes[end..<block.begin.lowerBound], to: &parts)
      end = block.end.upperBound
      if block.kind == .figure {
        if let figure = figures[block.id] { parts.append(.figure(figure)) }
      } else {
        do {
          let text = String(decoding: page.content(of: block), as: UTF8.self)[...].trimmed
          let reader = QuestionReader(block: block, text: text, figures: page.blocks.filter { $0.kind == .figure })
          parts.append(.question(try reader.question()))
        } catch {
          faults.append(error)
        }
      }
    }
    append(page.bytes[end...], to: &parts)
    let title = Self.title(of: parts)
    if title == nil {
      let place = InputError.Place(file: page.name, line: 1, column: 1, text: "")
      faults.append(InputError("the page has no title", remedy: "Begin it with a heading: '# Step decay'.", at: place))
    }
    faults.sort { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
    return Lesson(id: id, file: page.name, title: title ?? id, parts: parts)
  }

  private func append(_ bytes: ArraySlice<UInt8>, to parts: inout [Lesson.Part]) {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")[...].trimmed
    if !text.isEmpty { parts.append(.text(text)) }
  }

  private mutating func readFigures() -> [String: LessonFigure] {
    let reader = FigureReader(
      page: page.name, folder: folder, syntax: page.syntax,
      confinement: Confinement(pageFolder: folder, given: nil), defaults: .none)
    var figures: [String: LessonFigure] = [:]
    for block in page.blocks where block.kind == .figure {
      do {
        let request = try reader.read(block)
        let alt: String? =
          switch request.alt {
          case .none: ""
          case .auto: nil
          case .text(let text): text
          }
        figures[block.id] = LessonFigure(
          id: block.id, recipe: request.recipe, alt: alt, caption: request.caption, place: block.place)
      } catch {
        faults.append(error)
      }
    }
    return figures
  }

  private static func title(of parts: [Lesson.Part]) -> String? {
    for case .text(let text) in parts {
      for case .heading(1, let inlines) in MarkdownParser.blocks(text) { return inlines.plainText }
    }
    return nil
  }
}
