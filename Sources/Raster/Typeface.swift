/// The typeface: a rounded monoline drawn as strokes.
public enum Typeface {
  /// Heights as fractions of the em.
  public static let capHeight = 0.70
  public static let xHeight = 0.52
  public static let ascent = 0.78
  public static let descent = 0.22

  /// The advance width of a line in the unit of `size`.
  public static func width(of string: String, size: Double, weight: Text.Weight = .regular) -> Double {
    fatalError("not built yet")
  }

  /// Whether every character of the string has a glyph of its own.
  public static func covers(_ string: String) -> Bool { fatalError("not built yet") }

  /// The letters' centre lines for a baseline that starts at the origin (y down), curves flattened for a raster of
  /// `scale` device pixels per CSS pixel, and the width of the pen, in CSS pixels.
  public static func strokes(
    of string: String, size: Double, weight: Text.Weight, scale: Double
  ) -> (path: Path, penWidth: Double) { fatalError("not built yet") }
}

extension Text {
  /// The axis-parallel box of the letters from ascent to descent, rotation included, halo not.
  public var bounds: Rect { fatalError("not built yet") }
}
