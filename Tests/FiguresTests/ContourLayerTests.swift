import LossSurfaces
import Raster
import Testing

@testable import Figures

@Suite struct ContourLayerTests {
  private static let formulas = [
    "(1-x)^2+100*(y-x^2)^2", "(x^2-y^2)/2", "20+x^2+y^2-10*cos(2*pi*x)-10*cos(2*pi*y)", "log(x*y)",
  ]

  /// Made once: in a debug build a layer takes a second.
  private static let layers = [String: ContourLayer](
    uniqueKeysWithValues: formulas.map { ($0, try! ContourLayerTests().layer($0)) })

  private func layer(
    _ formula: String, levels: Int = 14, width: Double = 300, height: Double = 200, map: ColorMap = .paper
  ) throws -> ContourLayer {
    let surface = try Surface(formula: formula)
    let frame = Frame(rect: Rect(x: 40, y: 30, width: width, height: height), view: surface.view)
    return try ContourLayer(surface: surface, frame: frame, levels: levels, map: map)
  }

  @Test(arguments: formulas)
  func keepsLabelsApart(_ formula: String) throws {
    let layer = try #require(Self.layers[formula])
    let labels = layer.labels(size: 10)
    #expect(labels.count <= 10)
    for (index, label) in labels.enumerated() {
      #expect(label.box.isInside(layer.frame.rect))
      for other in labels[(index + 1)...] { #expect(!label.box.grown(by: 5).intersects(other.box)) }
      #expect(label.text.string == layer.levels.text(at: label.level))
      #expect(abs(label.text.rotation) <= 90)
    }
    #expect(Set(labels.map(\.level)).count == labels.count)
    #expect(formula.contains("cos") || labels.count >= 2)
  }

  @Test(arguments: formulas)
  func setsLabelsOnTheirLine(_ formula: String) throws {
    let layer = try #require(Self.layers[formula])
    for label in layer.labels(size: 10) {
      let nearest = layer.lines.filter { $0.level == label.level }.flatMap { line in
        zip(line.points, line.points.dropFirst()).compactMap { label.box.inside($0, $1) }
      }
      #expect(!nearest.isEmpty)
    }
  }

  @Test(arguments: formulas)
  func keepsClearOfObstacles(_ formula: String) throws {
    let layer = try #require(Self.layers[formula])
    let half = Rect(x: 40, y: 30, width: 150, height: 200)
    let path = [Position(190, 30), Position(340, 230)]
    for label in layer.labels(size: 10, obstacles: [half], paths: [path]) {
      #expect(!label.box.intersects(TurnedBox(half)))
      #expect(label.box.inside(path[0], path[1]) == nil)
    }
    #expect(layer.labels(size: 10, obstacles: [layer.frame.rect]).isEmpty)
  }

  @Test(arguments: formulas)
  func cutsLinesUnderLabels(_ formula: String) throws {
    let layer = try #require(Self.layers[formula])
    let labels = layer.labels(size: 10)
    guard case .clipped(let rect, let inside)? = layer.elements(labels: labels).first else {
      Issue.record("the ground is clipped to the frame")
      return
    }
    #expect(rect == layer.frame.rect)
    for case .stroke(let path, _) in inside where !layer.isUndefinedInPart {
      for subpath in path.subpaths {
        for (a, b) in zip(subpath.points, subpath.points.dropFirst()) {
          for label in labels { #expect(label.box.grown(by: -0.01).inside(a, b) == nil) }
        }
      }
    }
  }

  @Test func isTheSameEveryTime() throws {
    let (first, second) = (try layer(Self.formulas[0]), try layer(Self.formulas[0]))
    #expect(first.lines == second.lines)
    #expect(first.labels(size: 10) == second.labels(size: 10))
  }

  @Test func hatchesWhatIsUndefined() throws {
    func hasHatch(_ layer: ContourLayer) -> Bool {
      guard case .clipped(_, let inside)? = layer.elements(labels: []).first, case .stroke? = inside.first else {
        return false
      }
      return true
    }
    #expect(hasHatch(try layer("sqrt(x)")))
    #expect(!hasHatch(try layer("x^2")))
  }

  @Test(arguments: [(1.0, 1.0), (0, 0), (4, 60), (30, 20)])
  func bearsSmallFrames(_ width: Double, _ height: Double) throws {
    for formula in [Self.formulas[0], Self.formulas[3]] {
      let layer = try layer(formula, width: width, height: height)
      #expect(!layer.elements(labels: layer.labels(size: 10)).isEmpty)
    }
  }

  @Test(arguments: [1, 2, 200])
  func bearsAnyNumberOfLevels(_ count: Int) throws {
    let layer = try layer(Self.formulas[1], levels: count)
    #expect(layer.levels.values.count == count)
    #expect(!layer.elements(labels: layer.labels(size: 10)).isEmpty)
  }
}
