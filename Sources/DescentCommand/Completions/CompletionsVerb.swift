import ArgumentParser
import LossSurfaces

/// `descent completions`: a script that lets a shell complete the command.
struct CompletionsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script that lets a shell complete the command.",
    usage: "descent completions bash|zsh|fish",
    discussion: """
      EXAMPLES
        descent completions bash > descent.bash
        descent completions zsh > _descent
        descent completions fish > descent.fish

      Verbs, options and what can stand behind them are completed: surfaces and
      their parameters, schedules and optimizers with their keys, panels, palettes,
      lessons. Put the script where your shell looks for it:
        bash  ~/.local/share/bash-completion/completions/descent
        zsh   a file _descent in a folder of $fpath, before compinit
        fish  ~/.config/fish/completions/descent.fish
      or try it at once, in bash: source <(descent completions bash)
      """)

  @Argument(help: "bash, zsh or fish.", completion: .list(shells.map(\.rawValue)))
  var shell: String?

  private static let shells: [CompletionShell] = [.bash, .zsh, .fish]

  func run() throws {
    let names = Self.shells.map(\.rawValue)
    guard let shell else { throw Failure("for which shell? \(names.joined(separator: ", "))", .usage) }
    guard let chosen = Self.shells.first(where: { $0.rawValue == shell }) else {
      throw Failure(
        "there is no script for '\(shell)'\n\(Spelling.remedy(for: shell, among: names, called: "shells"))", .usage)
    }
    throw WholeCommandRequest.completions(chosen)
  }
}
