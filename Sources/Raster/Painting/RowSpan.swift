/// Where in each row a segment of a stroke may have ink: the row's part in the rectangle about the segment.
struct RowSpan {
  /// The rows whose middles lie in the rectangle, to a millionth of a pixel: the first, and the one behind the last, less
  /// what makes them whole.
  let rows: ClosedRange<Double>
  /// How far along the segment the rectangle's short sides lie, first the one on the left; ∓∞ for a segment that is almost
  /// upright.
  private let left: Double
  private let right: Double
  private let origin: Double
  private let segment: StrokeSegment
  private let inverseX: Double
  private let inverseY: Double
  /// Half of a row's part between the rectangle's long sides; ∞ for a segment that is almost level.
  private let half: Double

  init(_ segment: StrokeSegment, radius: Double) {
    self.segment = segment
    let reach = radius + segment.pixelReach
    let (start, end) = (-Double(segment.start.reach), segment.length + Double(segment.end.reach))
    let across = reach * abs(segment.ux)
    let (first, last) = (
      min(start * segment.uy, end * segment.uy) - across, max(start * segment.uy, end * segment.uy) + across
    )
    rows = segment.y + first + 0.5 - 1e-6...segment.y + last + 0.5 + 1e-6
    origin = segment.x - 0.5
    // On a side to which the segment is almost parallel the rows are the bounds.
    let isUpright = abs(segment.ux) <= 1e-9
    let isLevel = abs(segment.uy) <= 1e-9
    (left, right) = isUpright ? (-.infinity, .infinity) : segment.ux > 0 ? (start, end) : (end, start)
    inverseX = isUpright ? 1 : 1 / segment.ux
    inverseY = isLevel ? 0 : 1 / segment.uy
    half = isLevel ? .infinity : reach * abs(inverseY)
  }

  /// The first and last column, less what makes them whole, at a height relative to the segment's start; the first is larger
  /// where there is none.
  @inline(__always) func columns(dy: Double) -> (low: Double, high: Double) {
    let (along, across) = (dy * segment.uy, dy * segment.ux)
    let middle = across * inverseY
    return (
      (middle - half).orMore((left - along) * inverseX) + origin,
      (middle + half).orLess((right - along) * inverseX) + origin
    )
  }
}

extension Double {
  /// The greater of two numbers, by one instruction.
  @inline(__always) func orMore(_ other: Double) -> Double { self > other ? self : other }

  /// The lesser of two numbers.
  @inline(__always) func orLess(_ other: Double) -> Double { self < other ? self : other }
}
