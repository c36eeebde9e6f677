/// The coverage of pixels by one segment of a stroke.
///
/// A pixel's coverage is that by a straight band of the stroke's width at the pixel's distance from the centre line: exact
/// along a segment, and within a few hundredths around joins. Of several segments the largest counts, as for a union.
struct StrokeCoverage {
  private typealias Lanes = SIMD4<Float>

  private let segment: StrokeSegment
  private let edge: PixelEdge
  private let radius: Float
  private let length: Float
  /// The ends' ink, and 1 where the ink is round, 0 where it is flat.
  private let ink: (start: Float, end: Float)
  private let roundness: (start: Float, end: Float)
  private let isCapped: Bool
  /// The distance from the centre line at which no pixel has ink.
  private let reach: Double

  init(_ segment: StrokeSegment, radius: Double) {
    self.segment = segment
    self.radius = Float(radius)
    edge = PixelEdge(ux: segment.ux, uy: segment.uy)
    length = Float(segment.length)
    ink = (Float(segment.start.ink), Float(segment.end.ink))
    roundness = (segment.start.isRound ? 1 : 0, segment.end.isRound ? 1 : 0)
    isCapped = segment.start.ink.isFinite || segment.end.ink.isFinite
    reach = radius + segment.pixelReach
  }

  /// Raises the coverage in the rows of a band that begins at the page's row `top`, within `clip`.
  func add(to mask: CoverageMask, top: Int, clip: PixelRect) {
    let rows = segment.rows(radius: Double(radius))
    let first = Int(clamped: rows.lowerBound, to: clip.rows)
    let end = Int(clamped: rows.upperBound + 1, to: clip.rows)
    for row in first..<max(first, end) {
      guard let columns = columns(row: row, clip: clip) else { continue }
      mask.touch(row: row - top, from: columns.lowerBound, through: columns.upperBound + 3)
      let dx = Double(columns.lowerBound) + 0.5 - segment.x
      let dy = Double(row) + 0.5 - segment.y
      cover(
        mask.cells + (row - top) * mask.stride + columns.lowerBound, count: columns.count,
        along: Float(dx * segment.ux + dy * segment.uy), across: Float(dy * segment.ux - dx * segment.uy))
    }
  }

  /// The pixels of a row whose centres are near enough to have ink.
  @inline(__always) private func columns(row: Int, clip: PixelRect) -> ClosedRange<Int>? {
    let dy = Double(row) + 0.5 - segment.y
    let (along, across) = (dy * segment.uy, dy * segment.ux)
    var (low, high) = (-Double.infinity, Double.infinity)
    if abs(segment.uy) > 1e-9 {
      let (middle, half) = (across / segment.uy, reach / abs(segment.uy))
      (low, high) = (middle - half, middle + half)
    } else if abs(across) > reach {
      return nil
    }
    if abs(segment.ux) > 1e-9 {
      let start = (-segment.start.reach - along) / segment.ux
      let end = (segment.length + segment.end.reach - along) / segment.ux
      low = max(low, min(start, end))
      high = min(high, max(start, end))
    } else if along < -segment.start.reach || along > segment.length + segment.end.reach {
      return nil
    }
    let first = Int(clamped: (low + segment.x - 0.5).rounded(.up), to: clip.columns)
    let end = Int(clamped: (high + segment.x + 0.5).rounded(.down), to: clip.columns)
    return first < end ? first...end - 1 : nil
  }

  /// Raises a row's cells, in fours; those past the count get what is due to them.
  @inline(__always) private func cover(
    _ cells: UnsafeMutablePointer<Float>, count: Int, along: Float, across: Float
  ) {
    let lanes = Lanes(0, 1, 2, 3)
    let (ux, uy) = (Float(segment.ux), Float(segment.uy))
    var s = Lanes(repeating: along) + lanes * ux
    var e = Lanes(repeating: across) - lanes * uy
    var raw = UnsafeMutableRawPointer(cells)
    for _ in 0..<(count + 3) / 4 {
      let isBeside = min(s[0], s[3]) >= 0 && max(s[0], s[3]) <= length
      let new = isBeside && !isCapped ? band(e) : covered(along: s, across: e)
      let old = raw.loadUnaligned(as: Lanes.self)
      raw.storeBytes(of: greatest(old, new), as: Lanes.self)
      raw += 16
      s += 4 * ux
      e -= 4 * uy
    }
  }

  /// The coverage by a band of the stroke's width whose middle is so far from the pixels' centres.
  @inline(__always) private func band(_ distance: Lanes) -> Lanes {
    edge.share(radius - distance) + edge.share(radius + distance)
  }

  @inline(__always) private func covered(along s: Lanes, across e: Lanes) -> Lanes {
    let beyond = greatest(greatest(-s * roundness.start, (s - length) * roundness.end), .zero)
    let round = band(squareRoot(e * e + beyond * beyond))
    guard isCapped else { return round }
    return least(round, band(e) * (edge.share(s + ink.start) + edge.share(length + ink.end - s)))
  }

  /// Within 5e-6 of the square root by two steps of Newton's method from a guess at its inverse; the hardware's square root
  /// is taken one lane after the other.
  @inline(__always) private func squareRoot(_ x: Lanes) -> Lanes {
    let guess = SIMD4<UInt32>(repeating: 0x5F37_5A86) &- (unsafeBitCast(x, to: SIMD4<UInt32>.self) &>> 1)
    var inverse = unsafeBitCast(guess, to: Lanes.self)
    inverse *= 1.5 - 0.5 * x * inverse * inverse
    inverse *= 1.5 - 0.5 * x * inverse * inverse
    return x * inverse
  }
}
