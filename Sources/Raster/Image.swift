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
