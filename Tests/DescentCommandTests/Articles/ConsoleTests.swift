import Foundation
import Testing

/// What stands in the articles as typed and printed: every command is run, and prints just that.
@Suite struct ConsoleTests {
  /// A command and the text below it.
  private struct Line {
    var command: String
    var output: String
  }

  private static func lines(of article: Article) -> [Line] {
    var lines: [Line] = []
    for block in article.blocks where block.language == "console" {
      for text in block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if text.hasPrefix("$ ") {
          lines.append(Line(command: String(text.dropFirst(2)), output: ""))
        } else {
          lines[lines.count - 1].output += text + "\n"
        }
      }
    }
    return lines
  }

  @Test(arguments: try Article.names.map { try Article($0) } + [Article.readme()])
  func printsWhatItSays(_ article: Article) throws {
    let descent = try Command()
    for line in Self.lines(of: article) {
      // The reader's own file is shown by `cat` before there is one.
      let words = line.command.split(separator: " ").map(String.init)
      if words.count == 2, words[0] == "cat", !descent.files.contains(words[1]) {
        try descent.write(line.output, to: words[1])
      }
      let result = try descent.shell(line.command + " 2>&1")
      #expect(result.text == line.output, "\(article.name): \(line.command)")
    }
  }

  /// Nothing is lost in the reading.
  @Test func someArticlesHaveCommands() throws {
    #expect(Article.names.count >= 7)
    let counts = try Article.names.map { Self.lines(of: try Article($0)).count }
    #expect(counts.reduce(0, +) >= 9)
  }

  private struct Runs: Decodable {
    struct Verdict: Decodable { var kind: String }
    struct One: Decodable { var verdict: Verdict }
    var runs: [One]
  }

  /// The run that an article gives for each verdict has it.
  @Test(arguments: try Article("Verdicts").table(headed: "| verdict | command |"))
  func verdicts(_ row: [String]) throws {
    let (verdict, command) = (try #require(row[0].codes.first), try #require(row[1].codes.first))
    let result = try Command().shell(command + " --json")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try JSONDecoder().decode(Runs.self, from: result.output).runs.map(\.verdict.kind) == [verdict])
  }

  /// The JSON of settings and the YAML of a header are what an editor reads.
  @Test func editorSettings() throws {
    let article = try Article("CheckingInYourEditor")
    let settings = try article.block("json", in: "All files of a project")
    let schemas = try JSONDecoder().decode([String: [String: String]].self, from: Data(settings.utf8))
    let names = ["defaults", "recipe", "surface"].map { ".vscode/\($0).schema.json" }
    #expect(schemas["yaml.schemas"]?.keys.sorted() == names)
    let descent = try Command()
    try descent.write(try article.block("yaml", in: "One file"), to: "recipe.yaml")
    let result = try descent("render", "recipe.yaml")
    #expect(result.code == 0, "\(result.errors)")
  }
}
