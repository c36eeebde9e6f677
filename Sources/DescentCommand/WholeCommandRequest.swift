import ArgumentParser

/// What a verb asks of the whole command, which no verb knows: it is thrown, and the command answers.
enum WholeCommandRequest: Error {
  case manual
  case completions(CompletionShell)

  func answer(for command: any ParsableCommand.Type) throws {
    switch self {
    case .manual: try Console.put(ManualPage(of: try CommandOutline(of: command)).text)
    case .completions(let shell):
      let script = command.completionScript(for: shell)
      try Console.put(script + "\n" + (shell == .bash ? WholeWords.script : ""))
    }
  }
}
