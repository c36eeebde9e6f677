import Foundation
import Testing

/// What the README and the article on installing tell a reader to type: all of it runs, in a folder that is the reader's home and the
/// clone as well. What compiles is for a clean clone, where CI runs it.
@Suite struct ShellBlocksTests {
  /// The lines of the blocks for the shell that compile nothing, comments left out.
  private static func lines(of article: Article) -> [String] {
    article.blocks.filter { $0.language == "sh" && !$0.text.contains("swift ") }
      .flatMap { $0.text.split(separator: "\n").map(String.init) }.filter { !$0.hasPrefix("#") }
  }

  /// A picture of half the resolution, which a debug build draws four times as fast.
  private static func quick(_ line: String) -> String {
    let fixed = ["--dpi", "descent inspect", "descent embed", ".svg"]
    return line.contains("-o ") && !fixed.contains(where: line.contains) ? line + " --scale 1" : line
  }

  private static func home() throws -> Command {
    let home = try Command()
    for folder in ["docs", ".build/release"] {
      try FileManager.default.createDirectory(atPath: home.path(folder), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: home.path(".build/release/descent"), withDestinationPath: Command.binary)
    return home
  }

  @Test func readme() throws {
    let home = try Self.home()
    let article = try Article.readme()
    for page in ["README.md", "docs/page.md"] {
      try home.write(try article.block("markdown", in: "For the author of documents"), to: page)
    }
    let lines = Self.lines(of: article)
    #expect(lines.count > 20)
    for line in lines {
      let result = try home.shell("export HOME=$PWD; " + Self.quick(line))
      #expect(result.code == 0, "\(line)\n\(result.errors)")
      for name in line.split(separator: " ").map(String.init) where name.hasSuffix(".png") {
        #expect(try home.data(of: name).starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(line)")
      }
    }
    // Installed, and at work.
    #expect(try home.shell("env -i ./.local/bin/descent --version").text == "0.1.0\n")
    #expect(
      String(decoding: try home.data(of: ".local/share/man/man1/descent.1"), as: UTF8.self).contains(".TH DESCENT"))
  }

  @Test func installing() throws {
    let home = try Self.home()
    let lines = Self.lines(of: try Article("Installing"))
    #expect(lines.count > 6)
    for line in lines { #expect(try home.shell("export HOME=$PWD; " + line).code == 0, "\(line)") }
    for script in [
      ".local/share/bash-completion/completions/descent", ".zfunc/_descent", ".config/fish/completions/descent.fish",
    ] {
      #expect(try home.data(of: script).count > 10_000, "\(script)")
    }
  }

  /// The command that CI takes from the README is the one of the article.
  @Test func oneRecipe() throws {
    let recipe = try Article("Installing").block("sh", in: "Overview").trimmingCharacters(in: .newlines)
    #expect(try Article.readme().text.contains("\n\(recipe) && "))
  }
}
