import Foundation

/// Makes new inputs out of good ones: always the same from the same seed.
struct Mutator {
  /// A number of inputs: as many as `DESCENT_FUZZ` says, or so few that the tests stay quick.
  static func count(_ few: Int) -> Int {
    ProcessInfo.processInfo.environment["DESCENT_FUZZ"].flatMap { Int($0) } ?? few
  }

  private var state: UInt64
  /// Pieces that may stand anywhere.
  let tokens: [String]

  init(seed: UInt64, tokens: [String]) {
    (state, self.tokens) = (seed, tokens)
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

  /// One to six changes of one input, with pieces of another.
  mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) {
      let at = below(bytes.count + 1)
      switch below(8) {
      case 0: bytes.insert(contentsOf: Array(pick(tokens).utf8), at: at)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(12)))
      case 2: bytes.insert(contentsOf: bytes[min(at, bytes.count)..<min(bytes.count, at + below(40))], at: at)
      case 3:
        let from = below(other.count + 1)
        bytes.insert(contentsOf: other[from..<min(other.count, from + below(60))], at: at)
      case 4 where !bytes.isEmpty: bytes[min(at, bytes.count - 1)] = UInt8(truncatingIfNeeded: next())
      case 5 where !bytes.isEmpty: bytes.swapAt(min(at, bytes.count - 1), below(bytes.count))
      case 6: bytes = Array(bytes.prefix(at))
      default: bytes.insert(contentsOf: Array(repeating: UInt8(ascii: "("), count: below(5)), at: at)
      }
    }
    return bytes
  }

  /// A formula of that depth in x, y and a, of functions that are smooth everywhere and stay small.
  mutating func smoothFormula(depth: Int) -> String {
    guard depth > 0 else { return pick(["x", "y", "a", "0.5", "2", "1.25", "x", "y"]) }
    let u = smoothFormula(depth: depth - 1)
    switch below(12) {
    case 0: return "(\(u) + \(smoothFormula(depth: depth - 1)))"
    case 1: return "(\(u) - \(smoothFormula(depth: depth - 1)))"
    case 2: return "sin(\(u))*\(smoothFormula(depth: depth - 1))"
    case 3: return "(\(u))/(1 + (\(smoothFormula(depth: depth - 1)))^2)"
    case 4: return "exp(-(\(u))^2)"
    case 5: return "tanh(\(u))"
    case 6: return "sqrt(1 + (\(u))^2)"
    case 7: return "log(1 + (\(u))^2)"
    case 8: return "atan2(\(u), 3 + cos(\(smoothFormula(depth: depth - 1))))"
    case 9: return "logsumexp(\(u), \(smoothFormula(depth: depth - 1)))"
    case 10: return "softplus(\(u))*sigmoid(\(smoothFormula(depth: depth - 1)))"
    default: return "cos(\(u))^\(pick(["2", "3"]))"
    }
  }
}
