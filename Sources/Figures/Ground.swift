import LossSurfaces
import Raster

/// A picture of the plane of the weights: a map, or a relief.
protocol Ground: Sendable {
  /// The part of the page that it takes.
  var rect: Rect { get }
  func position(_ point: Point) -> Position
  /// Whether a point is seen, and further from the border of the view than `margin` CSS pixels.
  func shows(_ point: Point, margin: Double) -> Bool
  /// The place that is nearest to a point outside the view and `margin` inside its border; nil where that cannot be said.
  func border(nearest point: Point, margin: Double) -> Position?
}

extension Frame: Ground {
  func shows(_ point: Point, margin: Double) -> Bool { rect.inset(by: margin).contains(position(point)) }

  func border(nearest point: Point, margin: Double) -> Position? {
    let (at, inside) = (position(point), rect.inset(by: margin))
    guard at.x.isFinite, at.y.isFinite else { return nil }
    return Position(min(max(at.x, inside.minX), inside.maxX), min(max(at.y, inside.minY), inside.maxY))
  }
}
