/// The operations that choose between values; nan goes through all of them.
enum Choice {
  @inline(__always)
  static func minimum(_ a: Double, _ b: Double) -> Double { a <= b ? a : b <= a ? b : a + b }

  @inline(__always)
  static func maximum(_ a: Double, _ b: Double) -> Double { a >= b ? a : b >= a ? b : a + b }

  @inline(__always)
  static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x }

  @inline(__always)
  static func finiteOrZero(_ x: Double) -> Double { x - x == 0 ? x : 0 }
}
