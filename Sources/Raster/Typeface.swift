/// The typeface: a rounded monoline sans, drawn as strokes of one pen.
///
/// Heights are fractions of the em. The pen is 0.09 em, in bold heavier and the letters a little wider; on a coarse
/// raster it never gets thinner than about one device pixel. The figures are tabular.
public enum Typeface {
  public static let capHeight = 0.71
  public static let xHeight = 0.53
  public static let ascent = 0.78
  public static let descent = 0.22

  /// The advance width of a line in the unit of `size`.
  ///
  /// Edge cases: the empty string is 0 wide; an unknown character is as wide as the box that stands for it.
  public static func width(of string: String, size: Double, weight: Text.Weight = .regular) -> Double {
    GlyphTable.width(of: string, weight) * size / Glyph.unitsPerEm
  }

  /// Whether every character of the string has a glyph of its own.
  public static func covers(_ string: String) -> Bool { GlyphTable.covers(string) }

  /// The strokes for a baseline that starts at the origin (y down), curves flattened for a raster of `scale` device pixels
  /// per CSS pixel: those of the letters, then those of superscripts and subscripts, whose pen is finer.
  ///
  /// If `snaps`, level strokes and stems are set on whole device pixels, and the origin ought to lie on a corner of four;
  /// `Text.strokes(scale:)` sees to that.
  public static func strokes(
    of string: String, size: Double, weight: Text.Weight, scale: Double, snaps: Bool = true
  ) -> [Lettering] {
    var setting = Setting(
      pen: Pen(weight), pixelsPerUnit: size * scale / Glyph.unitsPerEm, scale: scale, snaps: snaps)
    for (glyph, kern) in GlyphTable.glyphs(of: string) {
      setting.advance(by: kern)
      setting.set(glyph)
    }
    return setting.lettering
  }
}
