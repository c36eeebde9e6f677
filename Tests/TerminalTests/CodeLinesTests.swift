import Foundation
import Testing

@testable import Terminal

@Suite struct CodeLinesTests {
  private static let long =
    "descent schedule cosine:warmup=10 \"formula:rate=lr*exp(-t/20) * 2\" --steps 100 -o mine.png"
  private static let continued = ["descent run ravine --learning-rate 0.19 --steps 40 \\", "    --noise 0.5 -o a.png"]

  @Test(arguments: [
    (["descent lesson"], 40, ["descent lesson"]),
    (["descent run bowl --steps 10"], 20, ["descent run bowl \\", "    --steps 10"]),
    // As the author broke it, where there is room for it; else anew.
    (continued, 60, continued),
    (
      continued, 38, ["descent run ravine \\", "    --learning-rate 0.19 --steps 40 \\", "    --noise 0.5 -o a.png"]
    ),
    // An option stays with its value, be it negative, unless the two find no room.
    (
      continued, 34,
      ["descent run ravine \\", "    --learning-rate 0.19 \\", "    --steps 40 --noise 0.5 \\", "    -o a.png"]
    ),
    (["descent run a --start -1,2"], 24, ["descent run a \\", "    --start -1,2"]),
    (["descent a --schedule plateau:x=1"], 22, ["descent a --schedule \\", "    plateau:x=1"]),
    // A word longer than the place, and one within quotes, stay whole.
    (
      ["descent --a-long-option=with-its-value x"], 20,
      ["descent \\", "    --a-long-option=with-its-value \\", "    x"]
    ),
    (
      [long], 44,
      [
        "descent schedule cosine:warmup=10 \\", "    \"formula:rate=lr*exp(-t/20) * 2\" \\",
        "    --steps 100 -o mine.png",
      ]
    ),
    // What follows a backslash and a space stands apart, and a comment does not go on.
    (
      ["descent compare rosenbrock\\", "    --schedule all --steps 100"], 28,
      ["descent compare rosenbrock \\", "    --schedule all \\", "    --steps 100"]
    ),
    (["# one; two; three"], 10, ["# one; two; three"]),
    (["descent a # one; two"], 14, ["descent a \\", "    # one; two"]),
    (["\tx  y"], 40, ["    x  y"]), ([""], 20, [""]),
  ])
  func shell(source: [String], width: Int, lines: [String]) {
    #expect(CodeLines(width: width, language: "sh").lines(source) == lines)
  }

  @Test func otherLanguages() {
    let lines = CodeLines(width: 20, language: "yaml").lines(["title: don't break words \\", "x: 1"])
    #expect(lines == ["title: don't break", "    words \\", "x: 1"])
  }

  /// What stands on the screen says to a shell what the page says.
  @Test(arguments: [long, continued.joined(separator: "\n")], [16, 24, 40, 56, 76])
  func copies(_ source: String, _ width: Int) throws {
    func words(_ text: String) throws -> String {
      let (process, output) = (Process(), Pipe())
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "descent() { printf '<%s>' \"$@\"; }\n\(text)\n"]
      process.standardOutput = output
      try process.run()
      defer { process.waitUntilExit() }
      return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    let lines = CodeLines(width: width, language: "sh").lines(source.split(separator: "\n").map(String.init))
    let said = try words(source)
    #expect(said.hasPrefix("<"))
    #expect(try words(lines.map { "    " + $0 }.joined(separator: "\n")) == said)
  }
}
