/// Gives the chunks of a damaged picture the checksums that they ask for.
enum PictureRepair {
  static func repaired(_ png: [UInt8]) -> [UInt8] {
    var png = png
    var at = 8
    while at + 12 <= png.count {
      let length = png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard at + 12 + length <= png.count else { break }
      let sum = checksum(png[(at + 4)..<(at + 8 + length)])
      for i in 0..<4 { png[at + 8 + length + i] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * i)) }
      at += 12 + length
    }
    return png
  }

  /// The cyclic redundancy check of PNG, annex D of its specification, bit by bit.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
  }
}
