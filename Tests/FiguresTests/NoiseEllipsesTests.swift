import Diagnosis
import LossSurfaces
import Optimization
import Raster
import SurfaceCatalog
import Testing

@testable import Figures

@Suite struct NoiseEllipsesTests {
  private static func groups(_ batches: Int...) throws -> [RunGroup] {
    try batches.map { try RunGroupTests.group("batch \($0)", seeds: [1], batch: $0) }
  }

  private static func figure(_ groups: [RunGroup], at place: NoiseEllipsePlace?) throws -> PathFigure {
    var figure = try RunGroupTests.figure(groups)
    figure.noiseEllipse = place
    return figure
  }

  /// One a run, in its style; equal ones once.
  @Test func oneForEachRun() throws {
    let groups = try Self.groups(1, 4, 1)
    let figure = try Self.figure(groups, at: .at(Point(1, 0)))
    #expect(figure.noiseEllipses.items.map(\.index).sorted() == [0, 1])
    #expect(try Self.figure(groups, at: nil).noiseEllipses.isEmpty)
    // The larger lies below the smaller.
    let sizes = figure.noiseEllipses.items.map(\.ellipse.radii.long)
    #expect(sizes == sizes.sorted(by: >))
  }

  /// Every corner of the outline is at w + cos φ·long + sin φ·short: the page turns y over and stretches both axes.
  @Test func theOutlineIsTheEllipse() throws {
    let group = try Self.groups(1)[0]
    let ellipse = try #require(NoiseEllipse(of: group.run, at: Point(1, -0.5)))
    let view = try View(x: (-1, 3), y: (-2, 1))
    let frame = Frame(rect: Rect(x: 50, y: 20, width: 800, height: 300), view: view)
    let outline = NoiseEllipses.outline(of: ellipse, in: frame).subpaths[0]
    #expect(outline.isClosed)
    let (long, short) = (ellipse.long, ellipse.short)
    let determinant = long.x * short.y - long.y * short.x
    for position in outline.points {
      let point = frame.point(position)
      let (dx, dy) = (point.x - 1, point.y + 0.5)
      let (u, v) = (
        (dx * short.y - dy * short.x) / determinant, (long.x * dy - long.y * dx) / determinant
      )
      #expect(abs(u * u + v * v - 1) < 1e-9)
    }
    // Chords leave an ellipse of the page's size by less than a tenth of a pixel: r·(1 − cos(π/128)) with r = 330.
    #expect(outline.points.count == 128)
  }

  /// At the minimum nearest to the run's end, among those in view.
  @Test func atTheMinimum() throws {
    let group = try Self.groups(1)[0]
    var surface = try Catalog.surface(named: "linear-regression")
    let declared = surface.criticalPoints[0].point
    func center(_ view: View) -> Point? {
      NoiseEllipsePlace.minimum.ellipse(of: group, on: surface, in: view)?.center
    }
    #expect(center(surface.view) == declared)
    surface.criticalPoints.append(CriticalPoint(at: Point(-0.9, 1), kind: .minimum))
    surface.criticalPoints.append(CriticalPoint(at: Point(1.4, -0.5), kind: .saddle))
    #expect(center(surface.view) == declared)
    #expect(center(try View(x: (-1, 0), y: (0, 2))) == Point(-0.9, 1))
    #expect(center(try View(x: (5, 6), y: (0, 2))) == nil)
  }

  /// The legend says what they are, the description how large.
  @Test func saysWhatItIs() throws {
    let groups = try Self.groups(1, 4)
    for place in [NoiseEllipsePlace.at(Point(1, 0)), .minimum] {
      let figure = try Self.figure(groups, at: place)
      #expect(try figure.drawing().elements.flatMap(\.texts).contains { $0.string == "noise of one step" })
      let radii = figure.noiseEllipses.items[0].ellipse.radii
      let size = "\(NumberText.string(radii.long, digits: 2)) by \(NumberText.string(radii.short, digits: 2))"
      #expect(figure.description.contains("two standard deviations of the noise of one step, with half axes \(size)"))
      #expect(figure.description.contains("for batch 4"))
    }
    let without = try Self.figure(groups, at: nil)
    #expect(try !without.drawing().elements.flatMap(\.texts).contains { $0.string == "noise of one step" })
    #expect(!without.description.contains("llipse"))
  }

  @Test(arguments: PathFigureTests.sizes)
  func nothingOverlapsAndNothingIsClipped(_ size: (Double, Double)) throws {
    var figure = try Self.figure(Self.groups(1, 4), at: .minimum)
    (figure.width, figure.height) = size
    try PathFigureTests.checkLettering(of: figure)
  }
}
