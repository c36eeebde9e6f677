/// Finds the name a user probably meant.
public enum Spelling {
  /// The candidate nearest to `word` by edit distance (insertions, deletions, substitutions and swaps of neighbours),
  /// or nil when none is near: within two edits, or within a third of the longer word where that is more.
  ///
  /// Case is ignored. Among equals the first candidate wins.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased())
    // What is so long is no misspelling, and the table of distances would be large.
    guard typed.count <= 100 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let allowed = max(2, max(typed.count, candidate.count) / 3)
      guard abs(typed.count - candidate.count) <= allowed else { continue }
      let distance = distance(typed, Array(candidate.lowercased()))
      guard distance <= allowed, distance < max(typed.count, candidate.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.name
  }

  /// A sentence that names the nearest candidate, or else lists all of them.
  public static func remedy(for word: String, among candidates: [String], called noun: String) -> String {
    if let name = nearest(to: word, among: candidates) { return "Did you mean '\(name)'?" }
    return "The \(noun) are: \(candidates.joined(separator: ", "))."
  }

  /// The optimal string alignment distance of two words.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in 1...a.count {
      for j in 1...b.count {
        let substitution = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
