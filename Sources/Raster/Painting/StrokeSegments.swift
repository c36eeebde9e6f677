/// The segments of a stroke: its path in device pixels, cut to the window, dashed, each vertex a round join.
///
/// Edge cases: a point that is not a number ends its polyline and the next begins another; a subpath without length is a dot
/// with round caps and nothing with butt caps; dashes too short to be seen, not finite or negative make a solid line.
struct StrokeSegments {
  /// Beyond so many segments dashes are not told apart any more, and lines go on solid.
  private static let dashLimit = 2_000_000

  /// Half the width in device pixels.
  let radius: Double
  private(set) var segments: [StrokeSegment] = []

  private let window: Window
  private let cap: Stroke.Cap
  /// The polyline being drawn: where it has come to, where its segments begin, and whether it has any.
  private var here: SIMD2<Double>?
  private var first = 0
  private var isDrawing = false

  init(_ path: Path, _ stroke: Stroke, scale: Double, clip: PixelRect) {
    // The hairline is one pixel; a pen beyond 10⁶ pixels covers every page.
    let width = stroke.width == 0 ? 1 : min(stroke.width * scale, 1e6)
    radius = width / 2
    cap = stroke.cap
    window = Window(clip, margin: radius + 2)
    guard width > 0, !clip.isEmpty else { return }
    let pattern = DashPattern(stroke.dash, scale: scale)
    segments.reserveCapacity(path.subpaths.reduce(0) { $0 + $1.points.count })
    for subpath in path.subpaths {
      for (points, isClosed) in StrokeSegments.connected(subpath, scale: scale) {
        draw(points, isClosed: isClosed, pattern)
      }
    }
  }

  /// The runs of a subpath between the points that are nowhere.
  private static func connected(_ subpath: Path.Subpath, scale: Double) -> [([SIMD2<Double>], isClosed: Bool)] {
    var points: [SIMD2<Double>] = []
    points.reserveCapacity(subpath.points.count)
    var runs: [([SIMD2<Double>], isClosed: Bool)] = []
    for position in subpath.points {
      if let point = SIMD2(position, scale: scale) {
        points.append(point)
      } else if !points.isEmpty {
        runs.append((points, false))
        points.removeAll(keepingCapacity: true)
      }
    }
    let isWhole = points.count == subpath.points.count
    if !points.isEmpty { runs.append((points, subpath.isClosed && isWhole)) }
    return runs
  }

  private mutating func draw(_ points: [SIMD2<Double>], isClosed: Bool, _ pattern: DashPattern?) {
    var points = points
    // A closed line that leaves the window is begun where it is outside, so that no end of it shows.
    let outside = points.firstIndex { !window.contains($0) }
    if isClosed, pattern == nil, let outside { points = Array(points[outside...] + points[..<outside]) }
    if pattern == nil, outside == nil { return drawSolid(points, isClosed: isClosed) }
    var dashes = pattern
    if window.contains(points[0]), dashes?.isInk ?? true { put(points[0]) }
    for i in 1..<(points.count + (isClosed ? 1 : 0)) where points.count > 1 {
      let (a, b) = (points[i - 1], points[i == points.count ? 0 : i])
      if window.contains(a) && window.contains(b) {
        advance(from: a, to: b, &dashes)
      } else {
        advanceThroughWindow(from: a, to: b, &dashes)
      }
    }
    lift()
  }

  /// Draws a line that does not leave the window.
  private mutating func drawSolid(_ points: [SIMD2<Double>], isClosed: Bool) {
    put(points[0])
    for point in points.dropFirst() { line(to: point) }
    if isClosed, points.count > 1 { line(to: points[0]) }
    if isClosed { close() } else { lift() }
  }

  /// Draws what lies in the window of a segment that leaves it, and moves the dashes on by the rest.
  private mutating func advanceThroughWindow(from a: SIMD2<Double>, to b: SIMD2<Double>, _ dashes: inout DashPattern?) {
    guard let part = window.part(from: a, to: b) else {
      lift()
      dashes?.skip((b - a).length)
      return
    }
    if part.start != a {
      lift()
      dashes?.skip((part.start - a).length)
    }
    if here == nil, dashes?.isInk ?? true { put(part.start) }
    advance(from: part.start, to: part.end, &dashes)
    if part.end != b {
      lift()
      dashes?.skip((b - part.end).length)
    }
  }

  /// Draws a segment within the window, dashed or solid.
  private mutating func advance(from a: SIMD2<Double>, to b: SIMD2<Double>, _ dashes: inout DashPattern?) {
    guard var pattern = dashes, segments.count < Self.dashLimit else {
      line(to: b)
      return
    }
    let length = (b - a).length
    var along = 0.0
    while length - along >= pattern.remaining {
      along += pattern.remaining
      let p = a + (b - a) * (along / length)
      if pattern.isInk {
        line(to: p)
        lift()
      } else {
        put(p)
      }
      pattern.turn()
    }
    pattern.remaining -= length - along
    if pattern.isInk { line(to: b) }
    dashes = pattern
  }

  // MARK: The pen

  private mutating func put(_ p: SIMD2<Double>) {
    here = p
    first = segments.count
    isDrawing = false
  }

  private mutating func line(to p: SIMD2<Double>) {
    guard let origin = here else {
      put(p)
      return
    }
    var segment = StrokeSegment(from: origin, to: p)
    // Shorter ones turn at random.
    guard segment.length > 1e-6 else { return }
    if isDrawing {
      joinLast(to: &segment)
    } else {
      segment.start = capped(segment, cap)
    }
    segments.append(segment)
    isDrawing = true
    here = p
  }

  /// Ends a polyline with a cap; one that went nowhere is a dot.
  private mutating func lift() {
    if isDrawing {
      let end = capped(segments[segments.count - 1], cap)
      segments[segments.count - 1].end = end
    } else if let p = here, cap == .round {
      var dot = StrokeSegment(from: p, to: p)
      dot.start = capped(dot, cap)
      dot.end = dot.start
      segments.append(dot)
    }
    here = nil
    isDrawing = false
  }

  /// Joins the last segment of a polyline to its first.
  private mutating func close() {
    guard isDrawing, segments.count - first > 1 else {
      lift()
      return
    }
    var start = segments[first]
    joinLast(to: &start)
    segments[first] = start
    here = nil
    isDrawing = false
  }

  /// Shares the work at a vertex: the later segment draws the wedge on the outer side of the turn.
  private mutating func joinLast(to later: inout StrokeSegment) {
    let last = segments.count - 1
    let earlier = segments[last]
    let cosine = earlier.ux * later.ux + earlier.uy * later.uy
    let sine = earlier.ux * later.uy - earlier.uy * later.ux
    if cosine < -0.1 {
      // A hairpin: its tip must not be longer than a cap.
      let end = capped(earlier, .round)
      segments[last].end = end
      later.start = capped(later, .round)
    } else {
      let slack: Float = 0.05
      segments[last].end.reach = slack
      later.start.reach = Float((cosine < 0 ? 1 : abs(sine)) * (radius + later.pixelReach)) + slack
    }
  }

  private func capped(_ segment: StrokeSegment, _ cap: Stroke.Cap) -> StrokeSegment.End {
    guard cap == .round else { return StrokeSegment.End(reach: Float(segment.pixelReach), ink: 0, isRound: false) }
    // A half disc is on the mean π/4 of its radius deep: that is what counts for a pen within a pixel or so; with a wider
    // pen the pixels at the tip see its whole depth.
    let blend = min(max(radius - 0.5, 0), 1)
    let ink = radius * (.pi / 4 + (1 - .pi / 4) * blend)
    return StrokeSegment.End(reach: Float(radius + segment.pixelReach), ink: Float(ink))
  }
}
