import Optimization

/// The manual page `descent.1`: all verbs with their options and examples, as their help has them, and what concerns them all.
struct ManualPage {
  private var roff = Roff()

  var text: String { roff.text }

  init(of root: CommandOutline) {
    roff.line(".\\\" descent manual > descent.1")
    roff.line(".TH DESCENT 1 \"\" \"descent \(Version.current)\" \"Descent\"")
    // Names are not broken, nor words moved apart.
    roff.line(".nh")
    roff.line(".ad l")
    roff.section("NAME")
    roff.line("descent \\- shows what a learning rate does")
    roff.section("SYNOPSIS")
    synopsis(root.children.flatMap(\.usages))
    introduction(root)
    roff.section("VERBS")
    for verb in root.children { command(verb) }
    table("SCHEDULES", ManualText.schedules, Schedule.reference)
    table("OPTIMIZERS", ManualText.optimizers, Optimizer.reference)
    list("EXIT STATUS", ManualText.exitCodes)
    list("ENVIRONMENT", ManualText.environment)
    list("FILES", ManualText.files)
    roff.section("SEE ALSO")
    for paragraph in ManualText.seeAlso { roff.paragraph(paragraph) }
  }

  /// Lines of which the words of the command are typed as they are, without space between them.
  private mutating func synopsis(_ usages: [String]) {
    for (index, usage) in usages.enumerated() {
      let words = usage.split(separator: " ")
      let typed = words.prefix { word in word.allSatisfy { $0.isLowercase || $0 == "-" } }
      let rest = words.dropFirst(typed.count).joined(separator: " ")
      roff.line(".HP")
      let command = "\\fB\(Roff.escaped(typed.joined(separator: " ")))\\fR"
      roff.line(rest.isEmpty ? command : "\(command) \(Roff.escaped(rest))")
      if index == 0, usages.count > 1 { roff.line(".PD 0") }
    }
    if usages.count > 1 { roff.line(".PD") }
  }

  private mutating func introduction(_ root: CommandOutline) {
    roff.section("DESCRIPTION")
    for paragraph in ManualText.description { roff.paragraph(paragraph) }
    roff.section("OPTIONS")
    roff.item(.bold("-h") + .plain(", ") + .bold("--help"), "Explain a verb, examples first.")
    roff.item(.bold("--version"), "Print the version.")
    roff.section("EXAMPLES")
    discussion(of: root, withoutHeadline: "EXAMPLES")
  }

  private mutating func command(_ command: CommandOutline) {
    guard command.hasName else { return }
    roff.subsection(command.name)
    roff.paragraph(command.abstract)
    synopsis(command.usages)
    entries(of: command)
    discussion(of: command)
    // A subcommand that stands for none: its options belong to the command itself.
    for child in command.children where !child.hasName { entries(of: child) }
    for child in command.children { self.command(child) }
  }

  private mutating func entries(of command: CommandOutline) {
    var title: String?
    for entry in command.entries {
      if let section = entry.sectionTitle, section != title { roff.headline(section) }
      title = entry.sectionTitle
      roff.item(Self.term(for: entry), entry.abstract ?? "")
    }
  }

  private static func term(for entry: CommandOutline.Entry) -> Roff.Term {
    let value = Roff.Term.italic(entry.valueName ?? "")
    guard entry.kind != .positional else { return value }
    let names = entry.typedNames.map { Roff.Term.bold($0) }
    let first = names.dropFirst().reduce(names.first ?? .plain("")) { $0 + .plain(", ") + $1 }
    return entry.kind == .flag ? first : first + .plain(" ") + value
  }

  /// What help says of a command: lines to the right stand as they are, the others flow.
  private mutating func discussion(of command: CommandOutline, withoutHeadline: String? = nil) {
    for part in DiscussionPart.parts(of: command.discussion) {
      switch part {
      case .headline(let words): if words != withoutHeadline { roff.headline(words) }
      case .prose(let words): roff.paragraph(words)
      case .verbatim(let lines): roff.verbatim(lines)
      }
    }
  }

  /// Schedules or optimizers with their keys.
  private mutating func table(_ title: String, _ preface: String, _ entries: [SpecificationEntry]) {
    roff.section(title)
    roff.paragraph(preface)
    for entry in entries {
      roff.item(.bold(entry.name), entry.formula)
      guard !entry.keys.isEmpty else { continue }
      roff.line(".RS")
      for key in entry.keys {
        let standing = key.isRequired ? " (must be given)" : key.standard.map { " (\($0))" } ?? ""
        roff.item(.bold(key.name), key.about + standing)
      }
      roff.line(".RE")
    }
  }

  private mutating func list(_ title: String, _ items: [(term: String, words: String)]) {
    roff.section(title)
    for (term, words) in items { roff.item(.bold(term), words) }
  }
}
