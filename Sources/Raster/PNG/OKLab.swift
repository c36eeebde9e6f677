/// A colour in OKLab (Björn Ottosson, 2020), in which equal distances look about equally different.
///
/// Computed without a mathematics library, so that the bits are the same everywhere.
struct OKLab: Hashable {
  var lightness: Float
  var a: Float
  var b: Float

  init(lightness: Float, a: Float, b: Float) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  init(_ color: UInt32) {
    let table = OKLab.linear
    let (red, green, blue) = (table[Int(color & 255)], table[Int(color >> 8 & 255)], table[Int(color >> 16 & 255)])
    let l = OKLab.cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = OKLab.cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = OKLab.cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  func squaredDistance(to other: OKLab) -> Float {
    let (x, y, z) = (lightness - other.lightness, a - other.a, b - other.b)
    return x * x + y * y + z * z
  }

  /// The light of each sRGB value, 0...1.
  private static let linear: [Float] = (0...255).map { value in
    let c = Double(value) / 255
    guard c > 0.04045 else { return Float(c / 12.92) }
    let x = (c + 0.055) / 1.055
    // x^2.4 is x² times the fifth root of x².
    var root = 1.0
    for _ in 0..<24 { root -= (root - x * x / (root * root * root * root)) / 5 }
    return Float(x * x * root)
  }

  /// By Newton's method from a guess at a third of the exponent.
  private static func cubeRoot(_ x: Float) -> Float {
    guard x > 0 else { return 0 }
    var root = Float(bitPattern: x.bitPattern / 3 + 0x2A51_37A0)
    for _ in 0..<3 { root -= (root - x / (root * root)) / 3 }
    return root
  }
}
