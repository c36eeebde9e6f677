import Terminal

/// Reads a line of answer key by key. Only what every terminal understands is written: characters, and backspaces to take them back.
struct LessonLine {
  enum Input: Equatable {
    case line(String)
    /// Ctrl-C.
    case interrupt
    /// Nothing more will come.
    case end
    /// The process was paused; what stood on the screen may be gone.
    case resumed
  }

  /// Characters that are a line of their own, at once, when nothing else is typed.
  let immediate: Set<Character>
  /// Whether there is nothing else to type.
  var takesWords = true

  private static let longest = 400

  func read(_ keys: inout KeyReader) throws -> Input {
    try Console.put("> ")
    var line: [Character] = []
    func takeBack(_ count: Int) throws {
      for character in line.suffix(count).reversed() {
        let width = DisplayWidth.of(character)
        let back = String(repeating: "\u{8}", count: width)
        try Console.put(back + String(repeating: " ", count: width) + back)
      }
      line.removeLast(min(count, line.count))
    }
    while true {
      switch keys.next() {
      case .character(let character):
        if line.isEmpty, immediate.contains(character) {
          try Console.put("\(character == " " ? "" : String(character))\n\n")
          return .line(String(character))
        }
        guard takesWords, line.count < Self.longest,
          character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { continue }
        line.append(character)
        try Console.put(String(character))
      case .enter:
        try Console.put("\n\n")
        return .line(String(line))
      case .backspace, .delete: try takeBack(1)
      case .control("u"), .escape: try takeBack(line.count)
      case .interrupt:
        try Console.put("\n")
        return .interrupt
      case .endOfInput:
        try Console.put("\n")
        return .end
      case .suspend:
        try Console.put("\n")
        return .resumed
      default: continue
      }
    }
  }
}
