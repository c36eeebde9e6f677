/// How much of a pixel's square lies on one side of a straight edge, exactly, for four pixels at a time.
///
/// The square, looked at along an edge of direction u, is a trapezium of density: it reaches (|u.x| + |u.y|)/2 to either side
/// and is level within ||u.x| − |u.y||/2. The share behind an edge is the integral of that.
struct PixelEdge {
  typealias Lanes = SIMD4<Float>

  private let reach: Float
  private let level: Float
  private let slope: Float
  private let bend: Float

  /// For edges along or across the direction.
  init(ux: Double, uy: Double) {
    let (wide, narrow) = (max(abs(ux), abs(uy)), min(abs(ux), abs(uy)))
    reach = Float((wide + narrow) / 2)
    level = Float((wide - narrow) / 2)
    slope = Float(1 / wide)
    bend = narrow > 1e-6 ? Float(1 / (2 * wide * narrow)) : 0
  }

  /// The share of the square on the near side of an edge that is `distance` from its centre, less one half: −½ ... ½.
  @inline(__always) func share(_ distance: Lanes) -> Lanes {
    let x = least(greatest(distance, Lanes(repeating: -reach)), Lanes(repeating: reach))
    let over = greatest(x - level, .zero)
    let under = least(x + level, .zero)
    return x * slope - (over * over - under * under) * bend
  }
}

/// The lesser of each pair; one instruction, where `pointwiseMin` is not.
@inline(__always) func least(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  b.replacing(with: a, where: a .< b)
}

/// The greater of each pair.
@inline(__always) func greatest(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  b.replacing(with: a, where: a .> b)
}
