public import LossSurfaces
import Synchronization

/// The surfaces that the binary carries: the files of the folder Surfaces.
///
/// Only the file of the surface asked for is read, when it is first asked for.
public enum Catalog {
  /// What has been read.
  private static let surfaces = Mutex<[String: Surface]>([:])

  /// The core set in the order in which it is taught; all others follow it alphabetically.
  private static let core = [
    "bowl", "ravine", "rotated-ravine", "saddle", "bounded-saddle", "monkey-saddle", "bounded-monkey", "rosenbrock",
    "rosenbrock-10", "himmelblau", "sharp-flat", "two-layer", "product", "eos-quartic", "river-valley", "cliff",
    "plateau", "kink", "linear-regression", "logistic-regression",
  ]

  /// All names: the core set in its order, then the classics alphabetically.
  public static let names: [String] = {
    let all = Set(EmbeddedText.files.keys.map { SurfaceFile.name(of: $0) })
    return core.filter(all.contains) + all.subtracting(core).sorted()
  }()

  /// The surface of that name; throws with the nearest name when there is none.
  public static func surface(named name: String) throws(InputError) -> Surface {
    if let known = surfaces.withLock({ $0[name] }) { return known }
    let surface = try surface(yaml: yaml(named: name), file: fileName(name))
    surfaces.withLock { $0[name] = surface }
    return surface
  }

  /// Reads a surface file's text; `file` is what messages call it, and its stem is the surface's name.
  ///
  /// Throws what is wrong in it with line and column: its YAML, an unknown or missing key, a value of the wrong kind, a
  /// formula, or a loss that is not finite at the start.
  public static func surface(yaml text: String, file: String) throws(InputError) -> Surface {
    try SurfaceFile(text: text, file: file).surface()
  }

  /// Reads a surface that is written out inside another YAML text.
  package static func surface(definition node: YAMLNode) throws(InputError) -> Surface {
    try SurfaceFile(definition: node).surface()
  }

  /// What to do about a name that no surface has: it may be a formula, or nearly a name.
  package static func remedy(for name: String) -> String {
    formulaRemedy(for: name) ?? Spelling.remedy(for: name, among: names, called: "surfaces")
  }

  /// The same for the name of a file that there is not; nil if it is no formula.
  package static func formulaRemedy(for name: String) -> String? {
    guard (try? LossFunction(formula: name)) != nil else { return nil }
    return "It reads as a formula: give it as one, by --formula or the key formula."
  }

  /// The text of the file of that name; throws with the nearest name when there is none.
  public static func yaml(named name: String) throws(InputError) -> String {
    guard let text = EmbeddedText.files[fileName(name)] else {
      throw InputError("unknown surface '\(name)'", remedy: remedy(for: name), kind: .missing)
    }
    return text
  }

  private static func fileName(_ name: String) -> String { name + ".yaml" }
}
