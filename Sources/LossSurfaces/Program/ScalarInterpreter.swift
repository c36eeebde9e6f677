extension Program {
  /// Runs instructions on one register file.
  @inline(__always)
  static func run(_ instructions: UnsafeBufferPointer<Instruction>, _ r: UnsafeMutablePointer<Double>) {
    for i in instructions {
      let (a, b) = (Int(i.a), Int(i.b))
      r[Int(i.destination)] =
        switch i.opcode {
        case .copy: r[a]
        case .fill: i.k
        case .add: r[a] + r[b]
        case .subtract: r[a] - r[b]
        case .multiply: r[a] * r[b]
        case .divide: r[a] / r[b]
        case .addConstant: r[a] + i.k
        case .subtractFromConstant: i.k - r[a]
        case .multiplyConstant: i.k * r[a]
        case .divideConstant: i.k / r[a]
        case .divideByConstant: r[a] / i.k
        case .multiplyAdd: r[a] * r[b] + r[Int(i.c)]
        case .multiplySubtract: r[a] * r[b] - r[Int(i.c)]
        case .subtractProduct: r[Int(i.c)] - r[a] * r[b]
        case .addProducts: r[a] * r[b] + r[Int(i.c)] * r[Int(i.d)]
        case .multiplyProductConstant: i.k * (r[a] * r[b])
        case .scaleAdd: i.k * r[a] + r[b]
        case .scaleSubtract: i.k * r[a] - r[b]
        case .scaleAddConstant: i.k * r[a] + i.l
        case .addScaled: i.k * r[a] + i.l * r[b]
        case .expOfScaled: Elementary.exp(i.k * r[a])
        case .sinOfScaled: Elementary.sin(i.k * r[a])
        case .cosOfScaled: Elementary.cos(i.k * r[a])
        case .power: Elementary.pow(r[a], r[b])
        case .atan2: Elementary.atan2(r[a], r[b])
        case .hypot: Elementary.hypot(r[a], r[b])
        case .minimum: Choice.minimum(r[a], r[b])
        case .maximum: Choice.maximum(r[a], r[b])
        case .chooseLess: r[a] < r[b] ? r[Int(i.c)] : r[Int(i.d)]
        case .chooseLessOrEqual: r[a] <= r[b] ? r[Int(i.c)] : r[Int(i.d)]
        case .chooseEqual: r[a] == r[b] ? r[Int(i.c)] : r[Int(i.d)]
        default: unary(i.opcode, r[a])
        }
    }
  }

  @inline(__always)
  private static func unary(_ opcode: Opcode, _ x: Double) -> Double {
    switch opcode {
    case .negate: -x
    case .squareRoot: x.squareRoot()
    case .absolute: Swift.abs(x)
    case .sign: Choice.sign(x)
    case .finiteOrZero: Choice.finiteOrZero(x)
    case .exp: Elementary.exp(x)
    case .log: Elementary.log(x)
    case .log1p: Elementary.log1p(x)
    case .expm1: Elementary.expm1(x)
    case .cbrt: Elementary.cbrt(x)
    case .sin: Elementary.sin(x)
    case .cos: Elementary.cos(x)
    case .tan: Elementary.tan(x)
    case .asin: Elementary.asin(x)
    case .acos: Elementary.acos(x)
    case .atan: Elementary.atan(x)
    case .sinh: Elementary.sinh(x)
    case .cosh: Elementary.cosh(x)
    case .tanh: Elementary.tanh(x)
    default: preconditionFailure("\(opcode) takes more than one operand")
    }
  }
}
