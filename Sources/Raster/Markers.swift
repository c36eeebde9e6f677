/// The marks that stand for a point, beside the disc and the ring, which are circles to fill and to stroke.
///
/// Crosses and pluses are lines to stroke, the others outlines to fill.
extension Path {
  /// A square of the area of the disc.
  public static func square(center: Position, radius: Double) -> Path {
    let side = radius * 1.7724538509055159  // √π
    return rectangle(Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side))
  }

  /// A square on its corner, of the area of the disc.
  public static func diamond(center: Position, radius: Double) -> Path {
    regular(corners: 4, center: center, radius: radius * 1.2533141373155003)  // √(π/2)
  }

  /// A triangle of nine tenths of the disc's area, its centre of gravity at `center`.
  public static func triangleUp(center: Position, radius: Double) -> Path {
    regular(corners: 3, center: center, radius: radius * 1.475)
  }

  /// `triangleUp`, turned over.
  public static func triangleDown(center: Position, radius: Double) -> Path {
    regular(corners: 3, center: center, radius: radius * 1.475, turn: 0.5)
  }

  /// A star of five points that touch the circle of `radius`, one of them up.
  public static func star(center: Position, radius: Double) -> Path {
    // In a pentagram the inner corners lie at 0.38 of the radius; a little more reads better when small.
    let inner = radius * 0.45
    let points = (0..<10).map { corner in
      center.moved(corner.isMultiple(of: 2) ? radius : inner, towards: 36 * Double(corner) - 90)
    }
    return Path(points, isClosed: true)
  }

  /// Two lines as in ×, their ends on the circle of `radius`.
  public static func cross(center: Position, radius: Double) -> Path {
    bars(center: center, radius: radius, turned: 45)
  }

  /// Two lines as in +, their ends on the circle of `radius`.
  public static func plus(center: Position, radius: Double) -> Path { bars(center: center, radius: radius, turned: 0) }

  /// A head with a notched back, its tip at `tip`, pointing to `degrees` clockwise from the direction of x.
  public static func arrowhead(tip: Position, direction degrees: Double, length: Double, width: Double) -> Path {
    let back = tip.moved(-length, towards: degrees)
    let left = back.moved(-width / 2, towards: degrees + 90)
    let right = back.moved(width / 2, towards: degrees + 90)
    return Path([tip, right, back.moved(length / 4, towards: degrees), left], isClosed: true)
  }

  private static func bars(center: Position, radius: Double, turned: Double) -> Path {
    Path(
      [0, 90].map { angle in
        Subpath([center.moved(-radius, towards: turned + angle), center.moved(radius, towards: turned + angle)])
      })
  }
}
