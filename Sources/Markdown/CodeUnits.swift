/// What of a line of code is not to be parted where the line is broken.
public enum CodeUnits {
  /// Words with the spaces before them; spaces at the end are left out.
  ///
  /// In a shell words within quotes stay together, an option stays with the value behind it where the two fit, and a comment is
  /// one unit: what would follow on another line would be a command.
  public static func units(
    of line: String, isShell: Bool, fits: (String) -> Bool
  ) -> [(space: String, word: String)] {
    var units: [(space: String, word: String)] = []
    for (space, word) in words(of: line, isShell: isShell) {
      if isShell, let last = units.last?.word, last.hasPrefix("-"), !last.contains(" "), !word.hasPrefix("--"),
        word != "\\", !word.hasPrefix("#"), fits(last + space + word)
      {
        units[units.count - 1].word += space + word
      } else {
        units.append((space, word))
      }
    }
    return units
  }

  private static func words(of line: String, isShell: Bool) -> [(space: String, word: String)] {
    var words: [(space: String, word: String)] = []
    var (space, word, quote): (String, String, Character?) = ("", "", nil)
    for (index, character) in zip(line.indices, line) {
      if isShell, quote == nil, word.isEmpty, character == "#" {
        words.append((space, String(line[index...])))
        return words
      }
      if character == " ", quote == nil {
        if !word.isEmpty {
          words.append((space, word))
          (space, word) = ("", "")
        }
        space.append(character)
        continue
      }
      if character == quote {
        quote = nil
      } else if quote == nil, isShell, "\"'".contains(character) {
        quote = character
      }
      word.append(character)
    }
    if !word.isEmpty { words.append((space, word)) }
    return words
  }
}
