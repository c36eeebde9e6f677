/// How much of each pixel of a strip one line covers, in 255ths: the greatest of what its segments cover, so that
/// where parts of a line overlap it is no darker. Remembers which cells of sixteen pixels were touched, so that
/// painting and clearing cost what was drawn.
struct CoverageMask: ~Copyable {
  static let cell = 16

  let width: Int
  let rows: Int
  let stride: Int
  private let cellsPerRow: Int
  private let coverage: UnsafeMutablePointer<UInt8>
  private let touched: UnsafeMutablePointer<Bool>
  private let rowTouched: UnsafeMutablePointer<Bool>

  init(width: Int, rows: Int) {
    self.width = width
    self.rows = rows
    cellsPerRow = (width + Self.cell - 1) / Self.cell
    stride = cellsPerRow * Self.cell
    coverage = .allocate(capacity: stride * rows)
    coverage.initialize(repeating: 0, count: stride * rows)
    touched = .allocate(capacity: cellsPerRow * rows)
    touched.initialize(repeating: false, count: cellsPerRow * rows)
    rowTouched = .allocate(capacity: rows)
    rowTouched.initialize(repeating: false, count: rows)
  }

  deinit {
    coverage.deallocate()
    touched.deallocate()
    rowTouched.deallocate()
  }

  /// Adds a segment's capsule: all within `radius` of it, with an edge one pixel wide about the true one.
  ///
  /// A pen thinner than a pixel keeps that width and covers as much less, so a hairline is even at every angle.
  /// Without round caps the ends are cut by half planes through the end points.
  mutating func add(_ segment: Primitive.Segment, radius: Float, hasRoundCaps: Bool, top: Int, clip: PixelRect) {
    let peak = min(1, 2 * radius)
    let reach = max(radius, 0.5) + 0.5
    let (ax, ay, bx, by) = (segment.ax, segment.ay, segment.bx, segment.by)
    let firstRow = max(max(clip.top, top), Int((min(ay, by) - reach).rounded(.down)))
    let lastRow = min(min(clip.bottom, top + rows) - 1, Int((max(ay, by) + reach).rounded(.up)))
    guard firstRow <= lastRow else { return }
    let (dx, dy) = (bx - ax, by - ay)
    let square = dx * dx + dy * dy
    let inverse = square > 0 ? 1 / square : 0
    let inner = max(0, reach - 1)
    for row in firstRow...lastRow {
      let y = Float(row) + 0.5
      guard let (low, high) = Self.span(ax, ay, bx, by, y, reach) else { continue }
      let left = max(clip.left, Int(low.rounded(.down)))
      let right = min(clip.right - 1, Int(high.rounded(.up)))
      guard left <= right else { continue }
      let line = coverage + (row - top) * stride
      for column in left...right {
        let (px, py) = (Float(column) + 0.5 - ax, y - ay)
        let along = (px * dx + py * dy) * inverse
        if !hasRoundCaps, along < 0 || along > 1 { continue }
        let held = min(max(along, 0), 1)
        let (ex, ey) = (px - held * dx, py - held * dy)
        let distance = ex * ex + ey * ey
        guard distance < reach * reach else { continue }
        let share = distance <= inner * inner ? peak : (reach - distance.squareRoot()) * peak
        let value = UInt8(share * 255 + 0.5)
        if value > line[column] { line[column] = value }
      }
      mark(row - top, left, right)
    }
  }

  private func mark(_ row: Int, _ left: Int, _ right: Int) {
    rowTouched[row] = true
    let cells = touched + row * cellsPerRow
    for cell in left / Self.cell...right / Self.cell { cells[cell] = true }
  }

  /// The columns of a row in which pixel centres can lie within `reach` of the segment.
  private static func span(
    _ ax: Float, _ ay: Float, _ bx: Float, _ by: Float, _ y: Float, _ reach: Float
  ) -> (Float, Float)? {
    let (low, high) = ay < by ? (ay, by) : (by, ay)
    let (from, to) = (max(low, y - reach), min(high, y + reach))
    guard from <= to else { return nil }
    guard high - low > 1e-6 else { return (min(ax, bx) - reach, max(ax, bx) + reach) }
    let slope = (bx - ax) / (by - ay)
    let (x0, x1) = (ax + (from - ay) * slope, ax + (to - ay) * slope)
    return (min(x0, x1) - reach, max(x0, x1) + reach)
  }

  /// Paints a colour over the pixels of a strip as far as they are covered, and clears the mask.
  mutating func paint(_ color: Color, over pixels: UnsafeMutablePointer<UInt32>) {
    let blend = Blend(color)
    for row in 0..<rows where rowTouched[row] {
      rowTouched[row] = false
      for cell in 0..<cellsPerRow where touched[row * cellsPerRow + cell] {
        touched[row * cellsPerRow + cell] = false
        let start = cell * Self.cell
        let line = coverage + row * stride
        let target = pixels + row * width
        for column in start..<min(start + Self.cell, width) where line[column] > 0 {
          blend.apply(line[column], to: &target[column])
        }
        (line + start).update(repeating: 0, count: Self.cell)
      }
    }
  }
}

/// Source-over with one colour in 8-bit sRGB. The share of the colour is rounded to thirty-seconds: finer steps cannot
/// be seen on an edge, and fewer colours make smaller files.
struct Blend {
  private let red, green, blue: UInt32
  private let alpha: UInt32
  private let solid: UInt32

  init(_ color: Color) {
    (red, green, blue) = (UInt32(color.red), UInt32(color.green), UInt32(color.blue))
    alpha = UInt32(color.alpha)
    solid = color.packed | 0xFF00_0000
  }

  @inline(__always)
  func apply(_ coverage: UInt8, to pixel: inout UInt32) {
    // 0 … 32 from coverage·alpha / 255².
    let share = (UInt32(coverage) * alpha * 32 + 32_512) / 65_025
    if share == 0 { return }
    if share == 32 {
      pixel = solid
      return
    }
    let rest = 32 - share
    let r = ((pixel & 255) * rest + red * share + 16) >> 5
    let g = ((pixel >> 8 & 255) * rest + green * share + 16) >> 5
    let b = ((pixel >> 16 & 255) * rest + blue * share + 16) >> 5
    pixel = r | g << 8 | b << 16 | 0xFF00_0000
  }
}
