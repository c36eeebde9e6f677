public import LossSurfaces

/// The surfaces that the binary carries: the files of the folder Surfaces.
public enum Catalog {
  /// All names: the core set in its order, then the classics alphabetically.
  public static var names: [String] { fatalError("not built yet") }

  /// The surface of that name; throws with the nearest name when there is none.
  public static func surface(named name: String) throws(InputError) -> Surface { fatalError("not built yet") }

  /// Reads a surface file's text; `file` is what messages call it, and its stem is the surface's name.
  public static func surface(yaml text: String, file: String) throws(InputError) -> Surface {
    fatalError("not built yet")
  }
}
