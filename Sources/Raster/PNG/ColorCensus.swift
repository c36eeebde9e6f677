/// The distinct colours of a picture in the order of their first pixels, and how often each occurs.
struct ColorCensus {
  /// More make no palette.
  static let limit = 1 << 15

  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  /// The number of each pixel's colour.
  let numbers: [UInt16]

  /// Nil if there are more than `limit`.
  init?(_ pixels: [UInt32]) {
    var table = Table()
    var isComplete = true
    numbers = [UInt16](unsafeUninitializedCapacity: pixels.count) { buffer, count in
      isComplete = pixels.withUnsafeBufferPointer { table.number($0, into: buffer) }
      count = isComplete ? pixels.count : 0
    }
    guard isComplete else { return nil }
    (colors, counts) = (table.colors, table.counts)
  }

  /// A hash table with open addressing, from colour to number.
  private struct Table {
    private static let bits = 16
    /// The number plus one in the upper half, the colour in the lower; 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 1 << Table.bits)
    var colors: [UInt32] = []
    var counts: [Int] = []

    /// Numbers all pixels; false if the colours are too many.
    mutating func number(_ pixels: UnsafeBufferPointer<UInt32>, into numbers: UnsafeMutableBufferPointer<UInt16>)
      -> Bool
    {
      var start = 0
      while start < pixels.count {
        let color = pixels[start]
        var end = start + 1
        while end < pixels.count, pixels[end] == color { end += 1 }
        guard let number = number(of: color | 0xFF00_0000) else { return false }
        counts[number] += end - start
        for i in start..<end { numbers[i] = UInt16(truncatingIfNeeded: number) }
        start = end
      }
      return true
    }

    @inline(__always) private mutating func number(of color: UInt32) -> Int? {
      var slot = Int((color &* 0x9E37_79B1) >> UInt32(32 - Table.bits))
      while slots[slot] != 0 {
        if UInt32(truncatingIfNeeded: slots[slot]) == color { return Int(slots[slot] >> 32) - 1 }
        slot = (slot + 1) & (1 << Table.bits - 1)
      }
      guard colors.count < ColorCensus.limit else { return nil }
      colors.append(color)
      counts.append(0)
      slots[slot] = UInt64(colors.count) << 32 | UInt64(color)
      return colors.count - 1
    }
  }
}
