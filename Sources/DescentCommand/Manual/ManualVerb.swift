import ArgumentParser

/// `descent manual`: the manual page.
struct ManualVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    usage: "descent manual",
    discussion: """
      EXAMPLES
        descent manual > descent.1

      Read it at once with `descent manual | man -l -`, or keep descent.1 in
      ~/.local/share/man/man1, where `man descent` finds it.
      """)

  func run() throws { throw WholeCommandRequest.manual }
}
