extension GlyphTable {
  /// A character of a line, those of printable ASCII by their places in the tables.
  private enum Letter {
    case ascii(Int)
    case other(Character)

    init(_ character: Character) {
      self = character.asciiValue.flatMap(ASCIIAdvances.place).map(Letter.ascii) ?? .other(character)
    }

    var character: Character {
      switch self {
      case .ascii(let place): ASCIIAdvances.character(at: place)
      case .other(let character): character
      }
    }
  }

  /// The width of a line in units.
  mutating func width(of string: String, _ weight: Text.Weight) -> Double {
    var width = 0.0
    var previous: Letter?
    let bytes = string.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var next = bytes.index(after: index)
      let letter: Letter
      // What is not ASCII may belong to the character before it.
      if let place = ASCIIAdvances.place(of: bytes[index]), next == bytes.endIndex || bytes[next] < 0x80 {
        letter = .ascii(place)
      } else {
        letter = Letter(string[index])
        next = string.index(after: index)
      }
      let before = previous.map { kern($0, letter) } ?? 0
      width += advance(letter, weight) + before
      (previous, index) = (letter, next)
    }
    return width
  }

  private mutating func advance(_ letter: Letter, _ weight: Text.Weight) -> Double {
    guard case .ascii(let place) = letter else { return glyph(for: letter).advance(Pen(weight)) }
    if ascii[place, weight].isNaN { ascii[place, weight] = glyph(for: letter).advance(Pen(weight)) }
    return ascii[place, weight]
  }

  private mutating func kern(_ left: Letter, _ right: Letter) -> Double {
    guard case .ascii(let first) = left, case .ascii(let second) = right else {
      return kern(glyph(for: left).base, glyph(for: right).base)
    }
    if ascii[first, second].isNaN { ascii[first, second] = kern(glyph(for: left).base, glyph(for: right).base) }
    return ascii[first, second]
  }

  private mutating func glyph(for letter: Letter) -> Glyph { self[letter.character] ?? Self.missing }
}
