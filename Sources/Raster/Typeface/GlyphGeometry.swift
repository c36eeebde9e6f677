/// A piece of a centre line.
enum GlyphSegment: Sendable {
  case move(SIMD2<Double>)
  case line(SIMD2<Double>)
  case curve(SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)

  var end: SIMD2<Double> {
    switch self {
    case .move(let p), .line(let p), .curve(_, _, let p): p
    }
  }

  func map(_ transform: (SIMD2<Double>) -> SIMD2<Double>) -> GlyphSegment {
    switch self {
    case .move(let p): .move(transform(p))
    case .line(let p): .line(transform(p))
    case .curve(let a, let b, let p): .curve(transform(a), transform(b), transform(p))
    }
  }
}

/// A height at which a stroke runs level and wants to fill whole pixels.
struct GlyphLevel: Sendable {
  enum Edge: Sendable {
    case bottom
    case middle
    case top
  }
  var y: Double
  /// The edge of the ink that keeps its height when the pen changes.
  var edge: Edge
}
