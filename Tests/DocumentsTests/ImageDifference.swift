import Raster

/// How far two images of one size are apart, in steps of one of red, green and blue of 255.
struct ImageDifference {
  let largest: Int
  let mean: Double
  /// White where they agree; the darker, the further apart.
  let image: Image

  /// Nil for images of different sizes.
  init?(_ a: Image, _ b: Image) {
    guard a.width == b.width, a.height == b.height else { return nil }
    var (largest, sum) = (0, 0)
    var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: a.pixels.count)
    a.pixels.withUnsafeBufferPointer { a in
      b.pixels.withUnsafeBufferPointer { b in
        for i in a.indices where a[i] != b[i] {
          var most = 0
          for shift in [0, 8, 16] as [UInt32] {
            let step = abs(Int(a[i] >> shift & 255) - Int(b[i] >> shift & 255))
            most = max(most, step)
            sum += step
          }
          largest = max(largest, most)
          pixels[i] = 0xFF00_0000 | UInt32(max(0, 200 - most)) * 0x010101
        }
      }
    }
    self.largest = largest
    mean = Double(sum) / Double(max(1, 3 * a.pixels.count))
    image = Image(width: a.width, height: a.height, pixels: pixels)
  }
}
