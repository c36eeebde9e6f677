/// A field as a PNG of its own, for pages that are not made of pixels: two pixels to the CSS pixel.
///
/// Where the field leaves free what lies beneath, the picture is transparent; where it covers a pixel in part, the page's
/// colour is mixed in, so that one colour that is transparent does for all.
struct FieldImage {
  static let scale = 2.0

  /// What the picture covers, in CSS pixels: the field's rectangle made up to whole pixels.
  let rect: Rect
  let png: [UInt8]

  /// Nil for a field without pixels. Throws as `PNG.encoded` does.
  init?(_ field: Field, over background: Color) throws(RasterError) {
    let columns = Int((field.rect.width * Self.scale).rounded(.up))
    let rows = Int((field.rect.height * Self.scale).rounded(.up))
    guard columns > 0, rows > 0 else { return nil }
    rect = Rect(
      x: field.rect.x, y: field.rect.y, width: Double(columns) / Self.scale, height: Double(rows) / Self.scale)
    let pixels = Self.pixels(of: field, columns, rows)
    let image = Image(width: columns, height: rows, pixels: pixels.map { Self.opaque($0, over: background) })
    var palette = FramePalette(still: image)
    let samples = zip(pixels, image.pixels).map { $0 >> 24 == 0 ? 0 : palette.number(of: $1) }
    let scanlines: Scanlines
    let transparent = palette.colors.first ?? palette.unused
    if palette.colors.isEmpty {
      let kept = samples.map { $0 == 0 ? transparent : $0 }
      scanlines = Scanlines(Image(width: columns, height: rows, pixels: kept))
    } else {
      scanlines = Scanlines(samples.map { UInt8(truncatingIfNeeded: $0) }, width: columns, depth: 8)
    }
    png = try PNG(image, scale: Self.scale).write(
      scanlines, palette: palette.colors, PNG.Additions(transparent: transparent))
  }

  private static func pixels(of field: Field, _ columns: Int, _ rows: Int) -> [UInt32] {
    let pitch = 1 / scale
    let block = Field.Block(
      origin: Position(field.rect.x + pitch / 2, field.rect.y + pitch / 2), pitch: pitch, columns: columns, rows: rows)
    let paint = field.prepare?(block) ?? field.paint
    return [UInt32](unsafeUninitializedCapacity: columns * rows) { buffer, count in
      buffer.initialize(repeating: 0)
      if let base = buffer.baseAddress { paint(block, base, columns) }
      count = columns * rows
    }
  }

  private static func opaque(_ pixel: UInt32, over background: Color) -> UInt32 {
    let alpha = Int(pixel >> 24)
    func mixed(_ shift: UInt32, _ ground: UInt8) -> UInt8 {
      UInt8((Int(pixel >> shift & 255) * alpha + Int(ground) * (255 - alpha) + 127) / 255)
    }
    return Color(
      red: mixed(0, background.red), green: mixed(8, background.green), blue: mixed(16, background.blue)
    ).packed
  }
}
