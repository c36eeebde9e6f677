/// One or more polylines; curves are flattened when they are added.
public struct Path: Hashable, Sendable {
  public struct Subpath: Hashable, Sendable {
    public var points: [Position]
    public var isClosed: Bool

    public init(_ points: [Position], isClosed: Bool = false) {
      self.points = points
      self.isClosed = isClosed
    }
  }

  public var subpaths: [Subpath]

  public init(_ subpaths: [Subpath] = []) { self.subpaths = subpaths }
  public init(_ points: [Position], isClosed: Bool = false) { self.init([Subpath(points, isClosed: isClosed)]) }
}
