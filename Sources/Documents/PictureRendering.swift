public import LossSurfaces

/// A picture of some kind, its runs executed.
public protocol PictureRendering: Sendable {
  /// What runs did instead of what was expected; empty when every claim holds.
  var brokenPromises: [String] { get }

  /// The file's bytes, with title, description and recipe in its text chunks.
  func png() throws(InputError) -> [UInt8]
}
