import LossSurfaces
import Raster

/// A surface in relief as the ground on which paths run and points are marked.
struct ReliefGround: Ground {
  let surface: ReliefSurface
  let grid: ReliefGrid
  let rect: Rect

  /// A place on the surface as it is seen, or would be.
  struct Spot {
    var position: Position
    /// Whether a part of the surface stands before it.
    var isHidden: Bool
  }

  /// Places on the surface; nil where it is undefined.
  func spots(_ points: [Point]) -> [Spot?] {
    var losses = [Double](repeating: 0, count: points.count)
    Evaluator(surface.loss).values(x: points.map(\.x), y: points.map(\.y), count: points.count, into: &losses)
    return zip(points, losses).map { point, loss in
      guard !loss.isNaN else { return nil }
      let height = surface.heights(loss)
      return Spot(
        position: surface.projection.position(point, height: height),
        isHidden: grid.hides(point, height: height, from: surface.projection))
    }
  }

  func position(_ point: Point) -> Position {
    surface.projection.position(point, height: surface.heights(surface.loss.value(at: point)))
  }

  func shows(_ point: Point, margin: Double) -> Bool {
    let view = grid.view
    // A pixel along the sides of the floor, in units of the view.
    let half = surface.projection.half * surface.projection.scale
    let (x, y) = (margin * view.width / (2 * half.x), margin * view.height / (2 * half.y))
    guard point.x >= view.x.lowerBound + x, point.x <= view.x.upperBound - x, point.y >= view.y.lowerBound + y,
      point.y <= view.y.upperBound - y, let spot = spots([point])[0]
    else { return false }
    return !spot.isHidden
  }

  func border(nearest point: Point, margin: Double) -> Position? {
    let view = grid.view
    guard point.isFinite, !view.contains(point) else { return nil }
    let held = Point(
      min(max(point.x, view.x.lowerBound), view.x.upperBound), min(max(point.y, view.y.lowerBound), view.y.upperBound))
    return spots([held])[0].flatMap { $0.isHidden ? nil : $0.position }
  }
}
