/// A colour ready to be laid over pixels in a few strengths.
///
/// Coverage is rounded so that the opacity goes up in sixteenths or less: an opaque colour has 16 levels, one of 55 % has 9. The
/// eye does not miss the steps between, and a picture with fewer colours is indexed with less loss and packs better.
struct Paint {
  private let color: UInt32
  /// How many levels of coverage there are, and the opacity in 255ths at each and at 0.
  private let levels: Float
  private let opacities: [UInt32]
  /// The opacity in 255ths of a pixel that is covered whole.
  private let full: UInt32

  init(_ color: Color) {
    self.color = color.packed | 0xFF00_0000
    full = UInt32(color.alpha)
    let count = max(6, (full * 16 + 254) / 255)
    levels = Float(count)
    opacities = (0...count).map { [full] level in (full * level * 2 + count) / (count * 2) }
  }

  /// Lays the colour over an opaque pixel; coverage beyond 0...1 counts as 0 or 1.
  @inline(__always) func lay(over pixel: inout UInt32, coverage: Float) {
    // What is not a number is not greater than zero.
    guard coverage > 0 else { return }
    let level = Int(min(coverage, 1) * levels + 0.5)
    guard level > 0 else { return }
    Self.blend(color, over: &pixel, opacity: opacities[level])
  }

  /// Lays the colour over opaque pixels whose coverages, none of them below 0, stand in a row; the count is a multiple of four.
  func lay(over pixels: UnsafeMutablePointer<UInt32>, coverage: UnsafePointer<Float>, count: Int) {
    var (pixels, coverage, left) = (UnsafeMutableRawPointer(pixels), UnsafeRawPointer(coverage), count)
    while left > 0 {
      let lanes = coverage.loadUnaligned(as: Lanes.self)
      // Most are empty.
      let bits = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      if bits[0] | bits[1] != 0 { lay(overFour: pixels, coverage: lanes) }
      pixels += MemoryLayout<Lanes>.size
      coverage += MemoryLayout<Lanes>.size
      left -= 4
    }
  }

  @inline(__always) private func lay(overFour pixels: UnsafeMutableRawPointer, coverage: Lanes) {
    let whole = Lanes(repeating: 1)
    let share = coverage.replacing(with: whole, where: coverage .> whole)
    let level = (share * Lanes(repeating: levels) + Lanes(repeating: 0.5)).wholeParts
    let opacity = SIMD4(
      opacities[Int(level[0])], opacities[Int(level[1])], opacities[Int(level[2])], opacities[Int(level[3])])
    let old = unsafeBitCast(pixels.loadUnaligned(as: SIMD4<UInt32>.self), to: SIMD8<UInt16>.self)
    let mixed = Self.blend(color, over: old, opacity: unsafeBitCast(opacity &* 0x1_0001, to: SIMD8<UInt16>.self))
    pixels.storeBytes(of: mixed, as: SIMD8<UInt16>.self)
  }

  /// The same as for one pixel, for four, each of two lanes of two channels.
  @inline(__always) private static func blend(
    _ color: UInt32, over old: SIMD8<UInt16>, opacity: SIMD8<UInt16>
  ) -> SIMD8<UInt16> {
    let new = unsafeBitCast(SIMD4<UInt32>(repeating: color), to: SIMD8<UInt16>.self)
    let (low, half, eight) = (
      SIMD8<UInt16>(repeating: 0xFF), SIMD8<UInt16>(repeating: 0x80), SIMD8<UInt16>(repeating: 8)
    )
    let rest = low &- opacity
    var even = (old & low) &* rest &+ (new & low) &* opacity &+ half
    even = (even &+ (even &>> eight)) &>> eight
    var odd = (old &>> eight) &* rest &+ (new &>> eight) &* opacity &+ half
    odd = odd &+ (odd &>> eight)
    return even | (odd & ~low)
  }

  /// Lays the colour over pixels that all have the same coverage.
  func lay(over pixels: UnsafeMutablePointer<UInt32>, count: Int, coverage: Float) {
    guard coverage * levels >= 0.5 else { return }
    if full == 255 && (coverage - 1) * levels >= -0.5 {
      pixels.update(repeating: color, count: count)
    } else {
      for i in 0..<count { lay(over: &pixels[i], coverage: coverage) }
    }
  }

  /// Mixes in 8-bit sRGB, each channel rounded to the nearest; `opacity` in 255ths. Both are opaque.
  @inline(__always) static func blend(_ color: UInt32, over pixel: inout UInt32, opacity: UInt32) {
    // Two channels at a time, each in 16 bits; (t + 128 + (t + 128) / 256) / 256 is t / 255 rounded.
    // None of them can overflow, and none is checked.
    let rest = 255 &- opacity
    var even = (pixel & 0xFF_00FF) &* rest &+ (color & 0xFF_00FF) &* opacity &+ 0x80_0080
    even = (even &+ (even &>> 8 & 0xFF_00FF)) &>> 8 & 0xFF_00FF
    var odd = (pixel &>> 8 & 0xFF) &* rest &+ (color &>> 8 & 0xFF) &* opacity &+ 0x80
    odd = (odd &+ odd &>> 8) &>> 8
    pixel = even | odd &<< 8 | 0xFF00_0000
  }
}
