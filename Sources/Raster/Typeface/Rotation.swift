/// Directions with the same bits on every machine.
package enum Rotation {
  /// The cosine and sine of an angle; exact for multiples of 90°, elsewhere within 1e-12. Not finite: no rotation.
  package static func direction(degrees: Double) -> (cosine: Double, sine: Double) {
    guard degrees.isFinite else { return (1, 0) }
    let reduced = degrees.remainder(dividingBy: 360)
    let quarter = (reduced / 90).rounded()
    let angle = (reduced - quarter * 90) * .pi / 180
    let (c, s) = (cosine(angle), sine(angle))
    switch Int(quarter) & 3 {
    case 0: return (c, s)
    case 1: return (-s, c)
    case 2: return (-c, -s)
    default: return (s, -c)
    }
  }

  /// Taylor's series within 45° of 0: the first term left out is below 4e-13.
  private static func cosine(_ x: Double) -> Double {
    let z = x * x
    return 1 - z / 2 * (1 - z / 12 * (1 - z / 30 * (1 - z / 56 * (1 - z / 90 * (1 - z / 132)))))
  }

  private static func sine(_ x: Double) -> Double {
    let z = x * x
    return x * (1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110 * (1 - z / 156))))))
  }
}
