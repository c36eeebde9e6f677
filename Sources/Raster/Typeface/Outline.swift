/// A glyph's strokes, read from the path notation of `GlyphParser`, and where they run level and upright.
struct Outline {
  private(set) var segments: [GlyphSegment] = []
  private(set) var levels: [GlyphLevel] = []
  private(set) var stems: [Double] = []
  private(set) var left = Double.infinity
  private(set) var right = -Double.infinity

  /// How far the handles of a quarter bow reach towards its corner: 0.55 would be an ellipse.
  private static let bow = 0.585
  private static let circleBow = 0.5523

  private var pen = SIMD2<Double>()
  private var start = SIMD2<Double>()
  private var onCurve: [Double] = []
  private var level: [Double] = []
  private var upright: [Double] = []

  init?(parsing text: Substring.UTF8View) {
    var text = text
    text.skipSpaces()
    while let letter = text.popFirst() {
      guard take(letter, &text) else { return nil }
      text.skipSpaces()
    }
    if segments.isEmpty { (left, right) = (0, 0) }
    findLevels()
    findStems()
  }

  private mutating func take(_ letter: UInt8, _ text: inout Substring.UTF8View) -> Bool {
    if letter == UInt8(ascii: "Z") {
      line(to: start)
      return true
    }
    if letter == UInt8(ascii: "O") {
      guard let center = Self.point(&text), let radius = text.takeNumber() else { return false }
      circle(center, radius)
      return true
    }
    if letter == UInt8(ascii: "F") {
      guard let copies = text.takeNumber(), copies > 0 else { return false }
      fill(copies: Int(copies))
      return true
    }
    guard let p = Self.point(&text) else { return false }
    switch letter {
    case UInt8(ascii: "M"):
      start = p
      pen = p
      segments.append(.move(p))
      include(p)
    case UInt8(ascii: "L"): line(to: p)
    case UInt8(ascii: "V"):
      level.append(p.y)
      upright.append(pen.x)
      curve([pen.x, pen.y + Self.bow * (p.y - pen.y)], [p.x + Self.bow * (pen.x - p.x), p.y], p)
    case UInt8(ascii: "H"):
      level.append(pen.y)
      upright.append(p.x)
      curve([pen.x + Self.bow * (p.x - pen.x), pen.y], [p.x, p.y + Self.bow * (pen.y - p.y)], p)
    case UInt8(ascii: "S"): curve([pen.x, (pen.y + p.y) / 2], [p.x, (pen.y + p.y) / 2], p)
    case UInt8(ascii: "C"):
      guard let second = Self.point(&text), let end = Self.point(&text) else { return false }
      curve(p, second, end)
    default: return false
    }
    return true
  }

  private static func point(_ text: inout Substring.UTF8View) -> SIMD2<Double>? {
    guard let x = text.takeNumber(), let y = text.takeNumber() else { return nil }
    return [x, y]
  }

  private mutating func line(to p: SIMD2<Double>) {
    if p.y == pen.y, abs(p.x - pen.x) >= 40 { level.append(p.y) }
    if p.x == pen.x, abs(p.y - pen.y) >= 150 { upright.append(p.x) }
    segments.append(.line(p))
    include(p)
  }

  private mutating func curve(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ p: SIMD2<Double>) {
    segments.append(.curve(a, b, p))
    include(p)
  }

  private mutating func circle(_ c: SIMD2<Double>, _ r: Double) {
    let k = r * Self.circleBow
    segments.append(.move([c.x - r, c.y]))
    segments.append(.curve([c.x - r, c.y + k], [c.x - k, c.y + r], [c.x, c.y + r]))
    segments.append(.curve([c.x + k, c.y + r], [c.x + r, c.y + k], [c.x + r, c.y]))
    segments.append(.curve([c.x + r, c.y - k], [c.x + k, c.y - r], [c.x, c.y - r]))
    segments.append(.curve([c.x - k, c.y - r], [c.x - r, c.y - k], [c.x - r, c.y]))
    (left, right) = (min(left, c.x - r), max(right, c.x + r))
    // A dot begins with whole pixels on the left and at the bottom.
    if r < 50 {
      onCurve.append(c.y - r)
      level.append(c.y - r)
      upright.append(c.x - r)
    }
  }

  private mutating func fill(copies: Int) {
    let ys = segments.map(\.end.y)
    let center = SIMD2((left + right) / 2, (ys.min()! + ys.max()!) / 2)
    let outer = segments
    for copy in 1...copies {
      let scale = 1 - Double(copy) / (Double(copies) + 0.5)
      segments += outer.map { $0.map { center + ($0 - center) * scale } }
    }
  }

  private mutating func include(_ p: SIMD2<Double>) {
    pen = p
    (left, right) = (min(left, p.x), max(right, p.x))
    onCurve.append(p.y)
  }

  /// The zones of the alphabet that the strokes touch, and between them where strokes run level.
  private mutating func findLevels() {
    for y in Self.bottoms where onCurve.contains(y) { levels.append(GlyphLevel(y: y, edge: .bottom)) }
    for y in Self.tops where onCurve.contains(y) { levels.append(GlyphLevel(y: y, edge: .top)) }
    for y in level where levels.allSatisfy({ abs($0.y - y) > 60 }) {
      levels.append(GlyphLevel(y: y, edge: .middle))
    }
    levels.sort { $0.y < $1.y }
  }

  /// The outermost upright strokes, and those that stand clear of them.
  private mutating func findStems() {
    guard let first = upright.min(), let last = upright.max() else { return }
    stems = last - first > 60 ? [first, last] : [first]
    for x in upright where stems.allSatisfy({ abs($0 - x) > 60 }) { stems.append(x) }
    stems.sort()
  }

  /// Descender and baseline.
  private static let bottoms = [-220.0, 0]
  /// The tops of x, H and l.
  private static let tops = [440.0, 620, 670]
}
