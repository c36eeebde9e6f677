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

/// What can go wrong between a drawing and a file's bytes.
public struct RasterError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
