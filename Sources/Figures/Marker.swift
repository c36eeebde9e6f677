import Raster

/// The shapes that mark steps on a path.
public enum Marker: Hashable, Sendable, CaseIterable {
  case square
  case disc
  case diamond
  case triangle
  case invertedTriangle
  case plus
  case pentagon

  /// The shape about a point, with a casing; `rim` wide; all have about the area of a disc of that radius.
  func elements(at center: Position, radius: Double, color: Color, casing: Color, rim: Double = 1) -> [Drawing.Element]
  {
    if self == .plus {
      let path = Path.plus(center: center, radius: radius * 1.25)
      return [
        .stroke(path, Stroke(casing, width: radius * 0.8 + 2 * rim)), .stroke(path, Stroke(color, width: radius * 0.8)),
      ]
    }
    let path = outline(about: center, radius: radius)
    return [.stroke(path, Stroke(casing, width: 2 * rim)), .fill(path, color)]
  }

  private func outline(about center: Position, radius: Double) -> Path {
    switch self {
    case .disc, .plus: .circle(center: center, radius: radius)
    case .square: .square(center: center, radius: radius)
    case .diamond: .diamond(center: center, radius: radius)
    case .triangle: .triangleUp(center: center, radius: radius)
    case .invertedTriangle: .triangleDown(center: center, radius: radius)
    case .pentagon: .regular(corners: 5, center: center, radius: radius * 1.2)
    }
  }
}
