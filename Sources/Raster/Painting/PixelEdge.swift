/// How much of a pixel's square lies on one side of a straight edge, exactly, for four pixels at a time.
///
/// The square, looked at along an edge of direction u, is a trapezium of density: it reaches (|u.x| + |u.y|)/2 to either side
/// and is level within ||u.x| − |u.y||/2. The share behind an edge is the integral of that.
struct PixelEdge {
  private let reach: Lanes
  private let level: Lanes
  private let slope: Lanes
  private let bend: Lanes

  /// For edges along or across the direction.
  init(ux: Double, uy: Double) {
    let (wide, narrow) = (max(abs(ux), abs(uy)), min(abs(ux), abs(uy)))
    reach = Lanes(all: (wide + narrow) / 2)
    // For twice the distance, and four times what is beyond the level part.
    level = Lanes(all: wide - narrow)
    slope = Lanes(all: 1 / (2 * wide))
    bend = Lanes(all: narrow > 1e-6 ? 1 / (32 * wide * narrow) : 0)
  }

  /// The share of the square on the near side of an edge that is `distance` from its centre, less one half: −½ ... ½.
  @inline(__always) func share(_ distance: Lanes) -> Lanes {
    let twice = (distance + reach).magnitudes - (distance - reach).magnitudes
    let (a, b) = (twice - level, twice + level)
    let over = a + a.magnitudes
    let under = b - b.magnitudes
    return twice * slope - (over * over - under * under) * bend
  }
}
