/// Reads the notation in which the glyphs are written.
///
/// A line is `CHARACTER LEFT RIGHT PATH`, where LEFT and RIGHT are the white at the sides, or `CHARACTER @ADVANCE PATH` or
/// `CHARACTER @ADVANCE SHIFT PATH` with a fixed advance in which the ink is centred but for a shift to the right. Numbers
/// are whole units of 1/1000 em. A path is made of
///
///     M x y              move to
///     L x y              straight line
///     V x y              quarter of a superellipse that leaves vertically and arrives horizontally
///     H x y              quarter of a superellipse that leaves horizontally and arrives vertically
///     S x y              spine that leaves and arrives vertically
///     W x y              wave that leaves and arrives horizontally
///     C x y x y x y      cubic Bézier curve
///     O x y r            circle about x y
///     Z                  line back to the last M
///
/// Other lines derive a glyph: `é = e ´` puts an accent on a base, `ø = o + PATH` adds strokes, `Α = A` repeats,
/// `² ^ 2` raises and `₂ _ 2` lowers.
struct GlyphParser {
  enum Command {
    case drawn(room: Glyph.Room, Outline)
    case accented(base: Character, accent: Character)
    case struck(base: Character, Outline)
    case repeated(Character)
    case raised(Character)
    case lowered(Character)
  }

  private var bytes: Substring.UTF8View

  /// The character that a line defines and how, or nil if the line is not in the notation.
  static func parse(line: Substring) -> (character: Character, command: Command)? {
    guard let character = line.first else { return nil }
    var parser = GlyphParser(bytes: line.dropFirst().utf8)
    guard parser.takeSpaces(), let command = parser.command(rest: line) else { return nil }
    return (character, command)
  }

  private mutating func command(rest line: Substring) -> Command? {
    let words = line.dropFirst().split(separator: " ", maxSplits: 2)
    switch words.first {
    case "^" where words.count == 2 && words[1].count == 1: return .raised(words[1].first!)
    case "_" where words.count == 2 && words[1].count == 1: return .lowered(words[1].first!)
    case "=" where words.count > 1: return derived(base: words[1], rest: words.count > 2 ? words[2] : nil)
    default:
      guard let room = room(), let outline = Outline(parsing: bytes) else { return nil }
      return .drawn(room: room, outline)
    }
  }

  private func derived(base: Substring, rest: Substring?) -> Command? {
    guard base.count == 1, let base = base.first else { return nil }
    guard let rest else { return .repeated(base) }
    if rest.first == "+" {
      return Outline(parsing: rest.dropFirst().utf8).map { .struck(base: base, $0) }
    }
    return rest.count == 1 ? .accented(base: base, accent: rest.first!) : nil
  }

  private mutating func room() -> Glyph.Room? {
    if bytes.first == UInt8(ascii: "@") {
      bytes.removeFirst()
      guard let advance = bytes.takeNumber() else { return nil }
      return .fixed(advance: advance, shift: bytes.takeNumber() ?? 0)
    }
    guard let left = bytes.takeNumber(), let right = bytes.takeNumber() else { return nil }
    return .bearings(left: left, right: right)
  }

  private mutating func takeSpaces() -> Bool {
    let before = bytes.count
    bytes.skipSpaces()
    return bytes.count < before
  }
}

extension Substring.UTF8View {
  mutating func skipSpaces() { while first == UInt8(ascii: " ") { removeFirst() } }

  /// A whole number and the spaces before it, or nil with only the spaces taken.
  mutating func takeNumber() -> Double? {
    skipSpaces()
    var rest = self
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var value = 0
    var digits = 0
    while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 5 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      rest.removeFirst()
    }
    guard digits > 0 else { return nil }
    self = rest
    return Double(isNegative ? -value : value)
  }
}
