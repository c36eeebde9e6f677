/// What is left of an element when text is strokes, dashes are lines and everything is in device pixels: all that a
/// strip of the page needs to paint it.
enum Primitive {
  struct Segment {
    var ax, ay, bx, by: Float
  }

  struct Line {
    var segments: [Segment]
    /// Half the width of the pen, in device pixels.
    var radius: Float
    var hasRoundCaps: Bool
    var color: Color
  }

  struct Area {
    /// The edges of closed polygons, in order.
    var edges: [Segment]
    var color: Color
  }

  case line(Line)
  case area(Area)
  case field(Field, PixelRect)
  /// Until the end of the clip; what lies outside the rectangle is left alone.
  case beginClip(PixelRect)
  case endClip
}

/// A rectangle of whole pixels, half open.
struct PixelRect: Hashable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  func intersection(_ other: PixelRect) -> PixelRect {
    let left = max(left, other.left)
    let top = max(top, other.top)
    return PixelRect(
      left: left, top: top, right: max(left, min(right, other.right)), bottom: max(top, min(bottom, other.bottom)))
  }
}

/// Takes a drawing apart into primitives.
struct PrimitiveBuilder {
  let scale: Double
  let page: PixelRect
  private(set) var primitives: [Primitive] = []

  init(scale: Double, page: PixelRect) {
    self.scale = scale
    self.page = page
  }

  mutating func add(_ elements: [Drawing.Element]) {
    for element in elements {
      switch element {
      case .fill(let path, let color): addArea(path, color)
      case .stroke(let path, let stroke):
        addLine(path, width: stroke.width, dash: stroke.dash, round: stroke.cap == .round, stroke.color)
      case .text(let text): add(text)
      case .field(let field): primitives.append(.field(field, pixels(of: field.rect)))
      case .clipped(let rect, let inner):
        primitives.append(.beginClip(pixels(of: rect)))
        add(inner)
        primitives.append(.endClip)
      }
    }
  }

  private mutating func add(_ text: Text) {
    let strokes = text.strokes(scale: scale)
    if let halo = text.halo {
      for pen in strokes {
        addLine(pen.path, width: pen.penWidth + 2 * halo.width, dash: [], round: true, halo.color)
      }
    }
    for pen in strokes { addLine(pen.path, width: pen.penWidth, dash: [], round: true, text.color) }
  }

  /// The whole pixels that a rectangle covers, its edges rounded to the nearest.
  private func pixels(of rect: Rect) -> PixelRect {
    func nearest(_ value: Double) -> Int { Int(min(max((value * scale).rounded(), -1e6), 1e6)) }
    return PixelRect(
      left: nearest(rect.minX), top: nearest(rect.minY), right: nearest(rect.maxX), bottom: nearest(rect.maxY)
    ).intersection(page)
  }

  private mutating func addLine(_ path: Path, width: Double, dash: [Double], round: Bool, _ color: Color) {
    guard width > 0, color.alpha > 0 else { return }
    let radius = width * scale / 2
    var segments: [Primitive.Segment] = []
    for whole in path.subpaths where !whole.points.isEmpty {
      for subpath in dash.isEmpty ? [whole] : whole.dashed(dash) {
        let points = subpath.points
        if points.count == 1 { append(points[0], points[0], margin: radius + 2, to: &segments) }
        for index in points.indices.dropLast() {
          append(points[index], points[index + 1], margin: radius + 2, to: &segments)
        }
        if subpath.isClosed, points.count > 2, let first = points.first, let last = points.last {
          append(last, first, margin: radius + 2, to: &segments)
        }
      }
    }
    guard !segments.isEmpty else { return }
    primitives.append(.line(.init(segments: segments, radius: Float(radius), hasRoundCaps: round, color: color)))
  }

  /// Adds the part of a segment that can touch the page.
  private func append(_ a: Position, _ b: Position, margin: Double, to segments: inout [Primitive.Segment]) {
    guard let clipped = Self.clip(device(a), device(b), page, margin) else { return }
    segments.append(clipped)
  }

  private func device(_ p: Position) -> Position { Position(p.x * scale, p.y * scale) }

  /// The part of a segment within `margin` of the page (Liang and Barsky 1984); nil when there is none or a coordinate
  /// is not finite.
  private static func clip(_ a: Position, _ b: Position, _ page: PixelRect, _ margin: Double) -> Primitive.Segment? {
    guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return nil }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [
      (-dx, a.x - Double(page.left) + margin), (dx, Double(page.right) + margin - a.x),
      (-dy, a.y - Double(page.top) + margin), (dy, Double(page.bottom) + margin - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    guard enter <= leave else { return nil }
    return Primitive.Segment(
      ax: Float(a.x + enter * dx), ay: Float(a.y + enter * dy), bx: Float(a.x + leave * dx), by: Float(a.y + leave * dy)
    )
  }

  /// Coordinates far outside the page are held a page away: that changes nothing inside.
  private mutating func addArea(_ path: Path, _ color: Color) {
    guard color.alpha > 0 else { return }
    func held(_ value: Double, _ low: Int, _ high: Int) -> Float {
      Float(min(max(value * scale, Double(low) - 20_000), Double(high) + 20_000))
    }
    var edges: [Primitive.Segment] = []
    for subpath in path.subpaths where subpath.points.count > 2 {
      guard subpath.points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { continue }
      let points = subpath.points.map { (held($0.x, page.left, page.right), held($0.y, page.top, page.bottom)) }
      for index in points.indices {
        let (a, b) = (points[index], points[index + 1 < points.count ? index + 1 : 0])
        edges.append(.init(ax: a.0, ay: a.1, bx: b.0, by: b.1))
      }
    }
    guard !edges.isEmpty else { return }
    primitives.append(.area(.init(edges: edges, color: color)))
  }
}
