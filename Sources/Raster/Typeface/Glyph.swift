/// A character's centre lines, in units of 1/1000 em, y up, as drawn with the regular pen.
///
/// y counts from the centre line of a stroke that stands on the baseline, so that ink reaches from 0 to 0.53 em where
/// the centre line goes from 0 to 440: a heavier pen keeps the heights of the ink.
struct Glyph: Sendable {
  static let unitsPerEm = 1000.0

  /// The room a glyph takes.
  enum Room: Sendable {
    /// White to the left and to the right of the ink.
    case bearings(left: Double, right: Double)
    /// A fixed advance, in which the ink is centred but for a shift.
    case fixed(advance: Double, shift: Double)
    /// A space.
    case blank(advance: Double)
  }

  /// The character by which it is kerned.
  var base: Unicode.Scalar
  var room: Room
  var segments: [GlyphSegment]
  /// From the lowest.
  var levels: [GlyphLevel]
  /// Where strokes run upright, from the left.
  var stems: [Double]
  /// The leftmost and rightmost centre lines that count for the room.
  var left: Double
  var right: Double
  /// Whether it is drawn small, as superscripts and subscripts are.
  var isSmall = false

  init(base: Unicode.Scalar, room: Room, outline: Outline) {
    self.base = base
    self.room = room
    segments = outline.segments
    levels = outline.levels
    stems = outline.stems
    left = outline.left
    right = outline.right
  }

  func advance(_ pen: Pen) -> Double {
    let pen = isSmall ? pen.small : pen
    return switch room {
    case .bearings(let left, let right):
      (left + right) * pen.bearing + (self.right - self.left) * pen.stretch + pen.stem
    case .blank(let advance): advance
    case .fixed(let advance, _): (advance - Pen.drawn.width) * pen.stretch + pen.stem
    }
  }

  /// The distance from the start of the advance to x = 0.
  func origin(_ pen: Pen) -> Double {
    let pen = isSmall ? pen.small : pen
    return switch room {
    case .bearings(let left, _): left * pen.bearing + pen.stem / 2 - self.left * pen.stretch
    case .blank: 0
    case .fixed(_, let shift): advance(pen) / 2 + (shift - (left + right) / 2) * pen.stretch
    }
  }
}
