import Foundation
import Testing

@testable import DescentCommand

/// The manual page: all of the command is in it, and it reads well.
@Suite struct ManualPageTests {
  private static let hasGroff = FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")

  /// The page as a terminal of 80 columns shows it, without bold and italic.
  private static func rendered() throws -> String {
    let line = "descent manual | groff -man -Tutf8 -ww -rLL=80n -P-c -P-b -P-u -P-o"
    let result = try Command().shell(line)
    #expect(result.code == 0)
    #expect(result.errors.isEmpty, "\(result.errors)")
    return result.text
  }

  /// Every verb, every option and every argument that help shows.
  @Test func holdsAllThatHelpHas() throws {
    let page = try Command()("manual").text
    func check(_ command: CommandOutline) {
      if command.hasName {
        #expect(page.contains(".SS \"\(Roff.escaped(command.name))\"\n"), "\(command.name)")
        #expect(page.contains(Roff.escaped(command.abstract)), "\(command.name)")
      }
      for entry in command.entries {
        #expect(entry.abstract?.isEmpty == false, "\(command.name) \(entry.typedNames)")
        for name in entry.typedNames { #expect(page.contains("\\fB\(Roff.escaped(name))\\fR"), "\(name)") }
      }
      for child in command.children { check(child) }
    }
    let root = try CommandOutline(of: Descent.self)
    #expect(root.children.count > 10)
    for verb in root.children { check(verb) }
    // The examples of help are in it, but for the columns on the left.
    for line in root.discussion.split(separator: "\n") where line.hasPrefix("  descent") {
      #expect(page.contains("\n" + Roff.escaped(String(line.dropFirst(2))) + "\n"), "\(line)")
    }
  }

  @Test(.enabled(if: hasGroff)) func isShownWithoutWarnings() throws {
    let page = try Self.rendered()
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let headlines = page.split(separator: "\n").filter { $0.first?.isUppercase == true }.map(String.init)
    let expected = [
      "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "VERBS", "SCHEDULES", "OPTIMIZERS", "EXIT STATUS",
      "ENVIRONMENT", "FILES", "SEE ALSO",
    ]
    #expect(headlines.filter(expected.contains) == expected)
    for words in [
      "descent - shows what a learning rate does", "ε₀·α^⌊t/N⌋", "--learning-rate n,…", "-o, --output file",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    // Quotes and carets can be copied into a shell.
    #expect(page.contains(#"descent run --formula "x^2/2 + y^4/4 - y^2/2" --start 1.5,0.001 \"#))
  }

  /// Whatever the sources ask of the environment stands in the page.
  @Test func holdsTheEnvironment() throws {
    let sources = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized
    let page = try Command()("manual").text
    var count = 0
    for folder in ["DescentCommand", "Terminal"] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: sources.appending(path: folder).path)
      for name in names where name.hasSuffix(".swift") {
        let text = try String(contentsOf: sources.appending(path: "\(folder)/\(name)"), encoding: .utf8)
        for match in text.matches(of: /(?:environment\[|value\()"([A-Z_]+)"/) {
          #expect(page.contains(match.1), "\(match.1) in \(name)")
          count += 1
        }
      }
    }
    #expect(count > 10)
  }

  @Test func everyExitCode() throws {
    let page = try Command()("manual").text
    for code in Failure.Code.allCases { #expect(page.contains(".TP\n\\fB\(code.rawValue)\\fR\n"), "\(code)") }
  }

  @Test func textMeansItself() {
    #expect(Roff.escaped(#"a\b -c 'd' "e" ^ ~ `f`"#) == #"a\eb \-c \(aqd\(aq \(dqe\(dq \(ha \(ti \(gaf\(ga"#)
    #expect(Roff.escaped(".in") == #"\&.in"#)
    #expect(Roff.escaped("η") == #"\[u03B7]"#)
    // groff names é by its parts.
    #expect(Roff.escaped("é") == #"\[u0065_0301]"#)
  }

  @Test func partsOfADiscussion() {
    let text = "EXAMPLES\n  descent a\n  # b\n\n    c\n\nWords that\nflow.\n\nKEYS of it\n  d\n"
    #expect(
      DiscussionPart.parts(of: text) == [
        .headline("EXAMPLES"), .verbatim(["descent a", "# b", "", "  c"]), .prose("Words that flow."),
        .headline("KEYS of it"), .verbatim(["d"]),
      ])
    #expect(DiscussionPart.parts(of: "").isEmpty)
  }
}
