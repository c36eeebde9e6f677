/// PNG files put together byte by byte, with pixels stored rather than compressed, to test reading what we never write.
struct HandmadePNG {
  var width: UInt32
  var height: UInt32
  var depth: UInt8 = 8
  var colorType: UInt8
  var isInterlaced = false
  /// Chunks between the header and the pixels, and after the pixels.
  var before: [(String, [UInt8])] = []
  var after: [(String, [UInt8])] = []
  /// The filtered rows: each begins with a 0.
  var rows: [UInt8]

  var bytes: [UInt8] {
    let header = Self.big(width) + Self.big(height) + [depth, colorType, 0, 0, isInterlaced ? 1 : 0]
    let chunks = [("IHDR", header)] + before + [("IDAT", Self.stored(rows))] + after + [("IEND", [])]
    return [137, 80, 78, 71, 13, 10, 26, 10] + chunks.flatMap { Self.chunk($0.0, $0.1) }
  }

  static func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }

  static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let content = Array(type.utf8) + body
    return big(UInt32(body.count)) + content + big(checksum(content))
  }

  /// A zlib stream of one stored block.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let lengths = [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
    return [0x78, 0x01, 0x01] + lengths + bytes + big(b << 16 | a)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
