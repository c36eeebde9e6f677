import ArgumentParser
import Foundation

/// A command as the argument parser knows it: its words, its options, its subcommands.
struct CommandOutline {
  /// An option, a flag or an argument.
  struct Entry: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      /// As it is typed: `--output`, `-o`.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    enum Kind: String, Decodable {
      case positional, option, flag
    }

    let kind: Kind
    let shouldDisplay: Bool
    let sectionTitle: String?
    let names: [Name]?
    let valueName: String?
    let abstract: String?

    /// Whether every command has it.
    var isCommon: Bool { ["--help", "--version"].contains { typedNames.contains($0) } }
    var typedNames: [String] { (names ?? []).map(\.typed) }
  }

  /// `descent lesson list`.
  let name: String
  let abstract: String
  let discussion: String
  /// The lines of its synopsis.
  let usages: [String]
  /// Whether it is one that is typed, not what stands for none.
  let hasName: Bool
  let entries: [Entry]
  let children: [CommandOutline]

  /// A command and all below it.
  init(of command: any ParsableCommand.Type) throws {
    let dump = try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    self.init(command, dump.command, below: [])
  }

  private init(_ command: any ParsableCommand.Type, _ description: Description, below names: [String]) {
    let path = names + [description.commandName]
    name = path.joined(separator: " ")
    let configuration = command.configuration
    abstract = configuration.abstract
    discussion = configuration.discussion
    usages = (configuration.usage ?? name).split(separator: "\n").map { String($0.drop { $0 == " " }) }
    hasName = configuration.shouldDisplay
    entries = (description.arguments ?? []).filter { $0.shouldDisplay && !$0.isCommon }
    children = configuration.subcommands.compactMap { child in
      description.subcommands?.first { $0.commandName == child._commandName }.map {
        CommandOutline(child, $0, below: path)
      }
    }
  }

  private struct Dump: Decodable { let command: Description }

  private struct Description: Decodable {
    let commandName: String
    let arguments: [Entry]?
    let subcommands: [Description]?
  }
}
