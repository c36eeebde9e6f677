/// The glyphs, written in the notation of `GlyphParser`, and the kerns.
///
/// Heights to draw between, all of centre lines: descender −220, baseline 0, top of x 440, of H and of the figures 620,
/// of l 670. Strokes that touch them are set on whole pixels without being told.
enum GlyphSource {
  static let scripts = [
    latinSmall, latinCapitals, digits, punctuation, mathematics, greek, smallFigures, accents, accentedLatin,
  ]
}
