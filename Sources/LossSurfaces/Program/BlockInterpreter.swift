/// Eight lanes.
typealias Vector = SIMD8<Double>

extension Program {
  /// Runs instructions on register files of whole blocks, `vectors` times eight lanes each.
  static func run(
    _ instructions: UnsafeBufferPointer<Instruction>, _ files: UnsafePointer<UnsafeMutableRawPointer>, _ vectors: Int
  ) {
    for i in instructions {
      let to = files[Int(i.destination)]
      let (a, b) = (files[Int(i.a)], files[Int(i.b)])
      let k = Vector(repeating: i.k)
      switch i.opcode {
      case .copy: map(to, a, vectors) { $0 }
      case .fill: map(to, to, vectors) { _ in k }
      case .add: map(to, a, b, vectors) { $0 + $1 }
      case .subtract: map(to, a, b, vectors) { $0 - $1 }
      case .multiply: map(to, a, b, vectors) { $0 * $1 }
      case .divide: map(to, a, b, vectors) { $0 / $1 }
      case .addConstant: map(to, a, vectors) { $0 + k }
      case .subtractFromConstant: map(to, a, vectors) { k - $0 }
      case .multiplyConstant: map(to, a, vectors) { k * $0 }
      case .divideConstant: map(to, a, vectors) { k / $0 }
      case .divideByConstant: map(to, a, vectors) { $0 / k }
      case .multiplyAdd: map(to, a, b, files[Int(i.c)], vectors) { $0 * $1 + $2 }
      case .multiplySubtract: map(to, a, b, files[Int(i.c)], vectors) { $0 * $1 - $2 }
      case .subtractProduct: map(to, a, b, files[Int(i.c)], vectors) { $2 - $0 * $1 }
      case .addProducts: map(to, a, b, files[Int(i.c)], files[Int(i.d)], vectors) { $0 * $1 + $2 * $3 }
      case .multiplyProductConstant: map(to, a, b, vectors) { k * ($0 * $1) }
      case .scaleAdd: map(to, a, b, vectors) { k * $0 + $1 }
      case .scaleSubtract: map(to, a, b, vectors) { k * $0 - $1 }
      case .scaleAddConstant:
        let l = Vector(repeating: i.l)
        map(to, a, vectors) { k * $0 + l }
      case .minimum: map(to, a, b, vectors, Choice.minimum)
      case .maximum: map(to, a, b, vectors, Choice.maximum)
      case .chooseLess:
        map(to, a, b, files[Int(i.c)], files[Int(i.d)], vectors) { $3.replacing(with: $2, where: $0 .< $1) }
      case .chooseLessOrEqual:
        map(to, a, b, files[Int(i.c)], files[Int(i.d)], vectors) { $3.replacing(with: $2, where: $0 .<= $1) }
      case .chooseEqual:
        map(to, a, b, files[Int(i.c)], files[Int(i.d)], vectors) { $3.replacing(with: $2, where: $0 .== $1) }
      case .power: map(to, a, b, vectors, Elementary.pow)
      case .atan2: map(to, a, b, vectors, Elementary.atan2)
      case .hypot: map(to, a, b, vectors, Elementary.hypot)
      default: runUnary(i.opcode, to, a, vectors)
      }
    }
  }

  private static func runUnary(
    _ opcode: Opcode, _ to: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ vectors: Int
  ) {
    switch opcode {
    case .negate: map(to, a, vectors) { -$0 }
    case .squareRoot: map(to, a, vectors, Elementary.sqrt)
    case .absolute: map(to, a, vectors, Choice.absolute)
    case .sign: map(to, a, vectors, Choice.sign)
    case .finiteOrZero: map(to, a, vectors, Choice.finiteOrZero)
    case .exp: map(to, a, vectors, Elementary.exp)
    case .log: map(to, a, vectors, Elementary.log)
    case .log1p: map(to, a, vectors, Elementary.log1p)
    case .expm1: map(to, a, vectors, Elementary.expm1)
    case .cbrt: map(to, a, vectors, Elementary.cbrt)
    case .sin: map(to, a, vectors, Elementary.sin)
    case .cos: map(to, a, vectors, Elementary.cos)
    case .tan: map(to, a, vectors, Elementary.tan)
    case .asin: map(to, a, vectors, Elementary.asin)
    case .acos: map(to, a, vectors, Elementary.acos)
    case .atan: map(to, a, vectors, Elementary.atan)
    case .sinh: map(to, a, vectors, Elementary.sinh)
    case .cosh: map(to, a, vectors, Elementary.cosh)
    case .tanh: map(to, a, vectors, Elementary.tanh)
    default: preconditionFailure("\(opcode) takes more than one operand")
    }
  }

  @inline(__always)
  private static func map(
    _ to: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ vectors: Int, _ body: (Vector) -> Vector
  ) {
    for vector in 0..<vectors {
      let offset = vector * MemoryLayout<Vector>.stride
      to.storeBytes(
        of: body(a.loadUnaligned(fromByteOffset: offset, as: Vector.self)), toByteOffset: offset, as: Vector.self)
    }
  }

  @inline(__always)
  private static func map(
    _ to: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ vectors: Int,
    _ body: (Vector, Vector) -> Vector
  ) {
    for vector in 0..<vectors {
      let offset = vector * MemoryLayout<Vector>.stride
      let first = a.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      let second = b.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      to.storeBytes(of: body(first, second), toByteOffset: offset, as: Vector.self)
    }
  }

  @inline(__always)
  private static func map(
    _ to: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
    _ c: UnsafeMutableRawPointer, _ vectors: Int, _ body: (Vector, Vector, Vector) -> Vector
  ) {
    for vector in 0..<vectors {
      let offset = vector * MemoryLayout<Vector>.stride
      let first = a.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      let second = b.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      let third = c.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      to.storeBytes(of: body(first, second, third), toByteOffset: offset, as: Vector.self)
    }
  }

  @inline(__always)
  private static func map(
    _ to: UnsafeMutableRawPointer, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer,
    _ c: UnsafeMutableRawPointer, _ d: UnsafeMutableRawPointer, _ vectors: Int,
    _ body: (Vector, Vector, Vector, Vector) -> Vector
  ) {
    for vector in 0..<vectors {
      let offset = vector * MemoryLayout<Vector>.stride
      let first = a.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      let second = b.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      let third = c.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      let fourth = d.loadUnaligned(fromByteOffset: offset, as: Vector.self)
      to.storeBytes(of: body(first, second, third, fourth), toByteOffset: offset, as: Vector.self)
    }
  }
}
