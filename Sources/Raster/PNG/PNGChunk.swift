import CPNGShim

/// A chunk of a PNG of which libpng knows nothing.
struct PNGChunk {
  /// Length, type, data and checksum.
  let bytes: [UInt8]

  init(_ type: StaticString, _ data: [UInt8]) {
    let content = type.withUTF8Buffer { Array($0) } + data
    bytes = Self.big(UInt32(data.count)) + content + Self.big(descent_crc(content, content.count))
  }

  /// The highest byte first.
  static func big<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
