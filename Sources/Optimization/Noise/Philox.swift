/// Random bits as a pure function of a key and a counter: Philox2x64 with 10 rounds.
///
/// Each round multiplies one word of the counter, folds the upper half of the product into the other word and adds the
/// key, so that any block can be computed without those before it.
///
/// Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011); it passes BigCrush, with
/// four rounds to spare.
enum Philox {
  /// The two words of block `counter` in the stream `stream` of `key`.
  ///
  /// Never inlined: in a loop the compiler would pair two blocks in vector registers, where there is no wide product.
  @inline(never)
  static func block(counter: UInt64, stream: UInt64, key: UInt64) -> (UInt64, UInt64) {
    var (a, b, key) = (counter, stream, key)
    for _ in 0..<10 {
      let product = a.multipliedFullWidth(by: 0xD2B7_4407_B1CE_6E93)
      (a, b) = (product.high ^ key ^ b, product.low)
      key &+= 0x9E37_79B9_7F4A_7C15
    }
    return (a, b)
  }
}
