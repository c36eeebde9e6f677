import LossSurfaces
import Optimization

/// What may stand in a specification such as `step:factor=0.5,every=20`: names, then the keys that are not yet given, and behind a
/// key its values, where they can be counted.
struct SpecificationWords {
  private let entries: [SpecificationEntry]

  init(_ entries: [SpecificationEntry]) { self.entries = entries }

  /// All that the last part of `word` may be, each with what stands before it.
  func beginning(_ word: String) -> [String] {
    guard let colon = word.firstIndex(of: ":") else { return entries.map(\.name) }
    guard let entry = entries.first(where: { $0.name == word[..<colon] }) else { return [] }
    let parts = word[word.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
    let names = parts.map { $0.prefix { $0 != "=" } }
    let head = word[...colon] + parts.dropLast().map { $0 + "," }.joined()
    guard let last = parts.last, last.contains("=") else {
      return entry.keys.filter { key in !names.dropLast().contains { $0 == key.name } }.map { "\(head)\($0.name)=" }
    }
    guard let key = entry.keys.first(where: { names.last.map(String.init) == $0.name }) else { return [] }
    return Self.values(of: key).map { "\(head)\(key.name)=\($0)" }
  }

  private static func values(of key: SpecificationKey) -> [String] {
    switch key.kind {
    case .flag: ["true", "false"]
    case .choice(let words): words
    case .number, .count, .span, .spans, .formula: []
    }
  }
}
