/// A colour ready to be laid over pixels in a few strengths.
///
/// Coverage is rounded to sixteenths: the eye does not miss the steps between, and a picture with fewer colours is indexed
/// with less loss and packs better.
struct Paint {
  static let levels = 16

  private let color: UInt32
  /// The opacity in 255ths at each level of coverage.
  private let opacities: [UInt32]

  init(_ color: Color) {
    self.color = color.packed | 0xFF00_0000
    opacities = (0...UInt32(Self.levels)).map { level in
      (UInt32(color.alpha) * level * 2 + UInt32(Self.levels)) / (UInt32(Self.levels) * 2)
    }
  }

  /// Lays the colour over an opaque pixel; coverage beyond 0...1 counts as 0 or 1.
  @inline(__always) func lay(over pixel: inout UInt32, coverage: Float) {
    // What is not a number is not greater than zero.
    guard coverage > 0 else { return }
    let level = Int(min(coverage, 1) * Float(Self.levels) + 0.5)
    guard level > 0 else { return }
    Self.blend(color, over: &pixel, opacity: opacities[level])
  }

  func lay(over pixels: UnsafeMutablePointer<UInt32>, count: Int) {
    guard count > 0, opacities[Self.levels] > 0 else { return }
    if opacities[Self.levels] == 255 {
      pixels.update(repeating: color, count: count)
    } else {
      for i in 0..<count { Self.blend(color, over: &pixels[i], opacity: opacities[Self.levels]) }
    }
  }

  /// Mixes in 8-bit sRGB, each channel rounded to the nearest; `opacity` in 255ths. Both are opaque.
  @inline(__always) static func blend(_ color: UInt32, over pixel: inout UInt32, opacity: UInt32) {
    // Two channels at a time, each in 16 bits; (t + 128 + (t + 128) / 256) / 256 is t / 255 rounded.
    let rest = 255 - opacity
    var even = (pixel & 0xFF_00FF) * rest + (color & 0xFF_00FF) * opacity + 0x80_0080
    even = (even + (even >> 8 & 0xFF_00FF)) >> 8 & 0xFF_00FF
    var odd = (pixel >> 8 & 0xFF) * rest + (color >> 8 & 0xFF) * opacity + 0x80
    odd = (odd + odd >> 8) >> 8
    pixel = even | odd << 8 | 0xFF00_0000
  }
}
