package import LossSurfaces
import Yams

extension YAMLNode {
  /// The limits on what is read.
  package enum Limits {
    package static let bytes = 1_000_000
    /// Scalars, lists and mappings, after aliases.
    package static let nodes = 10_000
    /// Lists and mappings inside each other.
    package static let levels = 100
  }

  /// Reads a YAML text of one document.
  ///
  /// - Parameters:
  ///   - file: What messages call the text; nil for none.
  ///   - firstLine: The number of the text's first line in the file.
  ///   - label: What messages call the whole: `the recipe`.
  ///
  /// Throws what is wrong with its syntax, duplicate keys, and when it is empty or passes a limit.
  package static func parse(_ text: String, file: String?, firstLine: Int = 1, label: String = "the file")
    throws(InputError)
    -> YAMLNode
  {
    var parser = YAMLParser(source: YAMLSource(text: text, file: file, firstLine: firstLine))
    return try parser.parse(label)
  }
}

/// Turns the nodes of Yams into ours.
///
/// Yams puts an anchor's node wherever an alias stands and then hashes the keys of mappings, so nine lines of aliases
/// make it work for years before it returns. It therefore never sees an alias: each asterisk reaches it as another
/// character, and aliases, which then are plain scalars that begin with it, are followed here and their nodes counted.
private struct YAMLParser {
  private let source: YAMLSource
  /// Stands for `*` in what Yams reads; nil if the text has no anchors.
  private let asterisk: Unicode.Scalar?
  private var anchors: [String: Node] = [:]
  private var count = 0

  init(source: YAMLSource) {
    self.source = source
    let privateUse = (0xE000...0xF8FF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    asterisk =
      source.text.utf8.contains(UInt8(ascii: "&"))
      ? privateUse.first { !source.text.unicodeScalars.contains($0) } : nil
  }

  mutating func parse(_ label: String) throws(InputError) -> YAMLNode {
    let size = source.text.utf8.count
    guard size <= YAMLNode.Limits.bytes else {
      throw InputError(
        "\(source.file ?? "the text") has \(YAMLNode.grouped(size)) bytes; at most "
          + "\(YAMLNode.grouped(YAMLNode.Limits.bytes)) are allowed", remedy: "Split it.")
    }
    // Yams' default resolver compiles regular expressions, which costs more than all the rest; types are ours to tell.
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(
        yaml: swapped(source.text, from: "*", to: asterisk), resolver: .basic, constructor: .default, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw YAMLSyntaxError(source: source).inputError(error)
    }
    guard let root else {
      throw InputError("there is nothing in it", at: source.place(line: 1, column: 1))
    }
    // A node holds its anchor weakly; the parser owns it.
    return try withExtendedLifetime(parser) { () throws(InputError) in try node(root, label: label, level: 0) }
  }

  private func swapped(_ text: String, from old: Unicode.Scalar?, to new: Unicode.Scalar?) -> String {
    guard let old, let new, text.unicodeScalars.contains(old) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar == old ? new : scalar) }
    return String(result)
  }

  private mutating func node(_ yams: Node, label: String, level: Int) throws(InputError) -> YAMLNode {
    let (line, column) = (yams.mark?.line ?? 1, yams.mark?.column ?? 1)
    func made(_ content: YAMLNode.Content, _ style: YAMLNode.Style = .plain) -> YAMLNode {
      YAMLNode(content: content, style: style, label: label, line: line, column: column, source: source)
    }
    func refused(_ problem: String, _ remedy: String) -> InputError { made(.list([])).error(problem, remedy: remedy) }
    if let target = try alias(yams, refused) { return try node(target, label: label, level: level) }

    count += 1
    guard count <= YAMLNode.Limits.nodes else {
      throw refused(
        "more than \(YAMLNode.grouped(YAMLNode.Limits.nodes)) values, aliases counted as what they stand for",
        "Split the file, or leave the aliases out.")
    }
    guard level <= YAMLNode.Limits.levels else {
      throw refused("more than \(YAMLNode.Limits.levels) levels inside each other", "Make it flatter.")
    }
    let result: YAMLNode
    switch yams {
    case .scalar(let scalar):
      try refuseTag(scalar.tag, refused)
      let text = swapped(scalar.string, from: asterisk, to: "*")
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: result = made(.scalar(text), .quoted)
      case .literal, .folded: result = made(.scalar(text), .block)
      case .any, .plain: result = made(.scalar(text))
      }
    case .sequence(let sequence):
      try refuseTag(sequence.tag, refused)
      var items: [YAMLNode] = []
      for (index, item) in sequence.enumerated() {
        items.append(try node(item, label: "item \(index + 1) of \(label)", level: level + 1))
      }
      result = made(.list(items))
    case .mapping(let mapping):
      try refuseTag(mapping.tag, refused)
      result = made(.mapping(try entries(mapping, level: level + 1)))
    case .alias: throw refused("an alias that cannot be followed", "Write the value out.")
    }
    if let anchor = yams.anchor { anchors[anchor.rawValue] = yams }
    return result
  }

  private mutating func entries(_ mapping: Node.Mapping, level: Int) throws(InputError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    for (key, value) in mapping {
      let keyNode = try node(key, label: "the key", level: level)
      guard case .scalar(let name) = keyNode.content else { throw keyNode.mismatch(needs: "a text") }
      let value = try node(value, label: "'\(name)'", level: level)
      entries.append(YAMLNode.Entry(key: name, keyNode: keyNode, value: value))
    }
    return entries
  }

  /// The node that an alias stands for; nil if this is none.
  private func alias(_ node: Node, _ refused: (String, String) -> InputError) throws(InputError) -> Node? {
    guard let asterisk, case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any,
      scalar.string.unicodeScalars.first == asterisk
    else { return nil }
    let name = String(scalar.string.unicodeScalars.dropFirst())
    guard let target = anchors[name] else {
      throw refused(
        "no anchor '&\(name)' stands before this alias", "Put a text that begins with an asterisk in quotes.")
    }
    return target
  }

  /// Tags that say what is so anyway; Yams gives them to keys.
  private static let plainTags = Set(["", "!"] + ["str", "seq", "map"].map { "tag:yaml.org,2002:\($0)" })

  private func refuseTag(_ tag: Tag, _ refused: (String, String) -> InputError) throws(InputError) {
    guard Self.plainTags.contains(tag.description) else {
      throw refused("the tag '\(tag)' has no meaning here", "Leave it out.")
    }
  }
}
