internal import Glibc
internal import LossSurfaces

extension Elementary {
  static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  static func log(_ x: Double) -> Double { Glibc.log(x) }
  static func cos(_ x: Double) -> Double { Glibc.cos(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}
