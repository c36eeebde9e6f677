import LossSurfaces

/// The recipe that a picture carries: every setting said, the surface written out, so that it draws the same picture
/// wherever it is taken.
public enum CanonicalRecipe {
  /// The keyword of the text chunk that carries it.
  public static let keyword = "descent recipe"

  /// Raised when the same recipe gives other pixels, so that pictures are known to be stale; never otherwise.
  static let drawingRule = 1

  /// The canonical text of a recipe under a line with its hash: SHA-256 over the text and the drawing rule.
  static func text(_ recipe: Recipe) -> String {
    let body = YAMLText.mapping(recipe.entries(sayingAll: true).sorted { $0.0 < $1.0 }).text()
    return "# descent recipe, sha256 \(hash(of: body)), drawing rule \(drawingRule)\n" + body
  }

  /// The line with the hash, which two texts have in common when they draw the same.
  static func header(of text: String) -> Substring { text.prefix { $0 != "\n" } }

  private static func hash(of body: String) -> String {
    SHA256.hexadecimal(of: "\(body)drawing rule \(drawingRule)\n".utf8)
  }
}

extension Recipe {
  /// The recipe with its surface written out; a formula stays one.
  func carrying(_ surface: Surface) -> Recipe {
    if case .formula = source { return self }
    var full = self
    full.source = .definition(surface)
    full.parameters = []
    return full
  }

  /// Replaces what is said of the runs: what all have in common is said once.
  mutating func say(_ all: [RunSettings]) {
    settings = RunSettings()
    guard !runs.isEmpty else {
      settings = all[0]
      return
    }
    for index in runs.indices {
      let label = runs[index].label
      runs[index] = all[index]
      runs[index].label = label
    }
    share(\.start)
    share(\.steps)
    share(\.seed)
    share(\.seeds)
    share(\.learningRate)
    share(\.schedule)
    share(\.optimizer)
    share(\.noise)
    share(\.batchSize)
    share(\.sampling)
  }

  private mutating func share<Value: Equatable>(_ key: WritableKeyPath<RunSettings, Value?>) {
    guard let first = runs.first?[keyPath: key], runs.allSatisfy({ $0[keyPath: key] == first }) else { return }
    settings[keyPath: key] = first
    for index in runs.indices { runs[index][keyPath: key] = nil }
  }
}
