extension CoverageMask {
  /// Adds what an edge changes of the coverage in the rows of a band that begins at the page's row `top`.
  func add(_ edge: FillEdges.Edge, top: Int, clip: PixelRect) {
    let first = Int(clamped: edge.top.y, to: clip.rows)
    let end = Int(clamped: edge.bottom.y.rounded(.up), to: clip.rows)
    let slope = (edge.bottom.x - edge.top.x) / (edge.bottom.y - edge.top.y)
    let (low, high) = (min(edge.top.x, edge.bottom.x), max(edge.top.x, edge.bottom.x))
    for row in first..<max(first, end) {
      let y = max(edge.top.y, Double(row))
      let next = min(edge.bottom.y, Double(row + 1))
      let a = min(max(edge.top.x + (y - edge.top.y) * slope, low), high)
      let b = min(max(edge.top.x + (next - edge.top.y) * slope, low), high)
      add(row: row - top, from: min(a, b), to: max(a, b), height: (next - y) * edge.winding)
    }
  }

  /// Adds an edge within one row: right of it the coverage rises by `height`.
  private func add(row: Int, from left: Double, to right: Double, height: Double) {
    let (first, last) = (Int(left), Int(right))
    touch(row: row, from: first, through: last + 1)
    let cells = cells + row * stride
    if first == last {
      let share = (left + right) / 2 - Double(first)
      cells[first] += Float(height * (1 - share))
      cells[first + 1] += Float(height * share)
      return
    }
    let rise = height / (right - left)
    var before = 0.0
    for column in first...last {
      let coverage: Double
      if column == first {
        let width = Double(column + 1) - left
        coverage = width * width * rise / 2
      } else if column == last {
        let width = right - Double(column)
        coverage = height - width * width * rise / 2
      } else {
        coverage = (Double(column) + 0.5 - left) * rise
      }
      cells[column] += Float(coverage - before)
      before = coverage
    }
    cells[last + 1] += Float(height - before)
  }
}
