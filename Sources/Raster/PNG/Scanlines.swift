/// The rows of a picture as a PNG holds them before compression: each a byte that says "not filtered" (for plots the smallest)
/// and its samples.
struct Scanlines {
  /// Bits of a sample.
  let depth: Int
  private(set) var bytes: [UInt8]

  /// Palette indices in the fewest bits of 1, 2, 4 and 8 that hold them, the first in the highest bits.
  init(_ image: IndexedImage, width: Int) {
    let colors = image.palette.count
    self.init(image.indices, width: width, depth: colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8)
  }

  /// Palette indices of so many bits.
  init(_ indices: [UInt8], width: Int, depth: Int) {
    let height = width > 0 ? indices.count / width : 0
    let rowSize = 1 + (width * depth + 7) / 8
    bytes = [UInt8](repeating: 0, count: rowSize * height)
    self.depth = depth
    bytes.withUnsafeMutableBufferPointer { bytes in
      indices.withUnsafeBufferPointer { indices in
        for row in 0..<height {
          let line = row * rowSize + 1
          if depth == 8 {
            let own = UnsafeMutableBufferPointer(rebasing: bytes[line..<line + width])
            _ = own.update(fromContentsOf: indices[row * width..<(row + 1) * width])
            continue
          }
          for column in 0..<width {
            let bit = column * depth
            bytes[line + bit >> 3] |= indices[row * width + column] << UInt8(8 - depth - bit & 7)
          }
        }
      }
    }
  }

  /// Red, green and blue.
  init(_ image: Image) {
    depth = 8
    bytes = []
    bytes.reserveCapacity((1 + image.width * 3) * image.height)
    for row in 0..<image.height {
      bytes.append(0)
      for pixel in image.pixels[row * image.width..<(row + 1) * image.width] {
        bytes.append(UInt8(truncatingIfNeeded: pixel))
        bytes.append(UInt8(truncatingIfNeeded: pixel >> 8))
        bytes.append(UInt8(truncatingIfNeeded: pixel >> 16))
      }
    }
  }
}
