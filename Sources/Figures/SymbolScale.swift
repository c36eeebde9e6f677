import Raster

extension Rect {
  /// A map less wide or high than this has smaller symbols.
  private static let roomySide = 140.0

  /// How large the symbols on a map of this size are: 1, or less where they would hide the paths.
  var symbolScale: Double { min(1, max(0.45, min(width, height) / Self.roomySide)) }
}

extension RunStyle {
  /// The style on a map whose symbols are smaller, with dashes as much shorter.
  func scaled(_ scale: Double) -> RunStyle {
    var style = self
    style.scale = scale
    style.dash = dash.map { $0 * scale }
    return style
  }
}
