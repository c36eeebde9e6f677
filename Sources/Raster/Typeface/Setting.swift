/// A line being set: glyphs placed one after the other on a raster.
struct Setting {
  private let pen: Pen
  private let pixelsPerUnit: Double
  private let scale: Double
  private let snaps: Bool
  private var letters: [Path.Subpath] = []
  private var smallLetters: [Path.Subpath] = []
  /// Where the next glyph starts, in units.
  private var x = 0.0

  init(pen: Pen, pixelsPerUnit: Double, scale: Double, snaps: Bool) {
    self.pen = pen
    self.pixelsPerUnit = pixelsPerUnit
    self.scale = scale
    self.snaps = snaps
  }

  /// What has been set, by pen.
  var lettering: [Lettering] {
    [
      Lettering(path: Path(letters), penWidth: pen.pixels(perUnit: pixelsPerUnit).width / scale),
      Lettering(path: Path(smallLetters), penWidth: pen.small.pixels(perUnit: pixelsPerUnit).width / scale),
    ].filter { !$0.path.subpaths.isEmpty }
  }

  mutating func advance(by units: Double) { x += units }

  mutating func set(_ glyph: Glyph) {
    let start = x + glyph.origin(pen)
    x += glyph.advance(pen)
    guard !glyph.segments.isEmpty else { return }
    let pen = glyph.isSmall ? pen.small : pen
    let (penWidth, spread) = pen.pixels(perUnit: pixelsPerUnit)
    let vertical = GridFit.levels(of: glyph, pixelsPerUnit: pixelsPerUnit, penWidth: penWidth, snaps: snaps)
    let horizontal = GridFit.stems(
      of: glyph, origin: start * pixelsPerUnit, pixelsPerUnit: pen.stretch * pixelsPerUnit, stem: penWidth + spread,
      snaps: snaps)
    for shift in spread == 0 ? [0] : [-spread / 2, spread / 2] {
      let subpaths = subpaths(of: glyph, shift: shift, horizontal, vertical)
      if glyph.isSmall { smallLetters += subpaths } else { letters += subpaths }
    }
  }

  private func subpaths(
    of glyph: Glyph, shift: Double, _ horizontal: GridFit, _ vertical: GridFit
  ) -> [Path.Subpath] {
    var subpaths: [Path.Subpath] = []
    func place(_ p: SIMD2<Double>) -> SIMD2<Double> { [horizontal[p.x] + shift, -vertical[p.y]] }
    var points: [Position] = []
    var last = SIMD2<Double>()
    for segment in glyph.segments {
      switch segment {
      case .move(let p):
        if !points.isEmpty { subpaths.append(Path.Subpath(points)) }
        points.removeAll()
        last = place(p)
        append(last, to: &points)
      case .line(let p):
        last = place(p)
        append(last, to: &points)
      case .curve(let a, let b, let p):
        let end = place(p)
        appendCurve(last, place(a), place(b), end, to: &points)
        last = end
      }
    }
    subpaths.append(Path.Subpath(points))
    return subpaths
  }

  private func append(_ p: SIMD2<Double>, to points: inout [Position]) {
    points.append(Position(p.x / scale, p.y / scale))
  }

  /// The farthest a chord may lie from its curve, in device pixels.
  private static let tolerance = 0.05

  /// A curve in equal steps of its parameter: n chords stay within max |second difference| · 3/4 / n² of it.
  private func appendCurve(
    _ p0: SIMD2<Double>, _ p1: SIMD2<Double>, _ p2: SIMD2<Double>, _ p3: SIMD2<Double>, to points: inout [Position]
  ) {
    let (d1, d2) = (p0 - 2 * p1 + p2, p1 - 2 * p2 + p3)
    let bend = max((d1 * d1).sum(), (d2 * d2).sum()).squareRoot()
    let n = (0.75 * bend / Self.tolerance).squareRoot().rounded(.up)
    let count = n.isFinite ? Int(min(max(n, 1), 100)) : 1
    for i in 1..<max(count, 1) {
      let t = Double(i) / Double(count)
      let s = 1 - t
      let q = s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3
      append(q, to: &points)
    }
    append(p3, to: &points)
  }
}
