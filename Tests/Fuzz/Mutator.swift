/// Makes new inputs out of good ones: always the same from the same seed.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The mutator of one input of a campaign, so that each can be made again alone.
  init(seed: UInt64, index: Int) {
    var first = Mutator(seed: seed)
    state = first.next() ^ UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

  /// A number from −range to range.
  mutating func number(within range: Double) -> Double { (Double(below(1_000_001)) / 500_000 - 1) * range }

  /// One to six changes of one input, with pieces of another and with pieces that may stand anywhere.
  mutating func mutated(_ bytes: [UInt8], with other: [UInt8], tokens: [String]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) {
      let at = below(bytes.count + 1)
      switch below(9) {
      case 0, 1: bytes.insert(contentsOf: pick(tokens).utf8, at: at)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(12)))
      case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + below(40))], at: at)
      case 4:
        let from = below(other.count + 1)
        bytes.insert(contentsOf: other[from..<min(other.count, from + below(60))], at: at)
      case 5 where !bytes.isEmpty: bytes[min(at, bytes.count - 1)] = UInt8(truncatingIfNeeded: next())
      case 6 where !bytes.isEmpty: bytes.swapAt(min(at, bytes.count - 1), below(bytes.count))
      case 7 where below(3) == 0: bytes = Array(bytes.prefix(at))
      // Many of one piece: depth, and length.
      default:
        let piece = Array(pick(tokens).utf8)
        bytes.insert(contentsOf: (0..<below(5)).flatMap { _ in piece }, at: at)
      }
    }
    return bytes
  }
}
