/// The distinct colours of a picture in the order of their first pixels, and how often each occurs.
struct ColorCensus {
  /// More make no palette.
  static let limit = 1 << 15

  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  private let pieces: [Piece]
  /// The number of each pixel's colour in its piece.
  private let numbers: [UInt16]

  /// Pixels that are counted by themselves.
  private struct Piece {
    let range: Range<Int>
    /// The numbers in the whole of the piece's colours.
    let places: [UInt16]
  }

  private static let pieceSize = 120_000

  /// Nil if there are more than `limit`.
  init?(_ pixels: [UInt32], workers: Workers = .all) {
    let count = max(1, pixels.count / Self.pieceSize)
    let ranges = (0..<count).map { pixels.count * $0 / count..<pixels.count * ($0 + 1) / count }
    var tables: [Table?] = []
    numbers = [UInt16](unsafeUninitializedCapacity: pixels.count) { buffer, filled in
      nonisolated(unsafe) let buffer = buffer
      tables = workers.map(ranges) { Table(pixels, in: $0, numbers: buffer) }
      filled = pixels.count
    }
    var whole = Table()
    var pieces: [Piece] = []
    for (range, table) in zip(ranges, tables) {
      guard let table, let places = whole.add(table) else { return nil }
      pieces.append(Piece(range: range, places: places))
    }
    self.pieces = pieces
    (colors, counts) = (whole.colors, whole.counts)
  }

  /// What a table that is given for the colours has for each pixel.
  func pixels(_ values: [UInt8], workers: Workers = .all) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: numbers.count) { buffer, filled in
      nonisolated(unsafe) let buffer = buffer
      workers.run(jobs: pieces.count) { job in
        let own = pieces[job].places.map { values[Int($0)] }
        own.withUnsafeBufferPointer { own in
          numbers.withUnsafeBufferPointer { numbers in
            for i in pieces[job].range { buffer[i] = own[Int(numbers[i])] }
          }
        }
      }
      filled = numbers.count
    }
  }

  /// A hash table with open addressing, from colour to number.
  private struct Table {
    /// The number in the upper half, the colour, which is opaque, in the lower; 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
    /// By how much a hash is shifted to make the place of a slot.
    private var shift: UInt32 = 32 - 12
    private(set) var colors: [UInt32] = []
    private(set) var counts: [Int] = []

    init() {}

    /// Counts part of the pixels and writes the numbers of their colours; nil if the colours are too many.
    init?(_ pixels: [UInt32], in range: Range<Int>, numbers: UnsafeMutableBufferPointer<UInt16>) {
      let isComplete = pixels.withUnsafeBufferPointer { pixels in
        var next = range.lowerBound
        while true {
          next = count(pixels, from: next, to: range.upperBound, into: numbers)
          guard next < range.upperBound else { return true }
          guard add(pixels[next] | 0xFF00_0000) != nil else { return false }
        }
      }
      if !isComplete { return nil }
      slots = []
    }

    /// Counts pixels up to the first whose colour has no number yet, and returns its place.
    private mutating func count(
      _ pixels: UnsafeBufferPointer<UInt32>, from start: Int, to end: Int,
      into numbers: UnsafeMutableBufferPointer<UInt16>
    ) -> Int {
      slots.withUnsafeBufferPointer { slots in
        counts.withUnsafeMutableBufferPointer { counts in
          var i = start
          while i < end {
            let (first, color) = (i, pixels[i])
            let entry = slots[Self.slot(of: color | 0xFF00_0000, slots, shift)]
            if entry == 0 { return i }
            let number = UInt16(truncatingIfNeeded: entry >> 32)
            // Neighbours mostly have the same colour.
            repeat {
              numbers[i] = number
              i += 1
            } while i < end && pixels[i] == color
            counts[Int(number)] += i - first
          }
          return end
        }
      }
    }

    /// Adds what another has counted, and gives the numbers here of its colours; nil if the colours become too many.
    mutating func add(_ other: Table) -> [UInt16]? {
      var places: [UInt16] = []
      places.reserveCapacity(other.colors.count)
      for (color, count) in zip(other.colors, other.counts) {
        let entry = slots.withUnsafeBufferPointer { $0[Self.slot(of: color, $0, shift)] }
        guard let number = entry == 0 ? add(color) : Int(entry >> 32) else { return nil }
        counts[number] += count
        places.append(UInt16(truncatingIfNeeded: number))
      }
      return places
    }

    /// Gives a new colour its number; nil if there are too many.
    private mutating func add(_ color: UInt32) -> Int? {
      guard colors.count < ColorCensus.limit else { return nil }
      if 2 * colors.count >= slots.count { grow() }
      put(UInt64(colors.count) << 32 | UInt64(color))
      colors.append(color)
      counts.append(0)
      return colors.count - 1
    }

    private mutating func grow() {
      let entries = slots
      slots = [UInt64](repeating: 0, count: 2 * entries.count)
      shift -= 1
      for entry in entries where entry != 0 { put(entry) }
    }

    private mutating func put(_ entry: UInt64) {
      slots.withUnsafeMutableBufferPointer {
        $0[Self.slot(of: UInt32(truncatingIfNeeded: entry), UnsafeBufferPointer($0), shift)] = entry
      }
    }

    /// Where a colour is, or would be.
    @inline(__always)
    private static func slot(of color: UInt32, _ slots: UnsafeBufferPointer<UInt64>, _ shift: UInt32) -> Int {
      var slot = Int((color &* 0x9E37_79B1) >> shift)
      while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot]) != color { slot = (slot + 1) & (slots.count - 1) }
      return slot
    }
  }
}
