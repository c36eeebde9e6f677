/// Where in each row a segment of a stroke may have ink: the row's part in the rectangle about the segment.
struct RowSpan {
  let rows: ClosedRange<Double>
  /// Half the rectangle's width, and how far before the segment's start it begins and ends.
  private let reach: Double
  private let start: Double
  private let end: Double
  private let origin: Double
  private let segment: StrokeSegment
  private let inverseX: Double
  private let inverseY: Double

  init(_ segment: StrokeSegment, radius: Double) {
    self.segment = segment
    rows = segment.rows(radius: radius)
    reach = radius + segment.pixelReach
    start = -Double(segment.start.reach)
    end = segment.length + Double(segment.end.reach)
    origin = segment.x - 0.5
    // A segment that is almost level or upright has no bounds on that side but the rectangle's.
    inverseX = abs(segment.ux) > 1e-9 ? 1 / segment.ux : 0
    inverseY = abs(segment.uy) > 1e-9 ? 1 / segment.uy : 0
  }

  /// The first and last column, less what makes them whole, at a height relative to the segment's start; the first is larger
  /// where there is none.
  @inline(__always) func columns(dy: Double) -> (low: Double, high: Double) {
    let (along, across) = (dy * segment.uy, dy * segment.ux)
    var (low, high) = (-Double.infinity, Double.infinity)
    if inverseY != 0 {
      let (middle, half) = (across * inverseY, reach * abs(inverseY))
      (low, high) = (middle - half, middle + half)
    } else if abs(across) > reach {
      return (.infinity, -.infinity)
    }
    if inverseX != 0 {
      let (a, b) = ((start - along) * inverseX, (end - along) * inverseX)
      (low, high) = (max(low, min(a, b)), min(high, max(a, b)))
    } else if along < start || along > end {
      return (.infinity, -.infinity)
    }
    return (low + origin, high + origin)
  }
}
