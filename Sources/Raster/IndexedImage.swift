/// An image in at most 256 colours.
///
/// An image that has no more is kept exactly. Of one that has more, the colours that most pixels have, and others in
/// order of how badly the chosen ones stand in for them, become the palette; every pixel takes the nearest. That is
/// done only when no colour is further than `tolerance` from the one that replaces it, so that no pixel changes visibly.
struct IndexedImage {
  let indices: [UInt8]
  /// `Color.packed`.
  let palette: [UInt32]

  /// The greatest distance in OKLab between a colour and its substitute: half of what can just be told apart side by
  /// side on large areas is about 0.01; on the single pixels of an edge 0.04 cannot be seen.
  static let tolerance: Float = 0.045

  init?(_ image: Image) {
    let table = ColorTable(image.pixels)
    guard let table else { return nil }
    if table.colors.count <= 256 {
      palette = table.colors
      indices = table.indices(of: image.pixels, substitutes: Array(0..<table.colors.count).map { UInt8($0) })
      return
    }
    guard let reduced = PaletteChoice(table.colors, table.counts, tolerance: Self.tolerance) else { return nil }
    palette = reduced.palette
    indices = table.indices(of: image.pixels, substitutes: reduced.substitutes)
  }
}

/// The distinct colours of an image in the order in which they appear, with their numbers of pixels.
private struct ColorTable {
  /// Beyond so many, the image is no plot.
  private static let most = 1 << 14
  private static let slots = 1 << 16

  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  private var slot = [Int32](repeating: -1, count: slots)

  init?(_ pixels: [UInt32]) {
    var last: UInt32 = 0
    var run = 0
    for pixel in pixels {
      if pixel == last {
        run += 1
        continue
      }
      if run > 0, !count(last, run) { return nil }
      (last, run) = (pixel, 1)
    }
    if run > 0, !count(last, run) { return nil }
  }

  private mutating func count(_ color: UInt32, _ run: Int) -> Bool {
    let place = find(color)
    if slot[place] < 0 {
      guard colors.count < Self.most else { return false }
      slot[place] = Int32(colors.count)
      colors.append(color)
      counts.append(0)
    }
    counts[Int(slot[place])] += run
    return true
  }

  /// Open addressing; the table is at most a quarter full.
  private func find(_ color: UInt32) -> Int {
    var place = Int((color &* 0x9E37_79B1) >> 16)
    while slot[place] >= 0, colors[Int(slot[place])] != color { place = (place + 1) & (Self.slots - 1) }
    return place
  }

  func indices(of pixels: [UInt32], substitutes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
      var last = pixels.first.map { ~$0 } ?? 0
      var index: UInt8 = 0
      for (place, pixel) in pixels.enumerated() {
        if pixel != last {
          index = substitutes[Int(slot[find(pixel)])]
          last = pixel
        }
        buffer[place] = index
      }
      count = pixels.count
    }
  }
}

/// Chooses 256 of many colours.
private struct PaletteChoice {
  let palette: [UInt32]
  /// For each colour its place in the palette.
  let substitutes: [UInt8]

  /// Begins with the commonest colours, then adds again and again the colour whose pixels suffer most: the greatest
  /// distance to its substitute, weighted by the square root of the number of its pixels. nil when the greatest
  /// distance left exceeds `tolerance`.
  init?(_ colors: [UInt32], _ counts: [Int], tolerance: Float) {
    let points = colors.map(OKLabPoint.init)
    let byCount = colors.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
    let weights = counts.map { Float($0).squareRoot().squareRoot() }
    var chosen: [Int] = []
    var distance = [Float](repeating: .infinity, count: colors.count)
    var substitute = [UInt8](repeating: 0, count: colors.count)
    func choose(_ index: Int) {
      let point = points[index]
      for other in colors.indices {
        let candidate = point.squaredDistance(to: points[other])
        if candidate < distance[other] {
          distance[other] = candidate
          substitute[other] = UInt8(chosen.count)
        }
      }
      chosen.append(index)
    }
    for index in byCount.prefix(64) { choose(index) }
    while chosen.count < 256 {
      var worst = (index: 0, badness: Float(-1))
      for index in colors.indices {
        let badness = distance[index] * weights[index]
        if badness > worst.badness { worst = (index, badness) }
      }
      if worst.badness <= 0 { break }
      choose(worst.index)
    }
    guard let greatest = distance.max(), greatest <= tolerance * tolerance else { return nil }
    palette = chosen.map { colors[$0] }
    substitutes = substitute
  }
}

/// A colour in OKLab (Ottosson 2020), where equal distances look about equally large.
private struct OKLabPoint {
  let lightness, a, b: Float

  init(_ packed: UInt32) {
    func linear(_ shift: UInt32) -> Float { Self.linear[Int(packed >> shift & 255)] }
    let (red, green, blue) = (linear(0), linear(8), linear(16))
    let l = Self.cubeRoot(0.412_221_47 * red + 0.536_332_54 * green + 0.051_445_995 * blue)
    let m = Self.cubeRoot(0.211_903_5 * red + 0.680_699_55 * green + 0.107_396_96 * blue)
    let s = Self.cubeRoot(0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue)
    lightness = 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s
    a = 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s
    b = 0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s
  }

  func squaredDistance(to other: OKLabPoint) -> Float {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }

  /// Newton's iteration from a guess by the exponent; four steps reach the precision of Float.
  private static func cubeRoot(_ x: Float) -> Float {
    guard x > 0 else { return 0 }
    var y = Float(bitPattern: x.bitPattern / 3 + 0x2A51_37A0)
    for _ in 0..<4 { y = (2 * y + x / (y * y)) / 3 }
    return y
  }

  /// sRGB's transfer function, with x^2.4 = x²·(x²)^(1/5).
  private static let linear: [Float] = (0..<256).map { byte in
    let value = Float(byte) / 255
    if value <= 0.040_45 { return value / 12.92 }
    let x = (value + 0.055) / 1.055
    return x * x * fifthRoot(x * x)
  }

  private static func fifthRoot(_ x: Float) -> Float {
    var y: Float = 1
    for _ in 0..<40 { y = (4 * y + x / (y * y * y * y)) / 5 }
    return y
  }
}
