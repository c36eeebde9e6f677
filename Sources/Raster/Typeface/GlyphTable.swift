/// All glyphs and kerns, read when lettering is first asked for.
struct GlyphTable: Sendable {
  static let shared = GlyphTable(
    scripts: [
      GlyphSource.latinSmall, GlyphSource.latinCapitals, GlyphSource.digits, GlyphSource.punctuation,
      GlyphSource.mathematics, GlyphSource.accents, GlyphSource.accentedLatin, GlyphSource.greek,
      GlyphSource.smallFigures,
    ], kerning: GlyphSource.kerning)

  /// What stands for a character that is not covered.
  let missing: Glyph
  /// Lines that are not in the notation, name what is not there, or define a character again.
  private(set) var faults: [String] = []
  private(set) var glyphs: [Character: Glyph] = [:]
  private var kerns: [Pair: Double] = [:]
  private var ascii: [Glyph?] = []

  private struct Pair: Hashable {
    let left: Character
    let right: Character
  }

  subscript(character: Character) -> Glyph? {
    if let code = character.asciiValue { return ascii[Int(code)] }
    return glyphs[character]
  }

  func kern(_ left: Character, _ right: Character) -> Double { kerns[Pair(left: left, right: right)] ?? 0 }

  init(scripts: [String], kerning: String) {
    missing = Glyph(
      base: "\u{FFFD}", room: .bearings(left: 60, right: 60),
      segments: [.move([0, 0]), .line([320, 0]), .line([320, 620]), .line([0, 620]), .line([0, 0])],
      levels: [Glyph.Level(y: 0, edge: .bottom), Glyph.Level(y: 620, edge: .top)], stems: [0, 320], left: 0, right: 320)
    for script in scripts {
      for line in script.split(separator: "\n") { define(line) }
    }
    for line in kerning.split(separator: "\n") { kern(line) }
    ascii = (0..<128).map { glyphs[Character(Unicode.Scalar($0))] }
  }

  private mutating func define(_ line: Substring) {
    guard let (character, command) = GlyphParser.parse(line: line), let glyph = glyph(character, command),
      glyphs.updateValue(glyph, forKey: character) == nil
    else {
      faults.append(String(line))
      return
    }
  }

  private func glyph(_ character: Character, _ command: GlyphParser.Command) -> Glyph? {
    switch command {
    case .drawn(let room, let outline):
      Glyph(
        base: character, room: room, segments: outline.segments, levels: outline.levels, stems: outline.stems,
        left: outline.left, right: outline.right)
    case .accented(let base, let accent): glyphs[accent].flatMap { mark in glyphs[base]?.accented(mark) }
    case .struck(let base, let outline): glyphs[base]?.struck(outline)
    case .repeated(let base): glyphs[base]
    case .raised(let base): glyphs[base]?.small(raisedBy: 310)
    case .lowered(let base): glyphs[base]?.small(raisedBy: -160)
    }
  }

  /// `LEFTS RIGHTS UNITS`: every character of the first word before every character of the second.
  private mutating func kern(_ line: Substring) {
    var words = line.split(separator: " ")
    guard words.count == 3, var number = words.popLast()?.utf8, let units = number.takeNumber() else {
      faults.append(String(line))
      return
    }
    for left in words[0] {
      for right in words[1] where kerns.updateValue(units, forKey: Pair(left: left, right: right)) != nil {
        faults.append("\(left)\(right) is kerned twice")
      }
    }
  }
}
