import Foundation
import LossSurfaces
import Raster
import SurfaceCatalog
import Testing

@testable import Documents

/// Files that are damaged at random: what reads them says so, and neither ends nor hangs.
@Suite struct ReaderFuzzTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  private static func files(_ folder: String, _ ending: String) -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().compactMap {
      (try? Data(contentsOf: root.appending(path: "\(folder)/\($0)"))).map(Array.init)
    }
  }

  private static let surfaces = files("Surfaces", ".yaml")
  private static let pages = files("Gallery", ".md") + files("Tests/DocumentsTests/Fixtures/Looks", ".md")
  private static let recipes = pages.flatMap { Page($0, name: "page.md").blocks }.filter { $0.kind == .figure }
    .map { Array($0.body.text.utf8) }

  private static let tokens = [
    ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!binary ", "|", ">-", "\n", "\r\n", "  ", "'", "\"", "1e400", "nan",
    "<!-- descent:figure a\n", "<!-- descent:end a -->", "-->", "```\n", "~~~", "    ", "<!-- descent:predict b\n",
    "\u{FEFF}", "\t", "\u{0}", "surface: bowl\n", "steps: 99999999999999999999\n", "expect: [\"1: converged\"]\n",
  ]

  /// A damaged input, again and again.
  private static func each(_ corpus: [[UInt8]], seed: UInt64, few: Int, _ read: ([UInt8]) throws -> Void) {
    var mutator = Mutator(seed: seed, tokens: tokens)
    for _ in 0..<Mutator.count(few) {
      let bytes = mutator.mutated(mutator.pick(corpus), with: mutator.pick(corpus))
      do { try read(bytes) } catch {
        #expect(!"\(error)".isEmpty)
        #expect(error is InputError || error is FileError || error is RasterError, "\(error)")
      }
    }
  }

  @Test func surfaces() {
    Self.each(Self.surfaces, seed: 3, few: 150) {
      _ = try Catalog.surface(yaml: String(decoding: $0, as: UTF8.self), file: "s.yaml")
    }
  }

  /// Read, and laid down again as text: what is read back is the same.
  @Test func recipes() {
    #expect(Self.recipes.count > 50)
    Self.each(Self.recipes, seed: 4, few: 150) {
      let recipe = try Recipe(yaml: String(decoding: $0, as: UTF8.self), file: "r.yaml")
      #expect(try Recipe(yaml: recipe.yaml, file: "again.yaml").yaml == recipe.yaml)
    }
  }

  /// Whatever a page holds, its blocks lie in it in order, and the reader of lessons finds no way to fall over them.
  @Test func pagesAndLessons() {
    Self.each(Self.pages, seed: 5, few: 25) { bytes in
      for name in ["page.md", "page.tex"] {
        let page = Page(bytes, name: name)
        var end = 0
        for block in page.blocks {
          #expect(block.begin.lowerBound >= end && block.end.lowerBound >= block.begin.upperBound)
          end = block.end.upperBound
        }
        #expect(end <= bytes.count)
      }
      var reader = LessonReader(Page(bytes, name: "page.md"), folder: ".")
      _ = reader.lesson()
    }
  }

  @Test func pictures() throws {
    let drawing = Drawing(width: 8, height: 8, background: Color(0xFFFFFF))
    let png = try PNG(drawing.image(scale: 1), scale: 1).encoded()
    Self.each([png] + Self.files("Tests/DocumentsTests/Fixtures/Looks", ".png").prefix(1), seed: 6, few: 60) {
      _ = try PNG.texts(in: $0)
      _ = try PNG(decoding: $0)
    }
  }

  @Test func logs() {
    let logs = ["1\n0.5\n0.25\n", "step,loss\n1,2\n2,nan\n", "a\tb\n\"x\"\"y\"\t3\n", "3e-1\r\n2e-1\r\n"]
    let corpus = logs.map { (log: String) -> [UInt8] in Array(log.utf8) }
    Self.each(corpus, seed: 7, few: 300) {
      let log = try LossFile(String(decoding: $0, as: UTF8.self), file: "log.csv")
      _ = try log.losses(inColumn: log.column())
    }
  }
}
