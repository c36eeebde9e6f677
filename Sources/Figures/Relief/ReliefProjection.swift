import LossSurfaces
import Raster

/// The oblique parallel projection of a surface to the page.
///
/// The view's rectangle is the floor, its mean side 2. A place on the floor is so far `across` the page, to the right, and so
/// far `near`, towards the viewer, from the middle. Lines that are parallel in space stay so, and what is upright stands
/// upright.
struct ReliefProjection: Sendable {
  let view: View
  /// Where the viewer stands: degrees from the direction of x to that of y, and above the floor.
  let azimuth: Double
  let elevation: Double
  /// The height of the box in units of the floor.
  let relief: Double
  /// Where the middle of the floor stands on the page, and CSS pixels to a unit.
  var origin = Position(0, 0)
  var scale = 1.0

  /// Half the sides of the floor: those of the view, as long as one is at most twice the other.
  let half: SIMD2<Double>
  /// The cosine and sine of the azimuth, and of the elevation.
  let turn: SIMD2<Double>
  let tilt: SIMD2<Double>

  init(view: View, azimuth: Double, elevation: Double, relief: Double) {
    (self.view, self.azimuth, self.elevation, self.relief) = (view, azimuth, elevation, relief)
    let ratio = min(max(view.width / view.height, 0.5), 2).squareRoot()
    half = [ratio, 1 / ratio]
    let (turned, tilted) = (Rotation.direction(degrees: azimuth), Rotation.direction(degrees: elevation))
    turn = [turned.cosine, turned.sine]
    tilt = [tilted.cosine, tilted.sine]
  }

  /// A place on the floor.
  struct Place: Hashable, Sendable {
    var across: Double
    var near: Double
  }

  func place(_ point: Point) -> Place {
    let u = ((point.x - view.x.lowerBound) / view.width * 2 - 1) * half.x
    let v = ((point.y - view.y.lowerBound) / view.height * 2 - 1) * half.y
    return Place(across: v * turn.x - u * turn.y, near: u * turn.x + v * turn.y)
  }

  func point(_ place: Place) -> Point {
    let u = place.near * turn.x - place.across * turn.y
    let v = place.near * turn.y + place.across * turn.x
    return Point(
      view.x.lowerBound + (u / half.x + 1) / 2 * view.width, view.y.lowerBound + (v / half.y + 1) / 2 * view.height)
  }

  func position(_ place: Place, height: Double) -> Position {
    Position(
      origin.x + scale * place.across, origin.y + scale * (tilt.y * place.near - tilt.x * relief * height))
  }

  func position(_ point: Point, height: Double) -> Position { position(place(point), height: height) }

  /// From far to near, what of the floor is so far across; nil beyond its corners.
  func reach(across: Double) -> ClosedRange<Double>? {
    var (far, near) = (-Double.infinity, Double.infinity)
    // u and v are a·near + b, each within ±half.
    for (a, b, half) in [(turn.x, -across * turn.y, half.x), (turn.y, across * turn.x, half.y)] {
      if a == 0 {
        if abs(b) > half { return nil }
      } else {
        let (p, q) = ((-half - b) / a, (half - b) / a)
        far = max(far, min(p, q))
        near = min(near, max(p, q))
      }
    }
    return far < near ? far...near : nil
  }

  /// The same view of the same box, as large as fits: `spots` fill the rectangle in one direction and stand in its middle.
  func fitted(to rect: Rect, _ spots: [(Place, height: Double)]) -> ReliefProjection {
    var unit = self
    (unit.origin, unit.scale) = (Position(0, 0), 1)
    let positions = spots.map { unit.position($0, height: $1) }
    guard let first = positions.first else { return self }
    var (low, high) = (first, first)
    for p in positions {
      low = Position(min(low.x, p.x), min(low.y, p.y))
      high = Position(max(high.x, p.x), max(high.y, p.y))
    }
    unit.scale = min(rect.width / (high.x - low.x), rect.height / (high.y - low.y))
    unit.origin = Position(
      rect.center.x - unit.scale * (low.x + high.x) / 2, rect.center.y - unit.scale * (low.y + high.y) / 2)
    return unit
  }
}
