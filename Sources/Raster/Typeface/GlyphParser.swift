/// Reads the notation in which the glyphs are written.
///
/// A line is `CHARACTER LEFT RIGHT PATH`, where LEFT and RIGHT are the white at the sides, or `CHARACTER @ADVANCE PATH` or
/// `CHARACTER @ADVANCE SHIFT PATH` with a fixed advance in which the ink is centred but for a shift to the right;
/// `CHARACTER ADVANCE` is a space. Numbers are whole units of 1/1000 em. A path is made of
///
///     M x y              move to
///     L x y              straight line
///     V x y              quarter of a superellipse that leaves vertically and arrives horizontally
///     H x y              quarter of a superellipse that leaves horizontally and arrives vertically
///     S x y              spine that leaves and arrives vertically
///     C x y x y x y      cubic Bézier curve
///     O x y r            circle about x y
///     Z                  line back to the last M
///     F n                fills: n smaller copies of all strokes so far, one within the other
///
/// Other lines derive a glyph: `é = e ´` puts an accent on a base, `ø = o + PATH` adds strokes, `Α = A` repeats,
/// `² ^ 2` raises and `₂ _ 2` lowers.
struct GlyphParser {
  enum Definition {
    case drawn(room: Glyph.Room, Outline)
    case accented(base: Unicode.Scalar, accent: Unicode.Scalar)
    case struck(base: Unicode.Scalar, Outline)
    case repeated(Unicode.Scalar)
    case raised(Unicode.Scalar)
    case lowered(Unicode.Scalar)
  }

  private var bytes: Substring.UTF8View

  /// How a line defines its character, or nil if it is not in the notation.
  static func parse(line: Substring.UTF8View) -> Definition? {
    var parser = GlyphParser(bytes: line)
    guard parser.takeScalar() != nil, parser.bytes.first == UInt8(ascii: " ") else { return nil }
    parser.bytes.skipSpaces()
    return parser.definition()
  }

  private mutating func definition() -> Definition? {
    switch bytes.first {
    case UInt8(ascii: "^"): return operand().flatMap { bytes.isEmpty ? .raised($0) : nil }
    case UInt8(ascii: "_"): return operand().flatMap { bytes.isEmpty ? .lowered($0) : nil }
    case UInt8(ascii: "="): return operand().flatMap { derived(from: $0) }
    default:
      guard let room = room(), let outline = Outline(parsing: bytes) else { return nil }
      return .drawn(room: room, outline)
    }
  }

  private mutating func derived(from base: Unicode.Scalar) -> Definition? {
    bytes.skipSpaces()
    if bytes.isEmpty { return .repeated(base) }
    if bytes.first == UInt8(ascii: "+") { return Outline(parsing: bytes.dropFirst()).map { .struck(base: base, $0) } }
    guard let accent = takeScalar(), bytes.isEmpty else { return nil }
    return .accented(base: base, accent: accent)
  }

  /// The character after a sign.
  private mutating func operand() -> Unicode.Scalar? {
    bytes.removeFirst()
    guard bytes.first == UInt8(ascii: " ") else { return nil }
    bytes.skipSpaces()
    return takeScalar()
  }

  private mutating func room() -> Glyph.Room? {
    if bytes.first == UInt8(ascii: "@") {
      bytes.removeFirst()
      guard let advance = bytes.takeNumber() else { return nil }
      return .fixed(advance: advance, shift: bytes.takeNumber() ?? 0)
    }
    guard let left = bytes.takeNumber() else { return nil }
    if bytes.isEmpty { return .blank(advance: left) }
    return bytes.takeNumber().map { .bearings(left: left, right: $0) }
  }

  private mutating func takeScalar() -> Unicode.Scalar? {
    guard let scalar = Substring(bytes).unicodeScalars.first else { return nil }
    bytes.removeFirst(UTF8.width(scalar))
    return scalar
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
