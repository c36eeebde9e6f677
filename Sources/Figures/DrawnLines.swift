import Raster

/// The contour lines as they are drawn, in short stretches with their boxes, to find what runs through a place.
struct DrawnLines {
  private struct Stretch {
    var piece: Int
    var chords: Range<Int>
  }

  private static let length = 12

  private let pieces: [ContourPiece]
  private var stretches: [Stretch] = []
  /// The corners of their boxes.
  private var corners: [Corners] = []

  /// The least x and y, and the greatest, negated: another box lies beside where one of them is greater than what faces it there.
  /// Rounding keeps the order, so that what lies beside by these does so by the exact ones.
  private typealias Corners = SIMD4<Float>

  init(_ pieces: [ContourPiece]) {
    self.pieces = pieces
    for (index, piece) in pieces.enumerated() {
      let count = piece.isClosed ? piece.points.count : piece.points.count - 1
      for first in stride(from: 0, to: count, by: Self.length) {
        let chords = first..<min(count, first + Self.length)
        var (low, high) = (piece.points[first], piece.points[first])
        for chord in chords {
          let p = Self.end(of: chord, piece)
          low = Position(min(low.x, p.x), min(low.y, p.y))
          high = Position(max(high.x, p.x), max(high.y, p.y))
        }
        stretches.append(Stretch(piece: index, chords: chords))
        corners.append(Corners(Float(low.x), Float(low.y), -Float(high.x), -Float(high.y)))
      }
    }
  }

  /// How many times a line runs through a box; more than `most` stands for any number that is.
  func crossings(of box: TurnedBox, most: Int = .max) -> Int {
    let bounds = box.bounds
    let facing = Corners(Float(bounds.maxX), Float(bounds.maxY), -Float(bounds.minX), -Float(bounds.minY))
    var count = 0
    // The piece and the chord that were last found inside.
    var last = (piece: -1, chord: -1)
    for (index, corners) in corners.enumerated() {
      let isBeside = unsafeBitCast(corners .> facing, to: SIMD2<UInt64>.self)
      if isBeside[0] | isBeside[1] != 0 { continue }
      let stretch = stretches[index]
      if stretch.piece != last.piece, count > most { break }
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
