/// How much of each pixel of a band a shape covers, and which blocks of pixels it touches.
///
/// A band is a strip of rows over the whole page. Strokes keep in each cell the largest coverage that any of their segments
/// has there, so that overlaps do not darken; fills keep the change of the coverage from the cell before.
/// Work and clearing are proportional to the blocks touched.
struct CoverageMask {
  /// Pixels in a block: one line of cache.
  static let block = 16
  /// Cells beyond the last column that may be written.
  static let overhang = 16

  /// Cells in a row of memory, and words of `touched`, one bit a block.
  let stride: Int
  let words: Int
  let cells: UnsafeMutablePointer<Float>
  let touched: UnsafeMutablePointer<UInt64>

  /// All zero.
  init(columns: Int, rows: Int) {
    stride = (columns + Self.overhang + Self.block - 1) / Self.block * Self.block
    words = (stride / Self.block + 63) / 64
    cells = .allocate(capacity: stride * rows)
    cells.initialize(repeating: 0, count: stride * rows)
    touched = .allocate(capacity: words * rows)
    touched.initialize(repeating: 0, count: words * rows)
  }

  func deallocate() {
    cells.deallocate()
    touched.deallocate()
  }

  /// Notes that cells of a row, counted in the band, are about to be written.
  @inline(__always) func touch(row: Int, from first: Int, through last: Int) {
    let bits = touched + row * words
    var block = first / Self.block
    let end = last / Self.block
    repeat {
      bits[block >> 6] |= 1 << UInt64(block & 63)
      block += 1
    } while block <= end
  }
}
