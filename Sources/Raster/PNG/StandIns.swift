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
  }

  private let count: Int
  private var blocks: [Block]

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

  /// Lets a colour stand for those to which it is nearer than any before.
  mutating func offer(_ color: OKLab, at place: Int) {
    let place = SIMD8<Int32>(repeating: Int32(place))
    blocks.withUnsafeMutableBufferPointer { blocks in
      for i in blocks.indices {
        let x = color.lightness - blocks[i].lightness
        let y = color.a - blocks[i].a
        let z = color.b - blocks[i].b
        let error = x * x + y * y + z * z
        let isNearer = error .< blocks[i].error
        blocks[i].error.replace(with: error, where: isNearer)
        blocks[i].place.replace(with: place, where: isNearer)
      }
    }
  }

  /// The first colour with the largest error times its weight, 1 for all where there are none; nil when all are 0.
  func worst(_ weights: [Float]? = nil) -> Int? {
    var (found, largest): (Int?, Float) = (nil, 0)
    for i in 0..<count {
      let error = error(i) * (weights?[i] ?? 1)
      if error > largest { (found, largest) = (i, error) }
    }
    return found
  }

  /// The square of the distance of a colour to its stand-in; infinity while it has none.
  func error(_ i: Int) -> Float { blocks[i / 8].error[i % 8] }

  var errors: [Float] { (0..<count).map(error) }

  var places: [UInt8] { (0..<count).map { UInt8(blocks[$0 / 8].place[$0 % 8]) } }
}
