/// Makes keys of the bytes that a terminal sends: a state machine without any terminal.
///
/// Bytes that begin a longer sequence are kept until the rest comes; `flush` says that none will, so that an escape stands for
/// the key Esc. What is no known sequence is dropped whole, so that its letters are not taken for keys.
public struct KeyParser: Sendable {
  private var waiting: [UInt8] = []
  /// No sequence is longer.
  private static let longest = 32

  public init() {}

  /// Whether bytes wait for the rest of their sequence.
  public var isWaiting: Bool { !waiting.isEmpty }

  /// The keys that are complete with these bytes.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [Key] {
    waiting += bytes
    var keys: [Key] = []
    while !waiting.isEmpty {
      let (key, count) = Self.first(in: waiting)
      guard count > 0 else { break }
      waiting.removeFirst(count)
      if let key { keys.append(key) }
    }
    return keys
  }

  /// The keys that the bytes kept stand for when no more come.
  public mutating func flush() -> [Key] {
    defer { waiting = [] }
    guard waiting.first == 0x1B else { return [] }
    // Esc, or Alt with a key that begins a sequence.
    return [.escape]
  }

  /// The first key, if it is one, and of how many bytes; 0 for one that is not complete.
  private static func first(in bytes: [UInt8]) -> (Key?, Int) {
    switch bytes[0] {
    case 0x1B: escape(bytes)
    case 0x0D, 0x0A: (.enter, 1)
    case 0x09: (.tab, 1)
    case 0x7F, 0x08: (.backspace, 1)
    case 0x03: (.interrupt, 1)
    case 0x04: (.endOfInput, 1)
    case 0x1A: (.suspend, 1)
    case 0x01...0x1A: (.control(Character(Unicode.Scalar(bytes[0] + 0x60))), 1)
    case 0x00...0x1F: (nil, 1)
    case 0x20...0x7E: (.character(Character(Unicode.Scalar(bytes[0]))), 1)
    default: character(bytes)
    }
  }

  /// A character beyond ASCII, in UTF-8; a byte that begins none is dropped.
  private static func character(_ bytes: [UInt8]) -> (Key?, Int) {
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1 else { return (nil, 1) }
    let tail = bytes.dropFirst().prefix(length - 1)
    if tail.contains(where: { $0 & 0xC0 != 0x80 }) { return (nil, 1) }
    guard bytes.count >= length else { return (nil, 0) }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self) else { return (nil, length) }
    return (text.first.map { .character($0) }, length)
  }

  private static func escape(_ bytes: [UInt8]) -> (Key?, Int) {
    guard bytes.count > 1 else { return (nil, 0) }
    switch bytes[1] {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return (nil, 0) }
      // Enter of the keypad.
      return (bytes[2] == UInt8(ascii: "M") ? .enter : letters[bytes[2]], 3)
    // Two escapes are two keys; before anything else it was Alt with that key, of which the key counts.
    default: return (bytes[1] == 0x1B ? .escape : nil, 1)
    }
  }

  /// ESC [, parameters (0x30–0x3F), intermediates (0x20–0x2F) and a last byte (0x40–0x7E): ECMA-48, 5.4.
  private static func control(_ bytes: [UInt8]) -> (Key?, Int) {
    // The Linux console sends ESC [ [ and a letter for F1 to F5.
    if bytes.count > 2, bytes[2] == UInt8(ascii: "[") { return (nil, bytes.count > 3 ? 4 : 0) }
    var index = 2
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return (nil, bytes.count > longest ? bytes.count : 0) }
    guard (0x40...0x7E).contains(bytes[index]) else { return (nil, index) }
    let parameters = bytes[2..<index]
    guard bytes[index] == UInt8(ascii: "~") else { return (letters[bytes[index]], index + 1) }
    let number = parameters.prefix { (0x30...0x39).contains($0) }
    return (numbers[Int(String(decoding: number, as: UTF8.self)) ?? 0], index + 1)
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
  ]

  private static let numbers: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  ]
}
