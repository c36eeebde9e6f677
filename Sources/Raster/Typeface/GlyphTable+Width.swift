extension GlyphTable {
  /// The width of a line in units.
  mutating func width(of string: String, _ weight: Text.Weight) -> Double {
    var width = 0.0
    var previous: Character?
    for character in string {
      let advance = advance(character, weight)
      let before = previous.map { kern($0, character) } ?? 0
      width += advance + before
      previous = character
    }
    return width
  }

  private mutating func advance(_ character: Character, _ weight: Text.Weight) -> Double {
    guard let place = ASCIIAdvances.place(of: character) else { return glyph(for: character).advance(Pen(weight)) }
    if ascii[place, weight].isNaN { ascii[place, weight] = glyph(for: character).advance(Pen(weight)) }
    return ascii[place, weight]
  }

  private mutating func kern(_ left: Character, _ right: Character) -> Double {
    guard let first = ASCIIAdvances.place(of: left), let second = ASCIIAdvances.place(of: right) else {
      return kern(glyph(for: left).base, glyph(for: right).base)
    }
    if ascii[first, second].isNaN { ascii[first, second] = kern(glyph(for: left).base, glyph(for: right).base) }
    return ascii[first, second]
  }

  private mutating func glyph(for character: Character) -> Glyph { self[character] ?? Self.missing }
}
