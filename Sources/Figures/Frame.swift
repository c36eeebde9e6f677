public import LossSurfaces
public import Raster

/// The map between a view of the plane and a rectangle of the page.
public struct Frame: Hashable, Sendable {
  public let rect: Rect
  public let view: View

  public init(rect: Rect, view: View) {
    self.rect = rect
    self.view = view
  }

  public func position(_ point: Point) -> Position {
    Position(
      rect.x + (point.x - view.x.lowerBound) / view.width * rect.width,
      rect.maxY - (point.y - view.y.lowerBound) / view.height * rect.height)
  }

  public func point(_ position: Position) -> Point {
    Point(
      view.x.lowerBound + (position.x - rect.x) / rect.width * view.width,
      view.y.lowerBound + (rect.maxY - position.y) / rect.height * view.height)
  }
}
