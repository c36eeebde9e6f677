import LossSurfaces
import Testing

@testable import Figures
@testable import Raster

@Suite struct ReliefFieldTests {
  private static let page = Rect(x: 0, y: 0, width: 120, height: 100)

  private static func surface(_ formula: String, view: View, azimuth: Double = 300) throws -> ReliefSurface {
    let surface = try Surface(formula: formula)
    let heights = ReliefHeights(surface: surface, view: view)
    let corners = [view.x.lowerBound, view.x.upperBound].flatMap { x in
      [view.y.lowerBound, view.y.upperBound].map { Point(x, $0) }
    }
    let unfitted = ReliefProjection(view: view, azimuth: azimuth, elevation: 35, relief: 1)
    let floor = corners.map { (unfitted.place($0), height: 0.0) }
    let spots = floor + floor.map { ($0.0, height: 1.0) }
    return ReliefSurface(
      loss: surface.loss, heights: heights,
      shading: ReliefShading(
        levels: try Levels(count: 5, surface: surface, view: view), map: .paper, theme: .light),
      projection: unfitted.fitted(to: page.inset(by: 4), spots))
  }

  /// The pixels at scale 1, row by row.
  private static func pixels(_ surface: ReliefSurface) -> [UInt32] {
    let (columns, rows) = (Int(page.width), Int(page.height))
    var pixels = [UInt32](repeating: 7, count: columns * rows)
    let block = Field.Block(origin: Position(0.5, 0.5), pitch: 1, columns: columns, rows: rows)
    pixels.withUnsafeMutableBufferPointer {
      ReliefField.field(surface, in: page).paint(block, $0.baseAddress!, columns)
    }
    return pixels
  }

  private static func alpha(_ pixels: [UInt32], _ p: Position) -> Int {
    Int(pixels[Int(p.y) * Int(page.width) + Int(p.x)] >> 24)
  }

  private static let square = try! View(x: (-1, 1), y: (-1, 1))

  /// A level surface is the floor, all in one colour, and its edges are antialiased.
  @Test(arguments: [300.0, 225, 20]) func aLevelSurface(_ azimuth: Double) throws {
    let surface = try Self.surface("0*x", view: Self.square, azimuth: azimuth)
    let pixels = Self.pixels(surface)
    let inside = Set(pixels.filter { $0 >> 24 == 255 })
    #expect(inside.count == 1)
    #expect(pixels.contains { $0 >> 24 > 0 && $0 >> 24 < 255 })
    // The area on the page: a square of side 2 seen at 35°.
    let scale = surface.projection.scale
    let area = pixels.reduce(0.0) { $0 + Double($1 >> 24) / 255 }
    #expect(abs(area / (4 * scale * scale * surface.projection.tilt.y) - 1) < 0.01)
  }

  /// A ridge across the line of sight hides what lies behind it; from above nothing is hidden but the page.
  @Test func aRidgeHides() throws {
    let surface = try Self.surface("1/(1 + 400*y^2)", view: Self.square, azimuth: 270)
    let pixels = Self.pixels(surface)
    let top = surface.projection.position(Point(0, 0), height: 1)
    #expect(Self.alpha(pixels, Position(top.x, top.y + 2)) == 255)
    let grid = ReliefGrid(surface.loss, Self.square, surface.heights)
    #expect(grid.hides(Point(0, 0.3), height: surface.heights(1 / 37.0), from: surface.projection))
    #expect(!grid.hides(Point(0, -0.3), height: surface.heights(1 / 37.0), from: surface.projection))
    #expect(!grid.hides(Point(0, 0), height: 1, from: surface.projection))
  }

  /// Where the loss is undefined the page shows.
  @Test func undefinedPartsAreLeftOut() throws {
    let surface = try Self.surface("0*sqrt(x)", view: Self.square, azimuth: 270)
    let pixels = Self.pixels(surface)
    #expect(Self.alpha(pixels, surface.projection.position(Point(-0.5, 0), height: 0)) == 0)
    #expect(Self.alpha(pixels, surface.projection.position(Point(0.5, 0), height: 0)) == 255)
    let grid = ReliefGrid(surface.loss, Self.square, surface.heights)
    #expect(grid.height(at: Point(-0.5, 0)) == nil && grid.height(at: Point(0.5, 0)) == 0)
    #expect(grid.height(at: Point(2, 0)) == nil)
  }

  /// Seen from beneath a raised edge, the underside shows in colours of its own.
  @Test func undersides() throws {
    let surface = try Self.surface("y^2", view: Self.square, azimuth: 270)
    let pixels = Self.pixels(surface)
    // The front edge stands at the height of 1; the middle of the floor lies lower on the page than its rim does.
    let rim = surface.projection.position(Point(0, -1), height: 1)
    let lowest = (Int(rim.y)..<100).last { Self.alpha(pixels, Position(rim.x, Double($0))) == 255 }
    #expect(try #require(lowest) > Int(rim.y) + 3)
    #expect(pixels[(Int(rim.y) - 3) * 120 + 60] != pixels[(Int(rim.y) + 3) * 120 + 60])
  }

  /// In print there are greys alone, in shadows too.
  @Test func printIsGrey() throws {
    let shading = ReliefShading(levels: Levels([0, 1, 2]), map: .ash, theme: .print)
    for light in [0, 0.3, 0.6, 1] {
      for isUnderside in [false, true] {
        let pixel = shading.pixel(level: 0.5, slope: 0.01, light: light, isUnderside: isUnderside, width: 1)
        // Ash itself is grey to a step of 8 bits.
        #expect(abs(pixel.x - pixel.y) <= 1 && abs(pixel.y - pixel.z) <= 1)
      }
    }
  }

  /// Painted as a whole, in parts, or on its own: the same pixels.
  @Test func blocksAgree() throws {
    let surface = try Self.surface("x^2 - y^2", view: Self.square)
    let whole = Self.pixels(surface)
    let field = ReliefField.field(surface, in: Self.page)
    var part = [UInt32](repeating: 0, count: 120 * 10)
    part.withUnsafeMutableBufferPointer {
      field.paint(.init(origin: Position(0.5, 40.5), pitch: 1, columns: 120, rows: 10), $0.baseAddress!, 120)
    }
    #expect(part == Array(whole[120 * 40..<120 * 50]))
    let image = try Drawing(width: 120, height: 100, background: Color(0x123456), elements: [.field(field)]).image(
      scale: 1)
    for (drawn, own) in zip(image.pixels, whole) where own >> 24 == 255 { #expect(drawn == own) }
  }
}
