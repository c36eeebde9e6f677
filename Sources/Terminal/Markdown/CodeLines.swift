/// Breaks lines of code that are too long for a place, at spaces only, so that what is shown can still be copied.
///
/// A broken line of a shell goes on behind ` \`, as a shell takes it; where a command needs that anywhere its own continued lines are
/// filled anew, an option with its value where that finds room. In other languages the rest of a line stands further in. A space
/// within quotes is no place to break, nor is one before which there is nothing; a word longer than the place is left whole, and
/// the terminal breaks it, which copying undoes.
struct CodeLines {
  let width: Int
  let isShell: Bool

  private static let shells: Set<String> = ["sh", "shell", "bash", "zsh", "console"]
  private static let indent = "    "
  private static let mark = " \\"

  /// `language` as it stands behind a fence.
  init(width: Int, language: String) {
    self.width = width
    isShell = Self.shells.contains(language.lowercased())
  }

  func lines(_ source: [String]) -> [String] {
    let source = source.map { $0.replacing("\t", with: Self.indent) }
    return commands(source).flatMap { command in
      command.allSatisfy { DisplayWidth.of($0) <= width } ? command : filled(joined(command))
    }
  }

  /// The lines of each command: continued ones together.
  private func commands(_ source: [String]) -> [[String]] {
    var commands: [[String]] = []
    var goesOn = false
    for line in source {
      if goesOn { commands[commands.count - 1].append(line) } else { commands.append([line]) }
      goesOn = isShell && line.hasSuffix("\\") && !line.hasSuffix("\\\\")
    }
    return commands
  }

  private func joined(_ command: [String]) -> String {
    command.enumerated().map { index, line in
      let isLast = index == command.count - 1
      let words = isLast ? line[...] : line.dropLast()
      // A backslash behind a word's own letters joins without a space.
      return index == 0 ? String(words) : String(words.drop { $0 == " " })
    }.joined()
  }

  private func filled(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    let room = width - (isShell ? Self.mark.count : 0)
    let units = units(of: line, room: room - Self.indent.count)
    for (index, (space, word)) in units.enumerated() {
      // The last line needs no mark.
      let room = index == units.count - 1 ? width : room
      if current.contains(where: { $0 != " " }), DisplayWidth.of(current + space + word) > room {
        lines.append(current + (isShell ? Self.mark : ""))
        current = Self.indent + word
      } else {
        current += space + word
      }
    }
    return lines + [current]
  }

  /// What is not to be parted: words, in a shell an option with the word behind it, with the spaces before them.
  private func units(of line: String, room: Int) -> [(space: String, word: String)] {
    var units: [(space: String, word: String)] = []
    for (space, word) in words(of: line) {
      if isShell, let last = units.last?.word, last.hasPrefix("-"), !last.contains(" "), !word.hasPrefix("--"),
        DisplayWidth.of(last + space + word) <= room
      {
        units[units.count - 1].word += space + word
      } else {
        units.append((space, word))
      }
    }
    return units
  }

  /// Words with the spaces before them.
  private func words(of line: String) -> [(space: String, word: String)] {
    var words: [(space: String, word: String)] = []
    var (space, word, quote): (String, String, Character?) = ("", "", nil)
    for character in line {
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
