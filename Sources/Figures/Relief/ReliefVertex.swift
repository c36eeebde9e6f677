import LossSurfaces
import Raster

/// A point of a profile as it is seen.
struct ReliefVertex {
  /// Where on the floor it stands, towards the viewer.
  let near: Double
  /// In rows of pixels from the top, and how that changes along the floor towards the viewer.
  let row: Double
  private let rowRate: Double
  /// The loss, and how it changes along the floor towards the viewer.
  private let loss: Double
  private let lossRate: Double
  /// Where the loss lies among the levels, and how fast that grows with it.
  let level: Double
  private let levelRate: Double
  /// How many levels the surface rises through in a CSS pixel of the page.
  let slope: Double
  /// From 0, turned away from the light, to 1.
  let light: Double

  /// A loss with its gradient; the loss is a number.
  init(_ order: FirstOrder, near: Double, on surface: ReliefSurface, _ whole: Field.Block) {
    let projection = surface.projection
    let (view, half, turn, tilt) = (projection.view, projection.half, projection.turn, projection.tilt)
    let height = surface.heights(order.value)
    let page = projection.origin.y + projection.scale * (tilt.y * near - tilt.x * projection.relief * height)
    // The gradient in units of the floor, across and near.
    let (gu, gv) = (order.x * view.width / (2 * half.x), order.y * view.height / (2 * half.y))
    let (fa, fn) = (gv * turn.x - gu * turn.y, gu * turn.x + gv * turn.y)
    let steepness = surface.heights.slope(at: order.value) * projection.relief
    let (ha, hn) = steepness > 0 ? (steepness * fa, steepness * fn) : (0, 0)
    let light = ReliefShading.light
    let cosine = (light.z - light.x * ha - light.y * hn) / (1 + ha * ha + hn * hn).squareRoot()
    // A pixel up the page is so far on the floor away from the viewer, and one across shifts that.
    let foreshortening = tilt.y - tilt.x * hn
    let (level, rate) = surface.shading.level(of: order.value)
    let (up, side) = (fn / foreshortening, fa + fn * tilt.x * ha / foreshortening)
    let slope = rate * (up * up + side * side).squareRoot() / projection.scale
    self.near = near
    row = (page - whole.origin.y) / whole.pitch + 0.5
    rowRate = foreshortening * projection.scale / whole.pitch
    self.level = level
    levelRate = rate
    (loss, lossRate) = (order.value, fn)
    self.slope = slope.isFinite ? slope : 1e9
    self.light = cosine.isNaN ? 0.5 : 0.5 + 0.5 * cosine
  }

  /// How far a straight line to another point leaves the profile, or the contour lines on it their places, in pixels.
  ///
  /// A parabola with the tangents at both ends leaves its chord by an eighth of the change of slope times the length; if there is
  /// a parabola, the mean slope leads from one end to the other.
  func bend(to other: ReliefVertex) -> Double {
    let length = other.near - near
    func error(_ from: Double, _ to: Double, _ rates: (Double, Double)) -> Double {
      abs((rates.1 - rates.0) * length) / 8 + abs(to - from - (rates.0 + rates.1) / 2 * length)
    }
    let rows = error(row, other.row, (rowRate, other.rowRate))
    let levels = error(loss, other.loss, (lossRate, other.lossRate)) * max(levelRate, other.levelRate)
    // Where a level takes up less than a few pixels no lines are drawn.
    let perRow = abs(other.level - level) / max(abs(other.row - row), 1)
    return max(rows, perRow > 0 ? min(levels / perRow, 1) : 0)
  }
}
