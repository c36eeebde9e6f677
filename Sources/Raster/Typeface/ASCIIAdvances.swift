/// What is known of the widths of printable ASCII, of which most texts are, so that a width takes neither glyphs nor
/// dictionaries.
struct ASCIIAdvances {
  private static let characters = UInt8(ascii: " ")...UInt8(ascii: "~")

  /// In units, by character; not a number where nothing is known.
  private var regular = [Double](repeating: .nan, count: characters.count)
  private var bold = [Double](repeating: .nan, count: characters.count)
  /// By the character before, then the one after.
  private var kerns = [Double](repeating: .nan, count: characters.count * characters.count)

  /// Where a character of printable ASCII stands in the tables; nil for all others.
  static func place(of byte: UInt8) -> Int? { characters.contains(byte) ? Int(byte - characters.lowerBound) : nil }

  static func character(at place: Int) -> Character { Character(Unicode.Scalar(characters.lowerBound + UInt8(place))) }

  subscript(place: Int, weight: Text.Weight) -> Double {
    get { weight == .bold ? bold[place] : regular[place] }
    set {
      if weight == .bold { bold[place] = newValue } else { regular[place] = newValue }
    }
  }

  /// What goes between two characters.
  subscript(left: Int, right: Int) -> Double {
    get { kerns[left * Self.characters.count + right] }
    set { kerns[left * Self.characters.count + right] = newValue }
  }
}
