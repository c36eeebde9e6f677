import CPNGShim

extension PNG {
  /// The file's bytes: 8-bit opaque sRGB, indexed when 256 colours suffice.
  ///
  /// Up to 256 colours are kept as they are; more are brought to 256 if `PaletteReduction` can do so unseen; else the file
  /// is RGB. Throws if a text cannot be written: its keyword is not 1 to 79 ASCII characters, or it holds a null character.
  public func encoded() throws(RasterError) -> [UInt8] {
    try checkTexts()
    if let indexed = IndexedImage(image) {
      return try write(Scanlines(indexed, width: image.width), palette: indexed.palette)
    }
    return try write(Scanlines(image), palette: [])
  }

  /// Throws if a text cannot be written.
  func checkTexts() throws(RasterError) { for text in texts { try PNG.check(text) } }

  private static func check(_ text: Text) throws(RasterError) {
    let keyword = text.keyword.utf8
    guard (1...79).contains(keyword.count), keyword.allSatisfy({ (32...126).contains($0) }) else {
      throw RasterError("'\(text.keyword)' cannot be a keyword in a PNG: it takes 1 to 79 ASCII characters")
    }
    guard !text.text.utf8.contains(0) else {
      throw RasterError("the text '\(text.keyword)' holds a null character, which a PNG cannot carry")
    }
  }

  /// What an animation adds to a file: the colour that is transparent, of a palette the first; and whole chunks.
  struct Additions {
    var transparent: UInt32?
    var before: [UInt8] = []
    var after: [UInt8] = []
  }

  /// Has libpng write rows of palette indices, or of RGB if the palette is empty.
  func write(_ rows: Scanlines, palette: [UInt32], _ additions: Additions = Additions()) throws(RasterError) -> [UInt8]
  {
    let data = try ZlibStream(rows.bytes).bytes
    let colors = palette.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16 & 255)] }
    var picture = descent_png_picture()
    picture.width = UInt32(image.width)
    picture.height = UInt32(image.height)
    picture.depth = Int32(rows.depth)
    picture.palette_count = Int32(palette.count)
    if let color = additions.transparent {
      picture.is_transparent = 1
      picture.transparent = (UInt8(color & 255), UInt8(color >> 8 & 255), UInt8(color >> 16 & 255))
    }
    picture.before_count = additions.before.count
    picture.after_count = additions.after.count
    picture.pixels_per_metre = UInt32(min(max((scale * PNG.pixelsPerMetre).rounded(), 0), 1e9))
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let failure = failureMessage { message in
      data.withUnsafeBufferPointer { data in
        colors.withUnsafeBufferPointer { colors in
          PNG.withTexts(texts) { texts in
            additions.before.withUnsafeBufferPointer { before in
              additions.after.withUnsafeBufferPointer { after in
                picture.data = data.baseAddress
                picture.data_count = data.count
                picture.palette = colors.baseAddress
                picture.texts = texts.baseAddress
                picture.text_count = Int32(texts.count)
                picture.before = before.baseAddress
                picture.after = after.baseAddress
                return descent_png_write(&picture, &bytes, &count, message)
              }
            }
          }
        }
      }
    }
    if let failure { throw RasterError("the PNG cannot be written: \(failure)") }
    defer { descent_png_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Lends texts to C.
  private static func withTexts<Result>(
    _ texts: [Text], _ body: (UnsafeBufferPointer<descent_png_text>) -> Result
  ) -> Result {
    // Keyword and text of each, every one ended by a null.
    var characters = texts.flatMap { Array($0.keyword.utf8CString) + Array($0.text.utf8CString) }
    return characters.withUnsafeMutableBufferPointer { characters in
      var place = characters.baseAddress
      var entries: [descent_png_text] = []
      for text in texts {
        let body = place.map { $0 + text.keyword.utf8.count + 1 }
        entries.append(
          descent_png_text(keyword: place, text: body, length: text.text.utf8.count, is_utf8: 1))
        place = body.map { $0 + text.text.utf8.count + 1 }
      }
      return entries.withUnsafeBufferPointer(body)
    }
  }
}

/// What the shim says of a call that failed; nil if it went well.
func failureMessage(_ call: (UnsafeMutablePointer<CChar>) -> Int32) -> String? {
  var message = [CChar](repeating: 0, count: Int(DESCENT_PNG_MESSAGE))
  let status = message.withUnsafeMutableBufferPointer { call($0.baseAddress!) }
  return status == 0 ? nil : String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
