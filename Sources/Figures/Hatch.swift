public import Raster

/// Diagonal lines that mark a part of the map: where a loss is undefined they lie beneath the fill, which is
/// transparent there.
public enum Hatch {
  /// The distance between lines, in CSS pixels.
  private static let spacing = 7.0

  /// Lines that rise to the right, across the whole rectangle.
  public static func element(in rect: Rect, color: Color) -> Drawing.Element {
    .stroke(Path(lines(in: rect, rising: true)), Stroke(color, width: 1, cap: .butt))
  }

  /// Lines across a rectangle that rise or fall to the right.
  static func lines(in rect: Rect, rising: Bool) -> [Path.Subpath] {
    var lines: [Path.Subpath] = []
    let (step, reach) = (spacing * 2.0.squareRoot(), rect.width + rect.height)
    var offset = step / 2
    // The line x + y = offset from the top left corner, cut at the rectangle.
    while offset < reach {
      let start = Position(rect.minX + max(0, offset - rect.height), rect.minY + min(offset, rect.height))
      let end = Position(rect.minX + min(offset, rect.width), rect.minY + max(0, offset - rect.width))
      lines.append(Path.Subpath(rising ? [start, end] : [mirrored(start, in: rect), mirrored(end, in: rect)]))
      offset += step
    }
    return lines
  }

  /// The place on the other side of the rectangle's upright middle.
  private static func mirrored(_ position: Position, in rect: Rect) -> Position {
    Position(rect.minX + rect.maxX - position.x, position.y)
  }
}
