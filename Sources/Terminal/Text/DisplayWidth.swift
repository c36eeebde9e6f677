/// How many columns characters take in a terminal.
///
/// By grapheme clusters: 0 for a control character, a mark alone or one that is not seen, 2 for what Unicode's
/// East_Asian_Width calls wide or fullwidth and for emoji in colour, 1 for all else. What is ambiguous there is narrow.
public enum DisplayWidth {
  public static func of(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + of($1) } }

  public static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 {
      return first.value < 32 || (127..<160).contains(first.value) || first.value == 0xAD ? 0 : 1
    }
    let width = of(first)
    // A variation selector asks for the picture of what is else a letter, as in ⚠️; two regional letters make a flag.
    if character.unicodeScalars.dropFirst().contains(where: { $0.value == 0xFE0F }), first.properties.isEmoji {
      return 2
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if (0x1F1E6...0x1F1FF).contains(scalar.value) || scalar.properties.isEmojiPresentation { return 2 }
    return isWide(scalar.value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if value > wide[middle].upperBound { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// The blocks whose characters are wide or fullwidth (Unicode 15.1, EastAsianWidth.txt), emoji apart.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248,
    0x1F250...0x1F251, 0x1F260...0x1F265, 0x20000...0x3FFFD,
  ]
}
