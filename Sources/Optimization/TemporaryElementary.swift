internal import Glibc
internal import LossSurfaces

extension Elementary {
  static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}
