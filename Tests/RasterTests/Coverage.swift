@testable import Raster

/// The coverage of each pixel of a small page, before it is rounded to levels.
struct Coverage {
  let columns: Int
  var pixels: [Double]

  var sum: Double { pixels.reduce(0, +) }
  subscript(column: Int, row: Int) -> Double { pixels[row * columns + column] }

  /// By a fill.
  init(_ path: Path, columns: Int, rows: Int) {
    self.columns = columns
    let page = PixelRect(columns: 0..<columns, rows: 0..<rows)
    let mask = CoverageMask(columns: columns, rows: rows)
    defer { mask.deallocate() }
    for edge in FillEdges(path, scale: 1, clip: page).edges { mask.add(edge, top: 0, clip: page) }
    pixels = []
    for row in 0..<rows {
      var sum = 0.0
      for column in 0..<columns {
        sum += Double(mask.cells[row * mask.stride + column])
        pixels.append(min(abs(sum), 1))
      }
    }
  }

  /// By a stroke.
  init(_ path: Path, _ stroke: Stroke, columns: Int, rows: Int) {
    self.columns = columns
    let page = PixelRect(columns: 0..<columns, rows: 0..<rows)
    let mask = CoverageMask(columns: columns, rows: rows)
    defer { mask.deallocate() }
    let segments = StrokeSegments(path, stroke, scale: 1, clip: page)
    for segment in segments.segments {
      StrokeCoverage(segment, radius: segments.radius).add(to: mask, top: 0, clip: page)
    }
    pixels = (0..<rows).flatMap { row in (0..<columns).map { Double(mask.cells[row * mask.stride + $0]) } }
  }
}

let black = Color(0x000000)
let white = Color(0xFFFFFF)

extension Path {
  init(_ coordinates: [(Double, Double)], isClosed: Bool = false) {
    self.init(coordinates.map { Position($0.0, $0.1) }, isClosed: isClosed)
  }
}
