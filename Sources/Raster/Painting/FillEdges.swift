/// The outline of a fill in device pixels, cut to the window: what lies left of it becomes upright at its left edge and what
/// lies elsewhere outside is dropped, which changes no pixel inside.
///
/// Edge cases: subpaths are closed if they are not; points that are not a number are left out.
struct FillEdges {
  /// An edge from its upper to its lower end.
  struct Edge {
    var top: SIMD2<Double>
    var bottom: SIMD2<Double>
    /// 1 if the outline goes down along it, −1 if up.
    var winding: Double
  }

  private(set) var edges: [Edge] = []
  private let window: Window

  init(_ path: Path, scale: Double, clip: PixelRect) {
    window = Window(clip)
    guard !clip.isEmpty else { return }
    for subpath in path.subpaths {
      let points = subpath.points.compactMap { SIMD2<Double>($0, scale: scale) }
      guard var last = points.last, points.count > 2 else { continue }
      for point in points {
        add(from: last, to: point)
        last = point
      }
    }
  }

  private mutating func add(from a: SIMD2<Double>, to b: SIMD2<Double>) {
    let isDown = a.y < b.y
    let (upper, lower) = isDown ? (a, b) : (b, a)
    let winding = isDown ? 1.0 : -1.0
    guard lower.y > window.minY, upper.y < window.maxY, lower.y > upper.y else { return }
    if window.contains(upper) && window.contains(lower) {
      edges.append(Edge(top: upper, bottom: lower, winding: winding))
    } else {
      addCut(from: upper, to: lower, winding)
    }
  }

  private mutating func addCut(from upper: SIMD2<Double>, to lower: SIMD2<Double>, _ winding: Double) {
    // The edge in parts: outside on the left, within, outside on the right.
    let top = max(upper.y, window.minY)
    let bottom = min(lower.y, window.maxY)
    let cuts = [window.minX, window.maxX].map { x in
      min(max(upper.y + (x - upper.x) / (lower.x - upper.x) * (lower.y - upper.y), top), bottom)
    }
    let heights = upper.x == lower.x ? [top, bottom] : [top, min(cuts[0], cuts[1]), max(cuts[0], cuts[1]), bottom]
    for (y, next) in zip(heights, heights.dropFirst()) where next > y {
      let ends = [y, next].map { height in
        upper.x + (lower.x - upper.x) * ((height - upper.y) / (lower.y - upper.y))
      }
      guard (ends[0] + ends[1]) / 2 < window.maxX else { continue }
      edges.append(
        Edge(
          top: window.nearest(to: [ends[0], y]), bottom: window.nearest(to: [ends[1], next]), winding: winding))
    }
  }
}

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
