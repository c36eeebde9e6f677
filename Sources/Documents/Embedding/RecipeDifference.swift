import SurfaceCatalog

/// In what two canonical recipes differ, in a few words: `steps 60 → 80`.
struct RecipeDifference {
  let words: String

  private static let most = 3

  init(from old: String, to new: String) {
    guard let before = Self.leaves(of: old), let after = Self.leaves(of: new) else {
      words = "its recipe has changed"
      return
    }
    let keys = after.map(\.key) + before.map(\.key).filter { key in !after.contains { $0.key == key } }
    let changes = keys.compactMap { key -> String? in
      let (old, new) = (before.first { $0.key == key }?.text, after.first { $0.key == key }?.text)
      guard old != new else { return nil }
      return "\(key) \(Self.short(old ?? "none")) → \(Self.short(new ?? "none"))"
    }
    let rest = changes.count - Self.most
    words =
      changes.isEmpty
      ? "descent draws it otherwise now"
      : changes.prefix(Self.most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private typealias Leaf = (key: String, text: String)

  /// Every value with the keys that lead to it.
  private static func leaves(of text: String) -> [Leaf]? {
    guard let root = try? YAMLNode.parse(text, file: nil) else { return nil }
    var leaves: [Leaf] = []
    collect(root, [], into: &leaves)
    return leaves
  }

  private static func collect(_ node: YAMLNode, _ path: [String], into leaves: inout [Leaf]) {
    switch node.content {
    case .scalar(let text): leaves.append((path.joined(separator: " "), text))
    case .mapping(let entries): for entry in entries { collect(entry.value, path + [entry.key], into: &leaves) }
    case .list(let items):
      let texts = items.compactMap { item in if case .scalar(let text) = item.content { text } else { nil } }
      if texts.count == items.count {
        leaves.append((path.joined(separator: " "), "[" + texts.joined(separator: ", ") + "]"))
      } else {
        for (index, item) in items.enumerated() {
          let name = path == ["runs"] ? ["run \(index + 1)"] : path + ["\(index + 1)"]
          collect(item, name, into: &leaves)
        }
      }
    }
  }

  private static func short(_ text: String) -> String {
    let line = Escaping.oneLine(text)
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}
