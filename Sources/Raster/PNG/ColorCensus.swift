/// The distinct colours of a picture in the order of their first pixels, and how often each occurs.
struct ColorCensus {
  /// More make no palette.
  static let limit = 1 << 15

  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  /// The number of each pixel's colour.
  private(set) var numbers: [UInt16]

  /// How many pixels are counted by themselves.
  private static let pieceSize = 120_000

  /// Nil if there are more than `limit`.
  init?(_ pixels: [UInt32], workers: Workers = .all) {
    let ranges = Self.pieces(of: pixels.count)
    var tables: [Table?] = []
    numbers = [UInt16](unsafeUninitializedCapacity: pixels.count) { buffer, filled in
      nonisolated(unsafe) let buffer = buffer
      tables = workers.map(ranges) { Table(pixels, in: $0, numbers: buffer) }
      filled = pixels.count
    }
    var whole = Table()
    var places: [[UInt16]] = []
    for table in tables {
      guard let table, let own = whole.add(table) else { return nil }
      places.append(own)
    }
    (colors, counts) = (whole.colors, whole.counts)
    // The first piece's colours have kept their numbers.
    renumber(ranges.dropFirst(), by: places.dropFirst(), workers)
  }

  private mutating func renumber(_ ranges: ArraySlice<Range<Int>>, by places: ArraySlice<[UInt16]>, _ workers: Workers)
  {
    numbers.withUnsafeMutableBufferPointer { numbers in
      nonisolated(unsafe) let numbers = numbers
      workers.run(jobs: ranges.count, tools: {}) { _, job in
        places[places.startIndex + job].withUnsafeBufferPointer { places in
          for i in ranges[ranges.startIndex + job] { numbers[i] = places[Int(numbers[i])] }
        }
      }
    }
  }

  private static func pieces(of pixels: Int) -> [Range<Int>] {
    let count = max(1, pixels / pieceSize)
    return (0..<count).map { pixels * $0 / count..<pixels * ($0 + 1) / count }
  }

  /// What a table that is given for the colours has for each pixel.
  func pixels(_ values: [UInt8], workers: Workers = .all) -> [UInt8] {
    let ranges = Self.pieces(of: numbers.count)
    return [UInt8](unsafeUninitializedCapacity: numbers.count) { buffer, filled in
      nonisolated(unsafe) let buffer = buffer
      workers.run(jobs: ranges.count, tools: {}) { _, job in
        values.withUnsafeBufferPointer { values in
          numbers.withUnsafeBufferPointer { numbers in
            for i in ranges[job] { buffer[i] = values[Int(numbers[i])] }
          }
        }
      }
      filled = numbers.count
    }
  }

  /// A hash table with open addressing, from colour to number.
  private struct Table {
    private static let bits = 16
    /// The number plus one in the upper half, the colour in the lower; 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 1 << Table.bits)
    var colors: [UInt32] = []
    var counts: [Int] = []

    init() {}

    /// Counts part of the pixels and writes the numbers of their colours; nil if the colours are too many.
    init?(_ pixels: [UInt32], in range: Range<Int>, numbers: UnsafeMutableBufferPointer<UInt16>) {
      let isComplete = pixels.withUnsafeBufferPointer { number($0, range, into: numbers) }
      if !isComplete { return nil }
      slots = []
    }

    private mutating func number(
      _ pixels: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, into numbers: UnsafeMutableBufferPointer<UInt16>
    ) -> Bool {
      guard var color = range.first.map({ pixels[$0] }), var last = number(of: color | 0xFF00_0000) else {
        return range.isEmpty
      }
      var start = range.lowerBound
      for i in range {
        // Neighbours mostly have the same colour.
        if pixels[i] != color {
          counts[last] += i - start
          (start, color) = (i, pixels[i])
          guard let number = number(of: color | 0xFF00_0000) else { return false }
          last = number
        }
        numbers[i] = UInt16(truncatingIfNeeded: last)
      }
      counts[last] += range.upperBound - start
      return true
    }

    /// Adds what another has counted, and gives the numbers here of its colours; nil if the colours become too many.
    mutating func add(_ other: Table) -> [UInt16]? {
      var places: [UInt16] = []
      places.reserveCapacity(other.colors.count)
      for (color, count) in zip(other.colors, other.counts) {
        guard let number = number(of: color) else { return nil }
        counts[number] += count
        places.append(UInt16(truncatingIfNeeded: number))
      }
      return places
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
