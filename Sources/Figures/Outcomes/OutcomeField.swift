import Raster

/// The cells of a map on the page: each pixel has the mean colour of what it covers, so that borders are smooth where a
/// cell is larger than a pixel and no cell is lost where it is smaller.
struct OutcomeField {
  let rect: Rect
  let columns: Int
  let rows: Int
  /// Row by row, the lowest first.
  let colors: [Color]

  var field: Field {
    var field = Field(rect: rect, summary: "outcomes of \(columns)×\(rows) runs") { block, pixels, stride in
      paint(block, pixels, stride)
    }
    field.regions = { regions }
    return field
  }

  private func paint(_ block: Field.Block, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) {
    let across = (0..<block.columns).map { column in
      Self.spans(
        from: block.origin.x + (Double(column) - 0.5) * block.pitch - rect.x, over: block.pitch, cells: columns,
        of: rect.width)
    }
    for row in 0..<block.rows {
      let top = block.origin.y + (Double(row) - 0.5) * block.pitch
      let down = Self.spans(from: rect.maxY - top - block.pitch, over: block.pitch, cells: rows, of: rect.height)
      for column in 0..<block.columns { pixels[row * stride + column] = mean(across[column], down).packed }
    }
  }

  /// Cells that a stretch covers, with the share of the stretch that lies in each, in 256ths.
  private static func spans(from start: Double, over length: Double, cells: Int, of extent: Double)
    -> [(cell: Int, weight: Int)]
  {
    let size = extent / Double(cells)
    let last = cells - 1
    let first = min(max(Int((start / size).rounded(.down)), 0), last)
    let end = min(max(Int(((start + length) / size).rounded(.down)), 0), last)
    guard end > first else { return [(first, 256)] }
    var spans: [(Int, Int)] = []
    var left = 256
    for cell in first..<end {
      let covered = min(Double(cell + 1) * size, start + length) - max(Double(cell) * size, start)
      let weight = min(left, max(0, Int((covered / length * 256).rounded())))
      if weight > 0 { spans.append((cell, weight)) }
      left -= weight
    }
    if left > 0 { spans.append((end, left)) }
    return spans
  }

  private func mean(_ across: [(cell: Int, weight: Int)], _ down: [(cell: Int, weight: Int)]) -> Color {
    if across.count == 1, down.count == 1 { return colors[down[0].cell * columns + across[0].cell] }
    var (red, green, blue) = (1 << 15, 1 << 15, 1 << 15)
    for y in down {
      for x in across {
        let color = colors[y.cell * columns + x.cell]
        let weight = x.weight * y.weight
        red += Int(color.red) * weight
        green += Int(color.green) * weight
        blue += Int(color.blue) * weight
      }
    }
    return Color(red: UInt8(red >> 16), green: UInt8(green >> 16), blue: UInt8(blue >> 16))
  }

  /// Runs of equal cells in a row are one area.
  private var regions: [Field.Region] {
    let (width, height) = (rect.width / Double(columns), rect.height / Double(rows))
    var regions: [Field.Region] = []
    for row in 0..<rows {
      var start = 0
      for column in 1...columns {
        let color = colors[row * columns + start]
        if column < columns, colors[row * columns + column] == color { continue }
        let area = Rect(
          x: rect.x + Double(start) * width, y: rect.maxY - Double(row + 1) * height,
          width: Double(column - start) * width, height: height)
        regions.append(.init(outline: .rectangle(area), color: color))
        start = column
      }
    }
    return regions
  }
}
