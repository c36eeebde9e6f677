import Raster

/// The contour lines as they are drawn, in short stretches with their boxes, to find what runs through a place.
struct DrawnLines {
  private struct Stretch {
    var piece: Int
    var chords: Range<Int>
    var low: Position
    var high: Position
  }

  private static let length = 12

  private let pieces: [ContourPiece]
  private var stretches: [Stretch] = []

  init(_ pieces: [ContourPiece]) {
    self.pieces = pieces
    for (index, piece) in pieces.enumerated() {
      let count = piece.isClosed ? piece.points.count : piece.points.count - 1
      for first in stride(from: 0, to: count, by: Self.length) {
        let chords = first..<min(count, first + Self.length)
        var stretch = Stretch(piece: index, chords: chords, low: piece.points[first], high: piece.points[first])
        for chord in chords {
          let p = Self.end(of: chord, piece)
          stretch.low = Position(min(stretch.low.x, p.x), min(stretch.low.y, p.y))
          stretch.high = Position(max(stretch.high.x, p.x), max(stretch.high.y, p.y))
        }
        stretches.append(stretch)
      }
    }
  }

  /// How many times a line runs through a box.
  func crossings(of box: TurnedBox) -> Int {
    let bounds = box.bounds
    var count = 0
    // The piece and the chord that were last found inside.
    var last = (piece: -1, chord: -1)
    for stretch in stretches where !bounds.isBeside(stretch.low, stretch.high) {
      let piece = pieces[stretch.piece]
      for chord in stretch.chords {
        let (start, end) = (piece.points[chord], Self.end(of: chord, piece))
        guard !bounds.isBeside(start, end), box.inside(start, end) != nil else { continue }
        let goesOn = last.piece == stretch.piece && last.chord == chord - 1
        if !goesOn { count += 1 }
        // A ring that begins in the box comes back to where it was counted first.
        if piece.isClosed, chord == piece.points.count - 1, box.contains(end) { count -= 1 }
        last = (stretch.piece, chord)
      }
    }
    return count
  }

  private static func end(of chord: Int, _ piece: ContourPiece) -> Position {
    piece.points[chord + 1 < piece.points.count ? chord + 1 : 0]
  }
}
