import Raster

/// A stretch of a contour line that is drawn in one strength.
struct ContourPiece {
  var points: [Position]
  var isClosed: Bool
  /// From 1, the faintest, to `ContourPieces.strengths`.
  var strength: Int
}

/// Contour lines thinned out where they would crowd into a grey: of neighbours closer than about 3 px only every
/// second is drawn, of those every second again, and so on, each fading out over a stretch. The bands beneath go on.
enum ContourPieces {
  static let strengths = 3
  /// Lines at this distance begin to show, in CSS pixels.
  private static let nearest = 2.4
  /// Lines at this distance show in full.
  static let comfortable = 4.2
  /// Along a chord whose ends differ in strength, how often that is looked at, in CSS pixels.
  private static let step = 5.0

  /// A stretch that shows for less than this between two where its line does not is left out, in CSS pixels.
  private static let shortest = 40.0
  /// Rings no longer than this are drawn in one strength all round, in CSS pixels.
  private static let smallRing = 400.0

  static func pieces(of line: ContourLine, levels: [Double]) -> [ContourPiece] {
    let gap = gap(of: line.level, levels)
    if line.isClosed, let slope = slopeOfSmallRing(line) {
      let strength = strength(gap: gap, slope: slope)
      return strength == 0 ? [] : [ContourPiece(points: line.points, isClosed: true, strength: strength)]
    }
    return pieces(of: line, gap: gap)
  }

  /// The mean slope along a small ring.
  private static func slopeOfSmallRing(_ line: ContourLine) -> Double? {
    var (length, sum) = (0.0, 0.0)
    for index in line.points.indices {
      let next = (index + 1) % line.points.count
      let chord = line.points[index].distance(to: line.points[next])
      length += chord
      sum += chord * (line.slopes[index] + line.slopes[next]) / 2
      if length > smallRing { return nil }
    }
    return sum / length
  }

  /// How far in f the lines are that are drawn at least as long as this one; level i outlasts its neighbours as often
  /// as 2 divides i + 1.
  static func gap(of level: Int, _ levels: [Double]) -> Double {
    let stride = 1 << (level + 1).trailingZeroBitCount
    let below = level - stride >= 0 ? levels[level] - levels[level - stride] : .infinity
    let above = level + stride < levels.count ? levels[level + stride] - levels[level] : .infinity
    return min(below, above)
  }

  /// How strongly a line shows whose kind is `gap` away in f, where f rises by `slope` a pixel.
  static func strength(gap: Double, slope: Double) -> Int {
    let share = share(gap: gap, slope: slope)
    return share.isNaN || share >= 1 ? strengths : share <= 0 ? 0 : Int(share * Double(strengths)) + 1
  }

  /// The same without steps: full from 1, none from 0 down.
  static func share(gap: Double, slope: Double) -> Double { (gap / slope - nearest) / (comfortable - nearest) }

  private static func pieces(of line: ContourLine, gap: Double) -> [ContourPiece] {
    let strengths = line.slopes.map { strength(gap: gap, slope: $0) }
    if let first = strengths.first, strengths.allSatisfy({ $0 == first }) {
      return first == 0 ? [] : [ContourPiece(points: line.points, isClosed: line.isClosed, strength: first)]
    }
    var pieces: [ContourPiece] = []
    var current = ContourPiece(points: [], isClosed: false, strength: 0)
    func end() {
      if current.strength > 0, current.points.count > 1 { pieces.append(current) }
    }
    let chords = line.isClosed ? line.points.count : line.points.count - 1
    for index in 0..<chords {
      let next = (index + 1) % line.points.count
      let (a, b) = (line.points[index], line.points[next])
      let parts = strengths[index] == strengths[next] ? 1 : max(2, Int((a.distance(to: b) / step).rounded(.up)))
      for part in 0..<parts {
        let share = (Double(part) + 0.5) / Double(parts)
        let slope = line.slopes[index] + (line.slopes[next] - line.slopes[index]) * share
        let strength = parts == 1 ? strengths[index] : strength(gap: gap, slope: slope)
        if strength != current.strength || current.points.isEmpty {
          end()
          let start = along(a, b, Double(part) / Double(parts))
          current = ContourPiece(points: [start], isClosed: false, strength: strength)
        }
        current.points.append(part == parts - 1 ? b : along(a, b, Double(part + 1) / Double(parts)))
      }
    }
    end()
    return withoutShreds(pieces)
  }

  /// Leaves out runs of pieces that are joined to each other and short together.
  private static func withoutShreds(_ pieces: [ContourPiece]) -> [ContourPiece] {
    var kept: [ContourPiece] = []
    var run: [ContourPiece] = []
    var length = 0.0
    for piece in pieces {
      if let last = run.last, last.points.last != piece.points.first {
        if length >= shortest { kept += run }
        (run, length) = ([], 0)
      }
      run.append(piece)
      length += zip(piece.points, piece.points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
    if length >= shortest { kept += run }
    return kept
  }

  private static func along(_ a: Position, _ b: Position, _ share: Double) -> Position {
    Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
  }
}
