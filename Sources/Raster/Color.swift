/// An 8-bit sRGB colour with straight (not premultiplied) alpha.
public struct Color: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  public var alpha: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// 0xRRGGBB.
  public init(_ hex: UInt32, alpha: Double = 1) {
    self.init(
      red: UInt8(hex >> 16 & 255), green: UInt8(hex >> 8 & 255), blue: UInt8(hex & 255),
      alpha: UInt8((alpha * 255).rounded()))
  }

  /// The pixel's bytes in memory order red, green, blue, alpha, as a little-endian word.
  public var packed: UInt32 { UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | UInt32(alpha) << 24 }

  /// Of a pixel; what `packed` gives.
  public init(packed: UInt32) {
    self.init(
      red: UInt8(packed & 255), green: UInt8(packed >> 8 & 255), blue: UInt8(packed >> 16 & 255),
      alpha: UInt8(packed >> 24))
  }

  /// `#rrggbb`, without the opacity.
  var hex: String { Color(red: red, green: green, blue: blue).description }

  public func opacity(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: UInt8((alpha * 255).rounded()))
  }
}
