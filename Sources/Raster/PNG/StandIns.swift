/// For each of a picture's colours the nearest of those that have been offered to stand for it; eight colours at a time.
struct StandIns {
  private typealias Lanes = SIMD8<Float>

  /// What is kept of eight colours: coordinates in OKLab, the number of the stand-in and the square of the distance to it.
  private struct Block {
    var lightness = Lanes()
    var a = Lanes()
    var b = Lanes()
    /// Beyond the last colour 0, and so never the worst and never served.
    var error = Lanes()
    var weight = Lanes(repeating: 1)
    /// The error times the weight.
    var weighed = Lanes()
    var number = SIMD8<Int32>()
  }

  /// Steps of lightness, in whose order the colours stand, so that those near a lightness are together.
  private static let steps = 256

  /// Where each colour stands, and which stands there.
  private let places: [Int]
  private let order: [Int]
  /// Where the colours of each step begin, and where the last end.
  private let starts: [Int]
  private var blocks: [Block]
  /// The first colour with the largest error times its weight, since something stands for it; nil when all are 0.
  private(set) var worst: Int?
  /// No square of a distance is larger.
  private var bound = Float.infinity
  private var isWeighed = false

  /// Nothing stands for any colour yet.
  init(for colors: [OKLab]) {
    (places, starts) = Self.sorted(colors)
    var order = places
    for (color, place) in places.enumerated() { order[place] = color }
    self.order = order
    blocks = [Block](repeating: Block(), count: (colors.count + 7) / 8)
    for (color, place) in zip(colors, places) {
      let (block, lane) = (place / 8, place % 8)
      blocks[block].lightness[lane] = color.lightness
      blocks[block].a[lane] = color.a
      blocks[block].b[lane] = color.b
      blocks[block].error[lane] = .infinity
      blocks[block].weighed[lane] = .infinity
    }
  }

  private static func step(_ lightness: Float) -> Int { Int(min(max(lightness, 0), 1) * Float(steps - 1)) }

  /// The place of each colour among them, by steps of lightness, and where the steps begin.
  private static func sorted(_ colors: [OKLab]) -> (places: [Int], starts: [Int]) {
    var starts = [Int](repeating: 0, count: steps + 1)
    for color in colors { starts[step(color.lightness) + 1] += 1 }
    for step in 0..<steps { starts[step + 1] += starts[step] }
    var next = starts
    let places = colors.map { color in
      let step = step(color.lightness)
      defer { next[step] += 1 }
      return next[step]
    }
    return (places, starts)
  }

  /// The blocks with all colours to which one of this lightness may be nearer than their stand-in.
  private func blocks(about lightness: Float) -> Range<Int> {
    // A little more than the distance, for what is lost by rounding.
    let reach = bound.squareRoot() * 1.001 + 1e-6
    let (first, end) = (starts[Self.step(lightness - reach)], starts[Self.step(lightness + reach) + 1])
    return first / 8..<max(first / 8, (end + 7) / 8)
  }

  /// Lets each of some colours, numbered from `first` on, stand for those to which it is nearer than any before.
  mutating func offer(_ colors: [OKLab], from first: Int) {
    let near = colors.count == 1 ? blocks(about: colors[0].lightness) : blocks.indices
    blocks.withUnsafeMutableBufferPointer { blocks in
      for i in near {
        for (offset, color) in colors.enumerated() {
          let x = color.lightness - blocks[i].lightness
          // Mostly it is too far off by its lightness alone.
          guard Self.isAny(x * x .< blocks[i].error) else { continue }
          let y = color.a - blocks[i].a
          let z = color.b - blocks[i].b
          let error = x * x + y * y + z * z
          let isNearer = error .< blocks[i].error
          guard Self.isAny(isNearer) else { continue }
          blocks[i].error.replace(with: error, where: isNearer)
          blocks[i].weighed = blocks[i].error * blocks[i].weight
          let number = SIMD8(repeating: Int32(truncatingIfNeeded: first &+ offset))
          blocks[i].number.replace(with: number, where: isNearer)
        }
      }
    }
    findWorst()
    // As long as all have the same weight.
    if !isWeighed { bound = worst.map(error) ?? 0 }
  }

  /// Gives the errors weights, on which the worst depends.
  mutating func weigh(by counts: [Int]) {
    for (place, count) in zip(places, counts) { blocks[place / 8].weight[place % 8] = Float(count) }
    for i in blocks.indices { blocks[i].weighed = blocks[i].error * blocks[i].weight }
    isWeighed = true
    findWorst()
  }

  private mutating func findWorst() {
    worst = blocks.withUnsafeBufferPointer { blocks in
      let largest = Self.largest(blocks, \.weighed)
      guard largest > 0 else { return nil }
      var worst = Int.max
      for (i, block) in blocks.enumerated() where Self.isAny(block.weighed .== Lanes(repeating: largest)) {
        for lane in 0..<8 where block.weighed[lane] == largest { worst = min(worst, order[8 * i + lane]) }
      }
      return worst
    }
  }

  @inline(__always) private static func largest(
    _ blocks: UnsafeBufferPointer<Block>, _ lanes: (Block) -> Lanes
  ) -> Float {
    var largest = Lanes()
    for block in blocks { largest.replace(with: lanes(block), where: lanes(block) .> largest) }
    return largest.max()
  }

  /// Whether a mask holds for any lane; the library's way takes the lanes one by one.
  @inline(__always) private static func isAny(_ mask: SIMDMask<SIMD8<Int32>>) -> Bool {
    let words = unsafeBitCast(mask, to: SIMD4<UInt64>.self)
    let both = words.lowHalf | words.highHalf
    return both[0] | both[1] != 0
  }

  /// The square of the distance of a colour to its stand-in; infinity while it has none.
  func error(_ i: Int) -> Float { blocks[places[i] / 8].error[places[i] % 8] }

  /// The largest square of a distance.
  var farthest: Float { blocks.withUnsafeBufferPointer { Self.largest($0, \.error) } }

  var errors: [Float] { places.indices.map(error) }

  /// For each colour the number of its stand-in.
  var numbers: [UInt8] { places.map { UInt8(blocks[$0 / 8].number[$0 % 8]) } }
}
