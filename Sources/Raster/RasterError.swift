/// What can go wrong between a drawing and a file's bytes.
public struct RasterError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
