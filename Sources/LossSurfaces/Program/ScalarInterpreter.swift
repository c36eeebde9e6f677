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
        case .negate: -r[a]
        case .squareRoot: r[a].squareRoot()
        case .absolute: Swift.abs(r[a])
        case .sign: Choice.sign(r[a])
        case .finiteOrZero: Choice.finiteOrZero(r[a])
        case .exp: Elementary.exp(r[a])
        case .log: Elementary.log(r[a])
        case .log1p: Elementary.log1p(r[a])
        case .expm1: Elementary.expm1(r[a])
        case .cbrt: Elementary.cbrt(r[a])
        case .sin: Elementary.sin(r[a])
        case .cos: Elementary.cos(r[a])
        case .tan: Elementary.tan(r[a])
        case .asin: Elementary.asin(r[a])
        case .acos: Elementary.acos(r[a])
        case .atan: Elementary.atan(r[a])
        case .sinh: Elementary.sinh(r[a])
        case .cosh: Elementary.cosh(r[a])
        case .tanh: Elementary.tanh(r[a])
        case .power: Elementary.pow(r[a], r[b])
        case .atan2: Elementary.atan2(r[a], r[b])
        case .hypot: Elementary.hypot(r[a], r[b])
        case .minimum: Choice.minimum(r[a], r[b])
        case .maximum: Choice.maximum(r[a], r[b])
        case .chooseLess: r[a] < r[b] ? r[Int(i.c)] : r[Int(i.d)]
        case .chooseLessOrEqual: r[a] <= r[b] ? r[Int(i.c)] : r[Int(i.d)]
        case .chooseEqual: r[a] == r[b] ? r[Int(i.c)] : r[Int(i.d)]
        }
    }
  }
}
