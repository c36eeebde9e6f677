/// How a picture is written.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  case png
  case svg

  /// What a file's name says; a name that says nothing means PNG.
  public init(ofFile path: String) { self = path.lowercased().hasSuffix(".svg") ? .svg : .png }
}
