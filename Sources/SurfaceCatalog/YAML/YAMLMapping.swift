package import LossSurfaces

/// The keys of a mapping with their values, in the order in which they stand.
package struct YAMLMapping: Sendable {
  /// The mapping as a node, for its place.
  package let node: YAMLNode
  package let entries: [YAMLNode.Entry]

  package subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The value of a key that must be there.
  package func required(_ key: String) throws(InputError) -> YAMLNode {
    guard let value = self[key] else {
      throw node.error("the key '\(key)' is missing", remedy: "Add it: '\(key): …'.")
    }
    return value
  }

  /// The mapping at the same place with only some of its entries.
  package func filter(_ isKept: (YAMLNode.Entry) -> Bool) -> YAMLMapping {
    YAMLMapping(node: node, entries: entries.filter(isKept))
  }

  /// This mapping and, for the keys that it does not have, the entries of `base`.
  package func over(_ base: YAMLMapping) -> YAMLMapping {
    YAMLMapping(node: node, entries: entries + base.entries.filter { self[$0.key] == nil })
  }
}
