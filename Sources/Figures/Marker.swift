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

  /// The shape about a point, with a casing; all have about the area of a disc of that radius.
  func elements(at center: Position, radius: Double, color: Color, casing: Color) -> [Drawing.Element] {
    if self == .plus {
      let arm = radius * 1.25
      let path = Path([
        Path.Subpath([Position(center.x - arm, center.y), Position(center.x + arm, center.y)]),
        Path.Subpath([Position(center.x, center.y - arm), Position(center.x, center.y + arm)]),
      ])
      return [
        .stroke(path, Stroke(casing, width: radius * 0.8 + 2)), .stroke(path, Stroke(color, width: radius * 0.8)),
      ]
    }
    let path = outline(about: center, radius: radius)
    return [.stroke(path, Stroke(casing, width: 2)), .fill(path, color)]
  }

  private func outline(about center: Position, radius: Double) -> Path {
    switch self {
    case .disc, .plus: .circle(center: center, radius: radius)
    case .square: .regular(corners: 4, center: center, radius: radius * 1.25, turn: 0.125)
    case .diamond: .regular(corners: 4, center: center, radius: radius * 1.35, turn: 0)
    case .triangle: .regular(corners: 3, center: center, radius: radius * 1.45, turn: 0)
    case .invertedTriangle: .regular(corners: 3, center: center, radius: radius * 1.45, turn: 0.5)
    case .pentagon: .regular(corners: 5, center: center, radius: radius * 1.2, turn: 0)
    }
  }
}
