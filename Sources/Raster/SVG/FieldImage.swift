/// A field as a PNG of its own, for pages that are not made of pixels: two pixels to the CSS pixel, fewer where these would be more
/// than a picture may have.
///
/// Where the field leaves free what lies beneath, the picture is transparent; where it covers a pixel in part, the page's
/// colour is mixed in, so that one colour that is transparent does for all.
struct FieldImage {
  private static let usualScale = 2.0

  /// What the picture covers, in CSS pixels: the field's rectangle made up to whole pixels.
  let rect: Rect
  let png: [UInt8]

  /// Nil for a field without pixels. Throws as `PNG.encoded` does.
  init?(_ field: Field, over background: Color) throws(RasterError) {
    let (width, height) = (field.rect.width, field.rect.height)
    // A pixel is left for what is rounded up.
    let scale = min(
      Self.usualScale, Double(Drawing.largestSide - 1) / max(width, height),
      (Double(Drawing.mostPixels) / (width * height)).squareRoot() * 0.999)
    let columns = Int((width * scale).rounded(.up))
    let rows = Int((height * scale).rounded(.up))
    guard columns > 0, rows > 0 else { return nil }
    rect = Rect(
      x: field.rect.x, y: field.rect.y, width: Double(columns) / scale, height: Double(rows) / scale)
    let pixels = Self.pixels(of: field, columns, rows, pitch: 1 / scale)
    let image = Image(width: columns, height: rows, pixels: pixels.map { Self.opaque($0, over: background) })
    var palette = FramePalette(still: image)
    let samples = zip(pixels, image.pixels).map { $0 >> 24 == 0 ? 0 : palette.number(of: $1) }
    png = try PNG(image, scale: scale).write(
      palette.rows(of: samples, width: columns), palette: palette.colors,
      PNG.Additions(transparent: palette.transparent))
  }

  private static func pixels(of field: Field, _ columns: Int, _ rows: Int, pitch: Double) -> [UInt32] {
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
    var ground = background.packed | 0xFF00_0000
    Paint.blend(pixel, over: &ground, opacity: pixel >> 24)
    return ground
  }
}
