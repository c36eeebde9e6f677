import Testing

@testable import Raster

@Suite struct PaletteReductionTests {
  /// Bands with antialiased lines over them: more than 256 colours, as in a plot.
  private func plot() throws -> Image {
    var drawing = Drawing(width: 300, height: 240, background: white)
    for k in 0..<30 {
      let shade = Color(red: UInt8(93 + 5 * k), green: UInt8(138 + 3 * k), blue: UInt8(160 + 2 * k))
      drawing.elements.append(.fill(.rectangle(Rect(x: Double(k) * 10, y: 0, width: 10, height: 240)), shade))
    }
    for (i, color) in [0xD55E00, 0x0072B2, 0x111111, 0x009E73].enumerated() {
      let path = Path([(3, 10 + Double(i) * 31), (297, 150 + Double(i) * 17)])
      drawing.elements.append(.stroke(path, Stroke(white, width: 3.6)))
      drawing.elements.append(.stroke(path, Stroke(Color(UInt32(color)), width: 1.6)))
    }
    return try drawing.image(scale: 1)
  }

  @Test func noPixelChangesVisibly() throws {
    let image = try plot()
    let colors = Set(image.pixels)
    #expect(colors.count > 256)
    let bytes = try PNG(image, scale: 1).encoded()
    #expect(bytes[25] == 3)
    let reduced = try PNG(decoding: bytes).image
    #expect(Set(reduced.pixels).count <= 256)
    var sum: Float = 0
    for (before, after) in zip(image.pixels, reduced.pixels) {
      let error = OKLab(before).squaredDistance(to: OKLab(after)).squareRoot()
      #expect(error <= PaletteReduction.tolerance)
      sum += error
    }
    #expect(sum / Float(image.pixels.count) < 0.0005)
  }

  @Test func areasKeepTheirColor() throws {
    let image = try plot()
    let reduced = try PNG(decoding: PNG(image, scale: 1).encoded()).image
    #expect(image.pixels.suffix(300) == reduced.pixels.suffix(300))
  }

  @Test func whatCannotBeReducedIsNot() {
    let cube = (0..<4096).map { (i: Int) -> UInt32 in
      Color(red: UInt8(i & 15) * 16, green: UInt8(i >> 4 & 15) * 16, blue: UInt8(i >> 8) * 16).packed
    }
    #expect(ColorCensus(cube)?.colors.count == 4096)
    let isIndexed = IndexedImage(Image(width: 64, height: 64, pixels: cube)) != nil
    #expect(!isIndexed)
    let noise = (0..<20_000).map { UInt32($0) | 0xFF00_0000 }
    let isCounted = ColorCensus(noise) != nil
    #expect(!isCounted)
  }

  /// Where one colour runs into the next over an area, 256 would show as bands.
  @Test func shadesAreKept() throws {
    let shades = (0..<40_000).map { (i: Int) -> UInt32 in
      let (column, row) = (i % 200, i / 800)
      return Color(red: UInt8(column), green: UInt8(row), blue: UInt8(row + column / 4)).packed
    }
    #expect(try #require(ColorCensus(shades)).colors.count > 5000)
    let isIndexed = IndexedImage(Image(width: 200, height: 200, pixels: shades)) != nil
    #expect(!isIndexed)
  }

  @Test func theCensusCounts() throws {
    let census = try #require(ColorCensus([5, 5, 7, 5, 9, 9]))
    #expect(census.colors.map { $0 & 0xFF_FFFF } == [5, 7, 9])
    #expect(census.counts == [3, 1, 2])
    #expect(census.numbers == [0, 0, 1, 0, 2, 2])
  }
}
