import Figures
import LossSurfaces
import Testing

@testable import Raster

@Suite struct BandsTests {
  private let view = try! View(x: (0, 10), y: (0, 10))

  /// The pixels of a field, one for each CSS pixel times scale.
  private func pixels(_ formula: String, _ levels: [Double], _ view: View, size: Int = 10, scale: Double = 1) throws
    -> [UInt32]
  {
    let frame = Frame(rect: Rect(x: 0, y: 0, width: Double(size), height: Double(size)), view: view)
    let field = Bands.field(
      loss: try LossFunction(formula: formula), frame: frame, levels: Levels(levels), map: .greys)
    let count = Int(Double(size) * scale)
    let block = Field.Block(
      origin: Position(0.5 / scale, 0.5 / scale), pitch: 1 / scale, columns: count, rows: count)
    var pixels = [UInt32](repeating: 7, count: count * count)
    pixels.withUnsafeMutableBufferPointer { field.paint(block, $0.baseAddress!, count) }
    return pixels
  }

  @Test func showsTheBandOfEachPixel() throws {
    let colors = ColorMap.greys.colors(count: 3).map(\.packed)
    let row = try pixels("x", [3, 7], view).prefix(10)
    // The edges fall between pixels.
    #expect(Array(row) == [0, 0, 0, 1, 1, 1, 1, 2, 2, 2].map { colors[$0] })
    // y points up, rows down.
    let column = try pixels("y", [3, 7], view)
    #expect((0..<10).map { column[$0 * 10] } == [2, 2, 2, 1, 1, 1, 1, 0, 0, 0].map { colors[$0] })
  }

  @Test func blendsAtAnEdge() throws {
    // The level lies at a quarter of pixel 4, so three quarters of it are of the band above.
    let colors = ColorMap.greys.colors(count: 2)
    let pixel = try pixels("x", [4.25], view)[4] & 255
    let expected = Double(colors[0].red) * 0.25 + Double(colors[1].red) * 0.75
    #expect(abs(Double(pixel) - expected) <= 1)
  }

  @Test func showsTheMeanWhereLevelsCrowd() throws {
    // A hundred levels in a pixel: no moiré, but a ramp.
    let levels = (1...100).map { Double($0) * 0.1 }
    let row = try pixels("10*x", levels.map { $0 * 10 }, view).prefix(10).map { Double($0 & 255) }
    let colors = ColorMap.greys.colors(count: 101).map { Double($0.red) }
    for (index, value) in row.enumerated() { #expect(abs(value - colors[index * 10 + 5]) < 3) }
  }

  @Test func leavesUndefinedPixelsTransparent() throws {
    let row = try pixels("sqrt(x-5)", [1], view).prefix(10)
    #expect(row.map { $0 == 0 } == [true, true, true, true, true, false, false, false, false, false])
  }

  @Test func bearsInfinities() throws {
    let colors = ColorMap.greys.colors(count: 2).map(\.packed)
    let row = try pixels("log(abs(x-4.5))", [1e9], view).prefix(10)
    #expect(row.allSatisfy { $0 == colors[0] })
    #expect(try pixels("exp(1000+x)", [1], view).allSatisfy { $0 == colors[1] })
    #expect(try pixels("x", [], view).allSatisfy { $0 == ColorMap.greys.colors(count: 1)[0].packed })
  }

  @Test func usesFewColors() throws {
    let levels = (1...30).map { 0.03 * Double($0 * $0) }
    let pixels = try pixels("(x^2+y^2)/2", levels, try View(x: (-3, 3), y: (-3, 3)), size: 300)
    #expect(Set(pixels).count <= 31 * 2)
  }

  @Test func doesNotDependOnTheBlocks() throws {
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 40, height: 30), view: view)
    let field = Bands.field(
      loss: try LossFunction(formula: "x^2+sin(y)"), frame: frame, levels: Levels([1, 5, 20, 40]), map: .paper)
    var (whole, rows) = ([UInt32](repeating: 0, count: 1200), [UInt32](repeating: 0, count: 1200))
    whole.withUnsafeMutableBufferPointer {
      field.paint(.init(origin: Position(0.5, 0.5), pitch: 1, columns: 40, rows: 30), $0.baseAddress!, 40)
    }
    rows.withUnsafeMutableBufferPointer {
      for row in 0..<30 {
        field.paint(
          .init(origin: Position(0.5, 0.5 + Double(row)), pitch: 1, columns: 40, rows: 1), $0.baseAddress! + row * 40,
          40)
      }
    }
    #expect(whole == rows)
  }
}
