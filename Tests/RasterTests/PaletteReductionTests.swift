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
    let noise = (0..<40_000).map { UInt32($0) | 0xFF00_0000 }
    let isCounted = ColorCensus(noise) != nil
    #expect(!isCounted)
  }

  /// A surface in light and shadow, of colours that differ little: 256 stand so close that no eye tells neighbours apart.
  @Test func shadesOfFewColorsAreIndexed() throws {
    let shades = (0..<90_000).map { (i: Int) -> UInt32 in
      let (column, row) = (i % 300, i / 300)
      let light = 120 + (column + row) / 8
      return Color(red: UInt8(light), green: UInt8(light + 10 + row / 40), blue: UInt8(light + 25 + column / 20)).packed
    }
    let census = try #require(ColorCensus(shades))
    #expect(census.colors.count > 500)
    let image = try #require(IndexedImage(Image(width: 300, height: 300, pixels: shades)))
    #expect(image.palette.count <= 256 && Set(image.palette).isSubset(of: census.colors))
    var sum: Float = 0
    let places = Dictionary(zip(shades, image.indices), uniquingKeysWith: { first, _ in first })
    var worst: Float = 0
    for (color, index) in places {
      let error = OKLab(color).squaredDistance(to: OKLab(image.palette[Int(index)]))
      worst = max(worst, error)
    }
    #expect(worst <= PaletteReduction.tolerance * PaletteReduction.tolerance)
    for (color, count) in zip(census.colors, census.counts) {
      let index = try #require(places[color | 0xFF00_0000])
      sum += Float(count) * OKLab(color).squaredDistance(to: OKLab(image.palette[Int(index)]))
    }
    #expect((sum / 90_000).squareRoot() <= PaletteReduction.unseen)
  }

  /// Where one colour runs into the next over an area, and they differ much, 256 would show as bands.
  @Test func shadesAreKept() throws {
    let shades = (0..<40_000).map { (i: Int) -> UInt32 in
      let (column, row) = (i % 200, i / 800)
      return Color(red: UInt8(column), green: UInt8(5 * row), blue: UInt8(row + column / 4)).packed
    }
    #expect(try #require(ColorCensus(shades)).colors.count > 5000)
    let isIndexed = IndexedImage(Image(width: 200, height: 200, pixels: shades)) != nil
    #expect(!isIndexed)
  }

  @Test func theCensusCounts() throws {
    let census = try #require(ColorCensus([5, 5, 7, 5, 9, 9]))
    #expect(census.colors.map { $0 & 0xFF_FFFF } == [5, 7, 9])
    #expect(census.counts == [3, 1, 2])
    #expect(census.pixels([10, 11, 12]) == [10, 10, 11, 10, 12, 12])
  }

  /// Pieces of a large picture are counted side by side: numbers go by the first pixel all the same.
  @Test(arguments: [1, 2, 5]) func theCensusOfALargePicture(workers: Int) throws {
    let pixels = (0..<800_000).map { (i: Int) -> UInt32 in
      0xFF00_0000 | UInt32(i < 300_000 ? i / 7 % 50 : 9_000 - i % 8_011)
    }
    let census = try #require(ColorCensus(pixels, workers: Workers(count: workers)))
    var (colors, counts): ([UInt32], [UInt32: Int]) = ([], [:])
    for pixel in pixels {
      if counts[pixel] == nil { colors.append(pixel) }
      counts[pixel, default: 0] += 1
    }
    #expect(census.colors == colors)
    #expect(census.counts == colors.map { counts[$0] })
    // 8,061 colours are told apart by two bytes.
    for shift in [0, 8] as [UInt32] {
      let bytes = census.pixels(colors.map { UInt8(truncatingIfNeeded: $0 >> shift) })
      #expect(zip(bytes, pixels).allSatisfy { $0 == UInt8(truncatingIfNeeded: $1 >> shift) })
    }
  }

  /// Each piece alone has a palette, all together have too many colours.
  @Test func aLargePictureOfTooManyColors() {
    let pixels = (0..<600_000).map { (i: Int) -> UInt32 in
      0xFF00_0000 | UInt32(i % 20_000 + (i < 300_000 ? 0 : 20_000))
    }
    let isCounted = ColorCensus(pixels) != nil
    #expect(!isCounted)
  }

  /// Large and small numbers, ties, and fewer than are asked for.
  @Test(arguments: [0, 1, 3, 256, 5000]) func sumOfTheLargest(count: Int) {
    let numbers = (0..<3000).map { $0 % 7 == 0 ? $0 * $0 : $0 * 37 % 1100 }
    #expect(
      PaletteReduction.sum(ofLargest: count, numbers) == numbers.sorted(by: >).prefix(count).reduce(0, +))
  }
}
