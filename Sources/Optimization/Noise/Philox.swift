/// Random bits as a pure function of a key and a counter: Philox4x32 with 10 rounds.
///
/// Each round multiplies two words of the counter, folds the halves of the products together and adds the key, so that
/// any block can be computed without those before it.
///
/// Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011); it passes BigCrush.
enum Philox {
  /// The two 64-bit words of block `counter` in the stream `stream` of `key`.
  ///
  /// As words of 32 bits, lowest first, the counter is (counter, stream) and the result is (a, b).
  @inline(__always)
  static func block(counter: UInt64, stream: UInt64, key: UInt64) -> (UInt64, UInt64) {
    var (a, b, c, d) = (counter & mask, counter >> 32, stream & mask, stream >> 32)
    var (k0, k1) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for _ in 0..<10 {
      let (p, q) = (a &* 0xD251_1F53, c &* 0xCD9E_8D57)
      (a, b, c, d) = ((q >> 32) ^ b ^ UInt64(k0), q & mask, (p >> 32) ^ d ^ UInt64(k1), p & mask)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (a | b << 32, c | d << 32)
  }

  private static let mask: UInt64 = 0xFFFF_FFFF
}
