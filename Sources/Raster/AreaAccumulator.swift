/// Exact area coverage of polygons in a strip: each edge adds its signed area to the pixels it crosses and its height
/// to all on their right; a running sum then gives the coverage.
///
/// The winding number is summed, so that areas which overlap in the same direction count once (the sum is held at 1)
/// and the inside of a figure traversed backwards is inside too.
struct AreaAccumulator: ~Copyable {
  let width: Int
  let rows: Int
  private let stride: Int
  private let cells: UnsafeMutablePointer<Float>

  init(width: Int, rows: Int) {
    self.width = width
    self.rows = rows
    stride = width + 2
    cells = .allocate(capacity: stride * rows)
    cells.initialize(repeating: 0, count: stride * rows)
  }

  deinit { cells.deallocate() }

  /// Fills polygons with a colour over the pixels of a strip whose first row is `top`.
  mutating func paint(
    _ edges: [Primitive.Segment], _ color: Color, over pixels: UnsafeMutablePointer<UInt32>, top: Int, clip: PixelRect
  ) {
    var (minX, maxX, minY, maxY) = (Float.infinity, -Float.infinity, Float.infinity, -Float.infinity)
    for edge in edges {
      (minX, maxX) = (min(minX, edge.ax), max(maxX, edge.ax))
      (minY, maxY) = (min(minY, edge.ay), max(maxY, edge.ay))
    }
    let first = max(max(clip.top, top), Int(minY.rounded(.down)))
    let last = min(min(clip.bottom, top + rows) - 1, Int(maxY.rounded(.up)))
    let left = max(clip.left, Int(minX.rounded(.down)))
    let right = min(clip.right - 1, Int(maxX.rounded(.up)))
    guard first <= last, left <= right else { return }
    for edge in edges { add(edge, first - top, last - top, Float(top)) }
    let blend = Blend(color)
    for row in (first - top)...(last - top) {
      let line = cells + row * stride
      let target = pixels + row * width
      var sum: Float = 0
      for column in 0...right {
        sum += line[column]
        guard column >= left else { continue }
        let coverage = UInt8(min(1, abs(sum)) * 255 + 0.5)
        if coverage > 0 { blend.apply(coverage, to: &target[column]) }
      }
      line.update(repeating: 0, count: stride)
    }
  }

  /// Adds one edge to the rows `first...last` of the strip.
  private func add(_ edge: Primitive.Segment, _ first: Int, _ last: Int, _ top: Float) {
    guard edge.ay != edge.by else { return }
    let direction: Float = edge.ay < edge.by ? 1 : -1
    let (x0, y0, x1, y1) =
      direction > 0
      ? (edge.ax, edge.ay - top, edge.bx, edge.by - top) : (edge.bx, edge.by - top, edge.ax, edge.ay - top)
    let slope = (x1 - x0) / (y1 - y0)
    let from = max(first, Int(max(y0, Float(first)).rounded(.down)))
    let to = min(last, Int(min(y1, Float(last + 1)).rounded(.up)) - 1)
    guard from <= to else { return }
    for row in from...to {
      let (a, b) = (max(y0, Float(row)), min(y1, Float(row + 1)))
      guard a < b else { continue }
      addRow(cells + row * stride, x0 + (a - y0) * slope, x0 + (b - y0) * slope, (b - a) * direction)
    }
  }

  /// The part of an edge within one row, from `xa` to `xb`, that descends by `height` (signed). What lies left of the
  /// strip covers every pixel of the row, what lies right of it none.
  private func addRow(_ line: UnsafeMutablePointer<Float>, _ xa: Float, _ xb: Float, _ height: Float) {
    let (low, high) = (min(xa, xb), max(xa, xb))
    let limit = Float(width)
    guard high - low > 1e-6 else { return addWithin(line, min(max(low, 0), limit), height) }
    let perColumn = height / (high - low)
    if low < 0 { line[0] += (min(high, 0) - low) * perColumn }
    var x = max(low, 0)
    let end = min(high, limit)
    while x < end {
      let next = min(end, x.rounded(.down) + 1)
      addWithin(line, (x + next) / 2, (next - x) * perColumn)
      x = next
    }
  }

  /// A piece within one pixel whose middle is at `x`: the pixel is covered right of it, and so are all that follow.
  private func addWithin(_ line: UnsafeMutablePointer<Float>, _ x: Float, _ height: Float) {
    let column = min(Int(x), width)
    let covered = height * (Float(column) + 1 - x)
    line[column] += covered
    line[column + 1] += height - covered
  }
}
