/// The coverage by the part of a long line that has come to rest while its end grows.
///
/// Of a stroke's segments the largest coverage counts, so that those at rest need to be gone through only once.
final class GrownCoverage: @unchecked Sendable {
  /// Of the whole page.
  private let mask: CoverageMask
  private let page: PixelRect
  /// How many segments are in it.
  private(set) var count = 0

  /// Shorter lines are as fast without.
  static let fewestSegments = 256
  /// Larger pages would take too much memory for each line.
  static let mostPixels = 8_000_000

  init(page: PixelRect) {
    self.page = page
    mask = CoverageMask(columns: page.columns.count, rows: page.rows.count)
  }

  deinit { mask.deallocate() }

  /// Takes in a line's segments up to a number.
  func extend(with stroke: StrokeSegments, to end: Int, clip: PixelRect) {
    for segment in stroke.segments[count..<end] {
      StrokeCoverage(segment, radius: stroke.radius).add(to: mask, top: 0, clip: clip)
    }
    count = end
  }

  /// Copies some rows and columns to the mask of a band that begins at the row `top`; the columns in whole blocks.
  func copy(rows: Range<Int>, columns: Range<Int>, to band: CoverageMask, top: Int) {
    let blocks = columns.lowerBound / CoverageMask.block...columns.upperBound / CoverageMask.block
    for row in rows {
      for block in blocks where mask.touched[row * mask.words + block >> 6] >> UInt64(block & 63) & 1 == 1 {
        let start = block * CoverageMask.block
        (band.cells + (row - top) * band.stride + start)
          .update(from: mask.cells + row * mask.stride + start, count: CoverageMask.block)
        band.touch(row: row - top, from: start, through: start)
      }
    }
  }
}
