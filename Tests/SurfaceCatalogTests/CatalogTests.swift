import Foundation
import LossSurfaces
import SurfaceCatalog
import Testing

@Suite struct CatalogTests {
  static let core = """
    bowl ravine rotated-ravine saddle bounded-saddle monkey-saddle bounded-monkey rosenbrock rosenbrock-10 himmelblau \
    sharp-flat two-layer product eos-quartic river-valley cliff plateau kink linear-regression logistic-regression
    """.split(separator: " ").map(String.init)

  /// The folder Surfaces, from which the catalog was made.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Surfaces").resolvingSymlinksInPath()

  @Test func beginsWithTheCoreSetAndGoesOnAlphabetically() {
    #expect(Array(Catalog.names.prefix(Self.core.count)) == Self.core)
    let others = Array(Catalog.names.dropFirst(Self.core.count))
    #expect(others == others.sorted())
    #expect(others.count >= 14)
  }

  @Test func carriesTheFilesOfTheFolder() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }
    #expect(files.map { $0.deletingPathExtension().lastPathComponent }.sorted() == Catalog.names.sorted())
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      #expect(try Catalog.yaml(named: name) == String(contentsOf: file, encoding: .utf8))
    }
  }

  @Test(arguments: Catalog.names) func isReadyForAPicture(name: String) throws {
    let surface = try Catalog.surface(named: name)
    #expect(surface.name == name)
    #expect(!surface.title.isEmpty && surface.title != name)
    #expect(surface.view.contains(surface.start))
    #expect((0.5...4).contains(surface.view.width / surface.view.height))
    #expect((10...5000).contains(surface.steps))
    #expect(!surface.criticalPoints.isEmpty)
    #expect((150...800).contains(surface.about.count), "\(surface.about.count) characters")
    #expect(!surface.about.contains("\n") && !surface.source.isEmpty)
  }

  /// No surface of the catalog has a hole in its view.
  @Test(arguments: Catalog.names) func isFiniteOverTheView(name: String) throws {
    let surface = try Catalog.surface(named: name)
    let evaluator = Evaluator(surface.loss)
    let view = surface.view
    for i in 0...40 {
      for j in 0...30 {
        let point = Point(
          view.x.lowerBound + view.width * Double(i) / 40, view.y.lowerBound + view.height * Double(j) / 30)
        #expect(evaluator.value(at: point).isFinite, "\(point)")
      }
    }
  }

  @Test(arguments: [("rosenbrok", "Did you mean 'rosenbrock'?"), ("Bowl", "Did you mean 'bowl'?")])
  func namesTheNearestSurface(word: String, remedy: String) {
    let expected = InputError("unknown surface '\(word)'", remedy: remedy, kind: .missing)
    #expect(throws: expected) { try Catalog.surface(named: word) }
    #expect(throws: expected) { try Catalog.yaml(named: word) }
  }

  @Test func listsTheSurfacesWhenNoneIsNear() {
    #expect {
      try Catalog.surface(named: "qqqqqqqqqq")
    } throws: { error in
      (error as? InputError)?.remedy.hasPrefix("The surfaces are: bowl, ravine, ") ?? false
    }
  }

  @Test(arguments: [("my/own.yaml", "own"), ("own.yaml", "own"), ("own.v2.yaml", "own.v2"), (".own", ".own"), ("", "")])
  func takesTheNameFromTheFile(file: String, name: String) throws {
    #expect(try Catalog.surface(yaml: "formula: x^2 + y^2", file: file).name == name)
  }

  @Test func givesABareFormulaTheDefaults() throws {
    let surface = try Catalog.surface(yaml: "formula: x^2 + y^2", file: "own.yaml")
    #expect(surface.title == "own" && surface.axes == ("x", "y"))
    #expect(try surface.view == View(x: (-3, 3), y: (-3, 3)))
    #expect(surface.start == Point(-2, 1.5) && surface.learningRate == 0.1 && surface.steps == 100)
    #expect(surface.criticalPoints.isEmpty && surface.about.isEmpty && surface.source.isEmpty)
  }
}
