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

extension Layer {
  /// The same layer, drawn from what is at rest since the layer from which it grew, when that is worth while.
  func grown(from origin: Layer, on page: PixelRect) -> Layer {
    guard case .stroke(let stroke, let paint, _, nil) = content,
      case .stroke(let before, _, _, let coverage) = origin.content,
      stroke.segments.count >= GrownCoverage.fewestSegments, page.count <= GrownCoverage.mostPixels
    else { return self }
    let common = zip(before.segments, stroke.segments).prefix { $0 == $1 }.count
    let rest = coverage.flatMap { $0.count <= common ? $0 : nil } ?? GrownCoverage(page: page)
    rest.extend(with: stroke, to: common, clip: clip)
    let index = RowIndex(Array(stroke.segments[common...])) { $0.rows(radius: stroke.radius) }
    return Layer(content: .stroke(stroke, paint, index, rest), clip: clip)
  }
}
