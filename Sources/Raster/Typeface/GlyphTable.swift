import Synchronization

/// The glyphs, each read from its line when it is first asked for, and the kerns.
struct GlyphTable {
  struct Kern {
    let rights: Substring.UnicodeScalarView
    let units: Double
  }

  private static let shared = Mutex(GlyphTable(scripts: GlyphSource.scripts, kerning: GlyphSource.kerning))

  /// What stands for a character that is not covered.
  static let missing = Glyph(
    base: "\u{FFFD}", room: .bearings(left: 60, right: 60),
    outline: Outline(parsing: "M 0 0 L 0 620 L 320 620 L 320 0 Z".utf8[...])!)

  /// The lines by the character that they define.
  private var lines: [Unicode.Scalar: Substring.UTF8View] = [:]
  private var glyphs: [Unicode.Scalar: Glyph] = [:]
  var ascii = ASCIIAdvances()
  /// What goes before which characters, by the character before them.
  private(set) var kerns: [Unicode.Scalar: [Kern]] = [:]
  /// Lines that define a character again, and kerns that cannot be read.
  private(set) var faults: [String] = []

  init(scripts: [String], kerning: String) {
    lines.reserveCapacity(600)
    kerns.reserveCapacity(100)
    for script in scripts {
      for line in script.utf8.split(separator: UInt8(ascii: "\n")) {
        guard let scalar = Substring(line).unicodeScalars.first, lines.updateValue(line, forKey: scalar) == nil else {
          faults.append(String(Substring(line)))
          continue
        }
      }
    }
    for line in kerning.utf8.split(separator: UInt8(ascii: "\n")) { addKerns(line) }
  }

  /// Every character that has a line.
  var characters: [Character] { lines.keys.map { Character($0) } }

  subscript(character: Character) -> Glyph? {
    mutating get { scalar(of: character).flatMap { glyph($0) } }
  }

  /// Each character's glyph and the kern that goes before it, in units.
  static func glyphs(of string: String) -> [(glyph: Glyph, kern: Double)] {
    shared.withLock { $0.glyphs(of: string) }
  }

  /// The width of a line in units.
  static func width(of string: String, _ weight: Text.Weight) -> Double {
    shared.withLock { $0.width(of: string, weight) }
  }

  static func covers(_ string: String) -> Bool {
    shared.withLock { table in string.allSatisfy { table.scalar(of: $0) != nil } }
  }

  /// A copy of the table, for tests.
  static var copy: GlyphTable { shared.withLock { $0 } }

  mutating func glyphs(of string: String) -> [(glyph: Glyph, kern: Double)] {
    var previous: Unicode.Scalar?
    return string.map { character in
      let glyph = self[character] ?? Self.missing
      defer { previous = glyph.base }
      return (glyph, previous.map { kern($0, glyph.base) } ?? 0)
    }
  }

  /// What goes between two characters, in units.
  func kern(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Double {
    kerns[left]?.first { $0.rights.contains(right) }?.units ?? 0
  }

  /// The scalar that is canonically equivalent to the character and has a line.
  private func scalar(of character: Character) -> Unicode.Scalar? {
    let scalars = character.unicodeScalars
    let first = scalars.first!
    if lines[first] != nil, scalars.count == 1 { return first }
    if first.isASCII, scalars.count == 1 { return nil }
    return lines.keys.first { Character($0) == character }
  }

  private mutating func glyph(_ scalar: Unicode.Scalar) -> Glyph? {
    if let glyph = glyphs[scalar] { return glyph }
    guard let line = lines[scalar], let glyph = read(line, defining: scalar) else { return nil }
    glyphs[scalar] = glyph
    return glyph
  }

  private mutating func read(_ line: Substring.UTF8View, defining scalar: Unicode.Scalar) -> Glyph? {
    switch GlyphParser.parse(line: line) {
    case .drawn(let room, let outline)?: return Glyph(base: scalar, room: room, outline: outline)
    case .accented(let base, let accent)?:
      guard let base = glyph(base), let accent = glyph(accent) else { return nil }
      return base.accented(accent)
    case .struck(let base, let outline)?: return glyph(base)?.struck(outline)
    case .repeated(let base)?: return glyph(base)
    case .raised(let base)?: return glyph(base)?.small(raisedBy: 310)
    case .lowered(let base)?: return glyph(base)?.small(raisedBy: -160)
    case nil: return nil
    }
  }

  /// `LEFTS RIGHTS UNITS`: every character of the first word before every character of the second.
  private mutating func addKerns(_ line: Substring.UTF8View) {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count == 3, var number = words.last, let units = number.takeNumber() else {
      faults.append(String(Substring(line)))
      return
    }
    let kern = Kern(rights: Substring(words[1]).unicodeScalars, units: units)
    for left in Substring(words[0]).unicodeScalars { kerns[left, default: []].append(kern) }
  }
}
