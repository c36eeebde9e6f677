import Markdown

/// Breaks lines of code that are too long for a place, at spaces only, so that what is shown can still be copied.
///
/// A broken line of a shell goes on behind ` \`, as a shell takes it; where a command needs that anywhere its own continued lines are
/// filled anew, an option with its value where that finds room; a comment is not broken. In other languages the rest of a line stands further in. A space
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
    var text = ""
    for (index, line) in command.enumerated() {
      let words = index == command.count - 1 ? line[...] : line.dropLast()
      let rest = index == 0 ? words : words.drop { $0 == " " }
      // A backslash behind a word's own letters joins without a space, unless the next line has one.
      if rest.count < words.count, !text.hasSuffix(" ") { text += " " }
      text += rest
    }
    return text
  }

  private func filled(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    let room = width - (isShell ? Self.mark.count : 0)
    let units = CodeUnits.units(of: line, isShell: isShell) { DisplayWidth.of($0) <= room - Self.indent.count }
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
}
