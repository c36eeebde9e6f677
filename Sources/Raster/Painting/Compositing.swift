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
        for column in max(start, columns.lowerBound)..<max(start, min(start + Self.block, columns.upperBound)) {
          if cells[column] > 0 { paint.lay(over: &line[column], coverage: cells[column]) }
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
        span(paint, line, from: column, to: start, sum)
        column = max(column, start)
        let end = min(start + Self.block, columns.upperBound)
        while column < end {
          sum += cells[column]
          paint.lay(over: &line[column], coverage: abs(sum))
          column += 1
        }
        (cells + start).update(repeating: 0, count: Self.block)
      }
      span(paint, line, from: column, to: columns.upperBound, sum)
    }
  }

  /// Pixels between touched blocks, which all have the same coverage.
  private func span(_ paint: Paint, _ line: UnsafeMutablePointer<UInt32>, from first: Int, to end: Int, _ sum: Float) {
    let coverage = abs(sum)
    if coverage > 1 - 0.5 / Float(Paint.levels) {
      paint.lay(over: line + first, count: end - first)
    } else if coverage > 0.25 / Float(Paint.levels) {
      for column in first..<max(first, end) { paint.lay(over: &line[column], coverage: coverage) }
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
