/// The coverage of pixels by one segment of a stroke.
///
/// A pixel's coverage is that by a straight band of the stroke's width at the pixel's distance from the centre line: exact
/// along a segment, and within a few hundredths around joins. Of several segments the largest counts, as for a union.
struct StrokeCoverage {
  private let segment: StrokeSegment
  private let edge: PixelEdge
  private let radius: Lanes
  private let length: Lanes
  private let startInk: Lanes
  private let endInk: Lanes
  /// 1 where the ink beyond the end is round, 0 where it is flat.
  private let startRoundness: Lanes
  private let endRoundness: Lanes
  private let isCapped: Bool
  /// How far along the segment nothing is seen of its ends.
  private let beside: ClosedRange<Float>
  private let span: RowSpan
  /// How the distances change over four pixels, and from four to four.
  private let alongSteps: Lanes
  private let acrossSteps: Lanes
  private let alongStride: Lanes
  private let acrossStride: Lanes

  init(_ segment: StrokeSegment, radius: Double) {
    self.segment = segment
    edge = PixelEdge(ux: segment.ux, uy: segment.uy)
    self.radius = Lanes(all: radius)
    length = Lanes(all: segment.length)
    // At a join the ink goes on for ever: for more than is looked at.
    startInk = Lanes(repeating: min(segment.start.ink, segment.start.reach + 2))
    endInk = Lanes(repeating: min(segment.end.ink, segment.end.reach + 2))
    startRoundness = Lanes(all: segment.start.isRound ? 1 : 0)
    endRoundness = Lanes(all: segment.end.isRound ? 1 : 0)
    isCapped = segment.start.ink.isFinite || segment.end.ink.isFinite
    let low = segment.start.ink.isFinite ? segment.pixelReach : 0
    let high = segment.length - (segment.end.ink.isFinite ? segment.pixelReach : 0)
    beside = low <= high ? Float(low)...Float(high) : .infinity...(.infinity)
    span = RowSpan(segment, radius: radius)
    alongSteps = Lanes(0, 1, 2, 3) * Lanes(all: segment.ux)
    acrossSteps = Lanes(0, 1, 2, 3) * Lanes(all: segment.uy)
    alongStride = Lanes(all: 4 * segment.ux)
    acrossStride = Lanes(all: 4 * segment.uy)
  }

  /// Raises the coverage in the rows of a band that begins at the page's row `top`, within `clip`.
  func add(to mask: CoverageMask, top: Int, clip: PixelRect) {
    let first = Int(clamped: span.rows.lowerBound, to: clip.rows)
    let end = Int(clamped: span.rows.upperBound, to: clip.rows)
    let (firstColumn, endColumn) = (Double(clip.columns.lowerBound), Double(clip.columns.upperBound))
    var row = first
    while row < end {
      let dy = Double(row) + 0.5 - segment.y
      let (low, high) = span.columns(dy: dy)
      let column = Int(nearest: (low + 0.5).orMore(firstColumn).orLess(endColumn))
      let count = Int(nearest: (high + 0.5).orMore(firstColumn).orLess(endColumn)) - column
      if count > 0 {
        mask.touch(row: row - top, from: column, through: column + count + 2)
        let dx = Double(column) + 0.5 - segment.x
        let along = Float(dx * segment.ux + dy * segment.uy)
        let last = along + Float(segment.ux) * Float(count + 3)
        let cells = UnsafeMutableRawPointer(mask.cells + (row - top) * mask.stride + column)
        let across = Lanes(repeating: Float(dy * segment.ux - dx * segment.uy)) - acrossSteps
        if beside.contains(along) && beside.contains(last) {
          raise(cells, count: count, across: across)
        } else if isCapped {
          raise(cells, count: count, across: across, nearCaps: Lanes(repeating: along) + alongSteps)
        } else {
          raise(cells, count: count, across: across, nearJoins: Lanes(repeating: along) + alongSteps)
        }
      }
      row += 1
    }
  }

  // The loops over pixels are functions of their own and what they use comes from memory: known lanes among the others make
  // the compiler take all of them apart, and so does a choice within a loop.

  /// Raises cells that see no end of the segment, in fours; those past the count get what is due to them.
  @inline(never) private func raise(_ cells: UnsafeMutableRawPointer, count: Int, across: Lanes) {
    var (cells, e, left) = (cells, across, count)
    while left > 0 {
      let (old, new) = (cells.loadUnaligned(as: Lanes.self), band(e))
      cells.storeBytes(of: old.replacing(with: new, where: old .< new), as: Lanes.self)
      cells += MemoryLayout<Lanes>.size
      e -= acrossStride
      left -= 4
    }
  }

  /// Raises cells near a join.
  @inline(never) private func raise(_ cells: UnsafeMutableRawPointer, count: Int, across: Lanes, nearJoins along: Lanes)
  {
    raise(cells, count: count, across: across, along: along) { s, e in joined(along: s, across: e) }
  }

  /// Raises cells near an end that is no join.
  @inline(never) private func raise(_ cells: UnsafeMutableRawPointer, count: Int, across: Lanes, nearCaps along: Lanes)
  {
    raise(cells, count: count, across: across, along: along) { s, e in capped(along: s, across: e) }
  }

  @inline(__always) private func raise(
    _ cells: UnsafeMutableRawPointer, count: Int, across: Lanes, along: Lanes, by coverage: (Lanes, Lanes) -> Lanes
  ) {
    var (cells, e, s, left) = (cells, across, along, count)
    while left > 0 {
      let (old, new) = (cells.loadUnaligned(as: Lanes.self), coverage(s, e))
      cells.storeBytes(of: old.replacing(with: new, where: old .< new), as: Lanes.self)
      cells += MemoryLayout<Lanes>.size
      e -= acrossStride
      s += alongStride
      left -= 4
    }
  }

  /// The coverage by a band of the stroke's width whose middle is so far from the pixels' centres.
  @inline(__always) private func band(_ distance: Lanes) -> Lanes {
    edge.share(radius - distance) + edge.share(radius + distance)
  }

  @inline(__always) private func joined(along s: Lanes, across e: Lanes) -> Lanes {
    let beyond = (-s * startRoundness).positiveParts + ((s - length) * endRoundness).positiveParts
    return band((e * e + beyond * beyond).approximateSquareRoots)
  }

  @inline(__always) private func capped(along s: Lanes, across e: Lanes) -> Lanes {
    joined(along: s, across: e)
      .least(band(e) * (edge.share(s + startInk) + edge.share(length + endInk - s)))
  }
}

extension Int {
  /// The nearest whole number to one from 0 to 2⁵¹, without the checks of a conversion.
  @inline(__always) fileprivate init(nearest value: Double) {
    // The sum has no bits left for a fraction.
    self = Int(bitPattern: UInt((value + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF))
  }
}
