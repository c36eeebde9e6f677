import Glibc
import Raster

enum Turning {
  /// The angle of a direction on the page in degrees, clockwise from the x axis.
  static func degrees(_ direction: Position) -> Double { Glibc.atan2(direction.y, direction.x) * 180 / .pi }
}
