import Testing

@testable import Raster

@Suite struct DrawingImageTests {
  /// A little of everything.
  static func sample() -> Drawing {
    var drawing = Drawing(width: 210, height: 150, background: Color(0xF5F2E8))
    let field = Field(rect: Rect(x: 10.2, y: 9.7, width: 160, height: 120), summary: "stripes") {
      block, pixels, stride in
      for row in 0..<block.rows {
        for column in 0..<block.columns {
          let x = block.origin.x + Double(column) * block.pitch
          let y = block.origin.y + Double(row) * block.pitch
          let value = UInt32(abs(x * 0.7 + y)) & 255
          pixels[row * stride + column] = value | value << 8 | 0x40_0000 | (value > 200 ? 0 : 0xFF00_0000)
        }
      }
    }
    var zigzag: [Position] = []
    for i in 0..<200 { zigzag.append(Position(Double(i), i.isMultiple(of: 2) ? 20 + Double(i) / 3 : 130)) }
    drawing.elements = [
      .field(field), .fill(.circle(center: Position(80, 70), radius: 50), Color(0x336699, alpha: 0.5)),
      .clipped(
        Rect(x: 30, y: 25.4, width: 100, height: 90),
        [
          .stroke(Path(zigzag), Stroke(white, width: 3.6)), .stroke(Path(zigzag), Stroke(Color(0xD55E00), width: 1.6)),
          .stroke(.circle(center: Position(60, 60), radius: 40), Stroke(black, width: 1.6, dash: [6, 3], cap: .butt)),
          .clipped(
            Rect(x: 90, y: 90, width: 300, height: 300),
            [.fill(.rectangle(Rect(x: 0, y: 0, width: 999, height: 999)), black)]),
        ]),
      .text(
        Text("η = 0.19", at: Position(100, 140), anchor: .middle, size: 12, color: black, halo: .init(white, width: 2))),
      .text(Text("loss", at: Position(200, 80), size: 11, color: black, rotation: -90)),
    ]
    return drawing
  }

  @Test(arguments: [2, 5]) func anyNumberOfWorkersPaintsTheSame(count: Int) throws {
    for scale in [1, 1.5] {
      let one = try Self.sample().image(scale: scale, workers: Workers(count: 1))
      #expect(try Self.sample().image(scale: scale, workers: Workers(count: count)) == one)
    }
  }

  @Test func everythingIsOpaque() throws {
    #expect(try Self.sample().image(scale: 1).pixels.allSatisfy { $0 >> 24 == 255 })
  }

  @Test func clipsAndFieldsEndOnWholePixels() throws {
    var drawing = Drawing(width: 8, height: 3, background: white)
    drawing.elements = [
      .clipped(
        Rect(x: 1.6, y: 0, width: 2, height: 9), [.fill(.rectangle(Rect(x: -9, y: -9, width: 99, height: 99)), black)])
    ]
    let row = try drawing.image(scale: 1).pixels[8..<16].map { $0 & 255 }
    #expect(row == [255, 255, 0, 0, 255, 255, 255, 255])
    drawing.elements = [
      .field(
        Field(rect: Rect(x: 5.4, y: -5, width: 100, height: 100), summary: "") { block, pixels, stride in
          #expect(block.origin.x == 5.5 && block.columns == 3 && block.rows == 3 && block.pitch == 1)
          for i in 0..<9 { pixels[i / 3 * stride + i % 3] = 0xFF00_0000 }
        })
    ]
    #expect(try drawing.image(scale: 1).pixels[8..<16].map { $0 & 255 } == [255, 255, 255, 255, 255, 0, 0, 0])
  }

  @Test func nothingIsPaintedOutsideTheClip() throws {
    var drawing = Drawing(width: 64, height: 64, background: white)
    let ink = Path.circle(center: Position(32, 32), radius: 22)
    drawing.elements = [
      .clipped(Rect(x: 20, y: 20, width: 17, height: 19), [.stroke(ink, Stroke(black, width: 30)), .fill(ink, black)]),
      .stroke(Path([(1, 5), (60, 5.5)]), Stroke(white, width: 9)),
      .fill(.rectangle(Rect(x: 0, y: 0, width: 18, height: 64)), white),
    ]
    let image = try drawing.image(scale: 1)
    for row in 0..<64 {
      for column in 0..<64 where !(20..<37).contains(column) || !(20..<39).contains(row) {
        #expect(image.pixels[row * 64 + column] == 0xFFFF_FFFF)
      }
    }
  }

  /// Edges that cross the clip's right side, which the blocks of the mask do not know.
  @Test func fillsEndAtTheClipWhereverItIs() throws {
    for width in 1...50 {
      let right = Double(width)
      let slanted = Path([(-3, -1), (right - 1, -1), (right + 2, 4), (-3, 4)], isClosed: true)
      var drawing = Drawing(width: 80, height: 3, background: white, elements: [.fill(slanted, black)])
      let free = try drawing.image(scale: 1).pixels
      drawing.elements = [.clipped(Rect(x: 0, y: 0, width: right, height: 3), drawing.elements)]
      let clipped = try drawing.image(scale: 1).pixels
      for i in 0..<240 { #expect(clipped[i] == (i % 80 < width ? free[i] : 0xFFFF_FFFF), "\(width): \(i)") }
      drawing.width = right
      let page = try drawing.image(scale: 1).pixels
      for i in 0..<width * 3 { #expect(page[i] == free[i / width * 80 + i % width], "\(width): \(i)") }
    }
  }

  @Test(arguments: [
    (17_000.0, 10.0, 1.0, "16,384"), (10, 9000, 2, "16,384"), (12_000, 12_000, 1, "100,000,000"),
    (1e6, 1e6, 1, "16,384"),
    (.infinity, 10, 1, "16,384"), (10, .nan, 1, "no pixels"), (10, 10, 0, "no pixels"), (0, 10, 1, "no pixels"),
    (-5, 10, 1, "no pixels"), (10, 10, .nan, "no pixels"),
  ])
  func limitsAreNamed(width: Double, height: Double, scale: Double, words: String) {
    let drawing = Drawing(width: width, height: height, background: white)
    let error = #expect(throws: RasterError.self) { try drawing.image(scale: scale) }
    #expect(error?.description.contains(words) == true)
  }

  @Test func theLargestSideWorks() throws {
    var drawing = Drawing(width: 16_384, height: 2, background: white)
    drawing.elements = [.stroke(Path([(-10, 1), (20_000, 1)]), Stroke(black, width: 2))]
    #expect(try drawing.image(scale: 1).pixels.allSatisfy { $0 == 0xFF00_0000 })
  }

  @Test(arguments: [Double.nan, .infinity, -1e12, 1e300])
  func wildGeometryIsHarmless(value: Double) throws {
    var drawing = Drawing(width: 20, height: 20, background: white)
    let rect = Rect(x: value, y: 1, width: value, height: -value)
    drawing.elements = [
      .fill(.rectangle(rect, cornerRadius: value), black), .fill(.circle(center: Position(5, 5), radius: value), black),
      .stroke(
        .ellipse(center: Position(value, 3), radiusX: 3, radiusY: value), Stroke(black, width: value, dash: [value, 3])),
      .clipped(rect, [.fill(.rectangle(Rect(x: 0, y: 0, width: 5, height: 5)), black)]),
      .field(Field(rect: rect, summary: "") { _, _, _ in }),
      .text(Text("text", at: Position(value, 5), size: value, color: black, rotation: value)),
      .text(
        Text("text", at: Position(5, 5), size: 11, color: black, halo: .init(white, width: value), rotation: value)),
    ]
    #expect(try drawing.image(scale: 1).pixels.count == 400)
    #expect(!drawing.description.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func longPathsEnd() throws {
    var points: [Position] = []
    for i in 0..<100_000 {
      let t = Double(i) / 100
      points.append(Position(100 + t * (i.isMultiple(of: 3) ? 1e5 : -1), 100 - t * (i.isMultiple(of: 5) ? 1e7 : 1)))
    }
    var drawing = Drawing(width: 50, height: 50, background: white)
    drawing.elements = [.stroke(Path(points), Stroke(black, width: 1, dash: [4, 2])), .fill(Path(points), black)]
    _ = try drawing.image(scale: 1)
  }
}
