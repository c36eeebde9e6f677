/// For each of a picture's colours the nearest of those that have been offered to stand for it; eight colours at a time.
struct StandIns {
  private typealias Lanes = SIMD8<Float>

  /// What is kept of eight colours: coordinates in OKLab, the square of the distance to the stand-in, and its place.
  private struct Block {
    var lightness = Lanes()
    var a = Lanes()
    var b = Lanes()
    /// Beyond the last colour 0, and so never the worst and never served.
    var error = Lanes()
    var place = SIMD8<Int32>()
    var weight = Lanes(repeating: 1)
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
    }
  }

  /// Lets each of some colours, whose places begin with `first`, stand for those to which it is nearer than any before.
  mutating func offer(_ colors: [OKLab], from first: Int) {
    var (largest, places) = (Lanes(), SIMD8<Int32>())
    blocks.withUnsafeMutableBufferPointer { blocks in
      for i in blocks.indices {
        var (least, place) = (blocks[i].error, blocks[i].place)
        for (offset, color) in colors.enumerated() {
          let x = color.lightness - blocks[i].lightness
          let y = color.a - blocks[i].a
          let z = color.b - blocks[i].b
          let error = x * x + y * y + z * z
          let isNearer = error .< least
          least.replace(with: error, where: isNearer)
          place.replace(with: SIMD8(repeating: Int32(truncatingIfNeeded: first &+ offset)), where: isNearer)
        }
        (blocks[i].error, blocks[i].place) = (least, place)
        let weighed = least * blocks[i].weight
        let isWorse = weighed .> largest
        largest.replace(with: weighed, where: isWorse)
        places.replace(with: SIMD8(repeating: Int32(truncatingIfNeeded: i)), where: isWorse)
      }
    }
    findWorst(largest, places)
  }

  /// Gives the errors weights, on which the worst depends.
  mutating func weigh(by counts: [Int]) {
    var (largest, places) = (Lanes(), SIMD8<Int32>())
    for (i, count) in counts.enumerated() {
      let (block, lane) = (i / 8, i % 8)
      blocks[block].weight[lane] = Float(count)
      let weighed = blocks[block].error[lane] * Float(count)
      if weighed > largest[lane] { (largest[lane], places[lane]) = (weighed, Int32(block)) }
    }
    findWorst(largest, places)
  }

  /// The worst of the first worst in each lane, by their blocks.
  private mutating func findWorst(_ largest: Lanes, _ blocks: SIMD8<Int32>) {
    worst = nil
    var error: Float = 0
    for lane in 0..<8 where largest[lane] > 0 {
      let i = Int(blocks[lane]) * 8 + lane
      if largest[lane] > error || largest[lane] == error && i < worst ?? .max { (worst, error) = (i, largest[lane]) }
    }
  }

  /// The square of the distance of a colour to its stand-in; infinity while it has none.
  func error(_ i: Int) -> Float { blocks[i / 8].error[i % 8] }

  var errors: [Float] { (0..<count).map(error) }

  var places: [UInt8] { (0..<count).map { UInt8(blocks[$0 / 8].place[$0 % 8]) } }
}
