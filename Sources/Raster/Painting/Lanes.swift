/// Four pixels side by side.
///
/// Bounds are taken by way of absolute values, which the compiler keeps in whole registers; `pointwiseMin` becomes a call, and
/// where several comparisons meet it takes the lanes apart.
typealias Lanes = SIMD4<Float>

extension Lanes {
  /// The same number in all lanes.
  init(all value: Double) { self.init(repeating: Float(value)) }

  @inline(__always) var magnitudes: Lanes {
    unsafeBitCast(unsafeBitCast(self, to: SIMD4<UInt32>.self) & SIMD4<UInt32>(repeating: 0x7FFF_FFFF), to: Lanes.self)
  }

  /// The numbers, and 0 where they are negative.
  @inline(__always) var positiveParts: Lanes { (self + magnitudes) * Lanes(repeating: 0.5) }

  /// The whole parts of numbers from 0 to 2²².
  @inline(__always) var wholeParts: SIMD4<UInt32> {
    // A sum with 2²³ has no bits left for a fraction; it is rounded to the nearest.
    let shift = Lanes(repeating: 0x1p23)
    let nearest = self + shift
    let isAbove = unsafeBitCast((nearest - shift) .> self, to: SIMD4<UInt32>.self)
    return (unsafeBitCast(nearest, to: SIMD4<UInt32>.self) & SIMD4<UInt32>(repeating: 0x7F_FFFF)) &+ isAbove
  }

  /// The lesser of each pair.
  @inline(__always) func least(_ other: Lanes) -> Lanes {
    (self + other - (self - other).magnitudes) * Lanes(repeating: 0.5)
  }

  /// Within 5e-6 of the square roots by two steps of Newton's method from a guess at their inverses; the hardware takes square
  /// roots one after the other.
  @inline(__always) var approximateSquareRoots: Lanes {
    let guess = SIMD4<UInt32>(repeating: 0x5F37_5A86) &- (unsafeBitCast(self, to: SIMD4<UInt32>.self) &>> 1)
    var inverse = unsafeBitCast(guess, to: Lanes.self)
    let half = self * Lanes(repeating: 0.5)
    let threeHalves = Lanes(repeating: 1.5)
    inverse *= threeHalves - half * inverse * inverse
    inverse *= threeHalves - half * inverse * inverse
    return self * inverse
  }
}
