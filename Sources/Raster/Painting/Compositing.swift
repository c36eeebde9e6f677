extension CoverageMask {
  /// Lays a stroke's paint over the rows of a band and clears the mask. `pixels` are those of the band, `width` a row.
  func composeStroke(
    _ paint: Paint, pixels: UnsafeMutablePointer<UInt32>, width: Int, columns: Range<Int>, rows: Range<Int>
  ) {
    for row in rows {
      let line = pixels + row * width
      let cells = cells + row * stride
      forEachTouchedBlock(row: row) { block in
        let start = block * Self.block
        if start >= columns.lowerBound && start + Self.block <= columns.upperBound {
          paint.lay(over: line + start, coverage: cells + start, count: Self.block)
        } else {
          var column = max(start, columns.lowerBound)
          while column < min(start + Self.block, columns.upperBound) {
            paint.lay(over: &line[column], coverage: cells[column])
            column += 1
          }
        }
        (cells + start).update(repeating: 0, count: Self.block)
      }
    }
  }

  /// Lays a fill's paint over the rows of a band and clears the mask.
  func composeFill(
    _ paint: Paint, pixels: UnsafeMutablePointer<UInt32>, width: Int, columns: Range<Int>, rows: Range<Int>
  ) {
    for row in rows {
      let line = pixels + row * width
      let cells = cells + row * stride
      var sum: Float = 0
      var column = columns.lowerBound
      forEachTouchedBlock(row: row) { block in
        let start = block * Self.block
        // Pixels between touched blocks all have the same coverage; a block may begin behind the last column.
        let between = min(start, columns.upperBound) - column
        if between > 0 { paint.lay(over: line + column, count: between, coverage: abs(sum)) }
        column = max(column, start)
        let end = min(start + Self.block, columns.upperBound)
        while column < end {
          sum += cells[column]
          paint.lay(over: &line[column], coverage: abs(sum))
          column += 1
        }
        (cells + start).update(repeating: 0, count: Self.block)
      }
      let rest = columns.upperBound - column
      if rest > 0 { paint.lay(over: line + column, count: rest, coverage: abs(sum)) }
    }
  }

  /// The touched blocks of a row from left to right, each once; they are not touched any more.
  @inline(__always) private func forEachTouchedBlock(row: Int, _ body: (Int) -> Void) {
    for word in 0..<words {
      var bits = touched[row * words + word]
      touched[row * words + word] = 0
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
