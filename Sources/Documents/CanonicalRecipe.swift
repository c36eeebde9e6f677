import Crypto
import LossSurfaces

/// The recipe that a picture carries: every setting said, the surface written out, so that it draws the same picture
/// wherever it is taken.
public enum CanonicalRecipe {
  /// The keyword of the text chunk that carries it.
  public static let keyword = "descent recipe"

  /// Raised when the same recipe gives other pixels, so that pictures are known to be stale; never otherwise.
  static let drawingRule = 1

  /// The canonical text of a recipe under a line with its hash: SHA-256 over the text and the drawing rule.
  static func text(_ entries: [(String, YAMLText)]) -> String {
    let body = YAMLText.mapping(entries.sorted { $0.0 < $1.0 }).text()
    return "# descent recipe, sha256 \(hash(of: body)), drawing rule \(drawingRule)\n" + body
  }

  private static func hash(of body: String) -> String {
    SHA256.hash(data: Array("\(body)drawing rule \(drawingRule)\n".utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}

extension Plan {
  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe
    full.source = surface.name == "formula" ? recipe.source : .definition(surface)
    if case .definition = full.source {
      full.parameters = []
      full.definitions = []
    }
    full.settings = recipe.settings.filled(for: surface)
    full.view = view
    full.title = recipe.title
    return CanonicalRecipe.text(full.entries(sayingAll: true))
  }
}

extension ScheduleRendering {
  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe
    full.kind = .schedule
    full.settings.steps = steps
    full.settings.learningRate = recipe.settings.learningRate ?? 0.1
    return CanonicalRecipe.text(full.entries(sayingAll: true))
  }
}
