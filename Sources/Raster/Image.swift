/// Pixels: rows from the top, `Color.packed`.
public struct Image: Hashable, Sendable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt32]

  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(pixels.count == width * height, "an image of \(width)×\(height) needs as many pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}

extension Drawing {
  /// Paints the drawing at `scale` device pixels per CSS pixel.
  ///
  /// Throws when a side would exceed 16,384 or the whole 10⁸ pixels.
  public func image(scale: Double) throws(RasterError) -> Image { fatalError("not built yet") }
}

/// What can go wrong between a drawing and a file's bytes.
public struct RasterError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
