import Glibc

extension Elementary {
  static func cbrt(_ x: Double) -> Double { Glibc.cbrt(x) }
  static func asin(_ x: Double) -> Double { Glibc.asin(x) }
  static func acos(_ x: Double) -> Double { Glibc.acos(x) }
  static func atan(_ x: Double) -> Double { Glibc.atan(x) }
  static func sinh(_ x: Double) -> Double { Glibc.sinh(x) }
  static func cosh(_ x: Double) -> Double { Glibc.cosh(x) }
  static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
  static func atan2(_ x: Double, _ y: Double) -> Double { Glibc.atan2(x, y) }
  static func hypot(_ x: Double, _ y: Double) -> Double { Glibc.hypot(x, y) }
  static func cbrt(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = cbrt(x[lane]) }
    return result
  }
  static func asin(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = asin(x[lane]) }
    return result
  }
  static func acos(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = acos(x[lane]) }
    return result
  }
  static func atan(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = atan(x[lane]) }
    return result
  }
  static func sinh(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = sinh(x[lane]) }
    return result
  }
  static func cosh(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = cosh(x[lane]) }
    return result
  }
  static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = tanh(x[lane]) }
    return result
  }
  static func pow(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = pow(x[lane], y[lane]) }
    return result
  }
  static func atan2(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = atan2(x[lane], y[lane]) }
    return result
  }
  static func hypot(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> {
    var result = x
    for lane in 0..<8 { result[lane] = hypot(x[lane], y[lane]) }
    return result
  }
}
