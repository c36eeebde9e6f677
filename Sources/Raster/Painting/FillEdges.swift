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
