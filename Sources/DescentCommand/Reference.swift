import Optimization

/// The tables of schedules and optimizers, as help prints them: in lines that a terminal of 80 columns holds.
enum Reference {
  private static let width = 78

  /// Whether help may be asked for. The argument parser takes every verb's help text at every start; setting the
  /// tables costs a millisecond, a thirtieth of a picture.
  private static let isWanted = CommandLine.arguments.contains { $0 == "-h" || $0.contains("help") }

  /// A headline, and below it each name with its formula and its keys; empty when nobody asks for help.
  static func section(_ headline: String, _ entries: [SpecificationEntry], without common: [String] = []) -> String {
    guard isWanted else { return "" }
    return ([headline] + entries.map { text($0, without: common) }).joined(separator: "\n")
  }

  private static func text(_ entry: SpecificationEntry, without common: [String]) -> String {
    let lines = wrapped("\(entry.name)  \(entry.formula)", indent: 2, hanging: 6)
    let keys = entry.keys.filter { !common.contains($0.name) }
    return
      (lines
      + keys.flatMap { key in
        wrapped("\(key.name)  \(key.about)\(standing(key))", indent: 6, hanging: 10)
      }).joined(separator: "\n")
  }

  private static func standing(_ key: SpecificationKey) -> String {
    if key.isRequired { return " (must be given)" }
    return key.standard.map { " (\($0))" } ?? ""
  }

  /// Breaks a text at its spaces.
  private static func wrapped(_ text: String, indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
