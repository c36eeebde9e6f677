/// For each of a picture's colours the nearest of those that have been offered to stand for it; eight colours at a time.
struct StandIns {
  private typealias Lanes = SIMD8<Float>

  /// What is kept of eight colours: coordinates in OKLab, the place of the stand-in and the square of the distance to it.
  private struct Block {
    var lightness = Lanes()
    var a = Lanes()
    var b = Lanes()
    /// Beyond the last colour 0, and so never the worst and never served.
    var error = Lanes()
    var weight = Lanes(repeating: 1)
    /// The error times the weight.
    var weighed = Lanes()
    var place = SIMD8<Int32>()
  }

  private let count: Int
  private var blocks: [Block]
  /// The first colour with the largest error times its weight, since something stands for it; nil when all are 0.
  private(set) var worst: Int?

  /// Nothing stands for any colour yet.
  init(for colors: [OKLab]) {
    count = colors.count
    blocks = [Block](repeating: Block(), count: (count + 7) / 8)
    for (i, color) in colors.enumerated() {
      let (block, lane) = (i / 8, i % 8)
      blocks[block].lightness[lane] = color.lightness
      blocks[block].a[lane] = color.a
      blocks[block].b[lane] = color.b
      blocks[block].error[lane] = .infinity
      blocks[block].weighed[lane] = .infinity
    }
  }

  /// Lets each of some colours, whose places begin with `first`, stand for those to which it is nearer than any before.
  mutating func offer(_ colors: [OKLab], from first: Int) {
    blocks.withUnsafeMutableBufferPointer { blocks in
      for i in blocks.indices {
        for (offset, color) in colors.enumerated() {
          let x = color.lightness - blocks[i].lightness
          let y = color.a - blocks[i].a
          let z = color.b - blocks[i].b
          let error = x * x + y * y + z * z
          let isNearer = error .< blocks[i].error
          // Mostly it is for none.
          guard Self.isAny(isNearer) else { continue }
          blocks[i].error.replace(with: error, where: isNearer)
          blocks[i].weighed = blocks[i].error * blocks[i].weight
          let place = SIMD8(repeating: Int32(truncatingIfNeeded: first &+ offset))
          blocks[i].place.replace(with: place, where: isNearer)
        }
      }
    }
    findWorst()
  }

  /// Gives the errors weights, on which the worst depends.
  mutating func weigh(by counts: [Int]) {
    for (i, count) in counts.enumerated() { blocks[i / 8].weight[i % 8] = Float(count) }
    for i in blocks.indices { blocks[i].weighed = blocks[i].error * blocks[i].weight }
    findWorst()
  }

  private mutating func findWorst() {
    worst = blocks.withUnsafeBufferPointer { blocks in
      var largest = Lanes()
      for block in blocks { largest.replace(with: block.weighed, where: block.weighed .> largest) }
      let error = largest.max()
      guard error > 0 else { return nil }
      let block = blocks.firstIndex { Self.isAny($0.weighed .== Lanes(repeating: error)) }
      return block.flatMap { i in (0..<8).first { blocks[i].weighed[$0] == error }.map { 8 * i + $0 } }
    }
  }

  /// Whether a mask holds for any lane; the library's way takes the lanes one by one.
  @inline(__always) private static func isAny(_ mask: SIMDMask<SIMD8<Int32>>) -> Bool {
    let words = unsafeBitCast(mask, to: SIMD4<UInt64>.self)
    let both = words.lowHalf | words.highHalf
    return both[0] | both[1] != 0
  }

  /// The square of the distance of a colour to its stand-in; infinity while it has none.
  func error(_ i: Int) -> Float { blocks[i / 8].error[i % 8] }

  var errors: [Float] { (0..<count).map(error) }

  var places: [UInt8] { (0..<count).map { UInt8(blocks[$0 / 8].place[$0 % 8]) } }
}
