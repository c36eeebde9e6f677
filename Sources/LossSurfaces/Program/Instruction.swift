/// What one instruction of a program computes, in registers a, b, c, d and the constants k and l.
///
/// In the order of the opcodes of `CKernels`.
enum Opcode: UInt8, Sendable {
  case copy
  /// k
  case fill
  case add
  case subtract
  case multiply
  case divide
  /// a + k
  case addConstant
  /// k − a
  case subtractFromConstant
  /// k·a
  case multiplyConstant
  /// k/a
  case divideConstant
  /// a/k
  case divideByConstant
  /// a·b + c, rounded twice
  case multiplyAdd
  /// a·b − c
  case multiplySubtract
  /// c − a·b
  case subtractProduct
  /// a·b + c·d
  case addProducts
  /// k·(a·b)
  case multiplyProductConstant
  /// k·a + b
  case scaleAdd
  /// k·a − b
  case scaleSubtract
  /// k·a + l
  case scaleAddConstant
  /// k·a + l·b
  case addScaled
  case negate
  case squareRoot
  case absolute
  case sign
  case finiteOrZero
  case exp
  case log
  case log1p
  case expm1
  case cbrt
  case sin
  case cos
  case tan
  case asin
  case acos
  case atan
  case sinh
  case cosh
  case tanh
  /// exp(k·a)
  case expOfScaled
  case sinOfScaled
  case cosOfScaled
  case power
  case atan2
  case hypot
  case minimum
  case maximum
  case chooseLess
  case chooseLessOrEqual
  case chooseEqual
}

extension Opcode {
  /// How many of the registers a, b, c, d are read.
  var operandCount: Int {
    switch self {
    case .fill: 0
    case .add, .subtract, .multiply, .divide, .power, .atan2, .hypot, .minimum, .maximum: 2
    case .multiplyProductConstant, .scaleAdd, .scaleSubtract, .addScaled: 2
    case .multiplyAdd, .multiplySubtract, .subtractProduct: 3
    case .addProducts, .chooseLess, .chooseLessOrEqual, .chooseEqual: 4
    default: 1
    }
  }
}

/// One step of a program: the destination register takes the opcode's value.
struct Instruction: Sendable {
  var opcode: Opcode
  var destination: Int32
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var d: Int32 = 0
  var k: Double = 0
  var l: Double = 0

  /// Calls `body` with each register that is read.
  func forEachOperand(_ body: (Int32) -> Void) {
    let count = opcode.operandCount
    if count > 0 { body(a) }
    if count > 1 { body(b) }
    if count > 2 { body(c) }
    if count > 3 { body(d) }
  }
}
