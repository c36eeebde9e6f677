extension Glyph {
  /// The glyph with an accent, which is drawn about x = 0 over a small letter, over its middle; higher on a capital.
  func accented(_ accent: Glyph) -> Glyph {
    let isTall = levels.contains { $0.edge == .top && $0.y > 500 }
    let shift = SIMD2((left + right) / 2, isTall && accent.isAbove ? 180 : 0)
    var glyph = self
    glyph.segments += accent.segments.map { $0.map { $0 + shift } }
    for level in accent.levels {
      glyph.levels.append(GlyphLevel(y: level.y + shift.y, edge: .middle))
    }
    glyph.levels.sort { $0.y < $1.y }
    if accent.isAbove, case .bearings(let before, let after) = room {
      let overhang = (accent.right - accent.left - right + left) / 2
      glyph.room = .bearings(
        left: max(before, overhang + Self.accentBearing), right: max(after, overhang + Self.accentBearing))
    }
    return glyph
  }

  /// The least white beside an accent, so that the two dots of naïve keep clear of its v.
  private static let accentBearing = 25.0

  private var isAbove: Bool {
    segments.contains {
      if case .move(let p) = $0 { p.y > 0 } else { false }
    }
  }

  /// The glyph with strokes added that leave its room as it is.
  func struck(_ outline: Outline) -> Glyph {
    var glyph = self
    glyph.segments += outline.segments
    return glyph
  }

  /// Its size; its pen is `Pen.small`.
  private static let smallScale = 0.6

  /// The glyph as a superscript or a subscript.
  func small(raisedBy rise: Double) -> Glyph {
    var glyph = self
    let scale = Self.smallScale
    let shift = SIMD2(0, rise)
    glyph.segments = segments.map { $0.map { $0 * scale + shift } }
    glyph.levels = levels.map { GlyphLevel(y: $0.y * scale + rise, edge: $0.edge) }
    glyph.stems = stems.map { $0 * scale }
    (glyph.left, glyph.right) = (left * scale, right * scale)
    switch room {
    case .bearings(let left, let right): glyph.room = .bearings(left: left * 0.7, right: right * 0.7)
    case .blank: break
    case .fixed(let advance, let shift):
      glyph.room = .fixed(advance: (advance - Pen.drawn.width) * scale + Pen.drawn.width, shift: shift * scale)
    }
    glyph.isSmall = true
    return glyph
  }
}
