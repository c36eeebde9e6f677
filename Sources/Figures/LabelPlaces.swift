import Raster

/// Where on their lines the labels of levels can stand, whatever else stands on the map: straight stretches clear of the rim, of
/// lines that are drawn in full.
struct LabelPlaces: Sendable {
  /// A place with the distance to the next line that is drawn, in ems.
  struct Place: Sendable {
    var box: TurnedBox
    var bend: Double
    var room: Double
  }

  /// Distances in ems of the labels.
  private static let padding = 0.3
  private static let rimDistance = 0.6
  private static let greatestBend = 0.14
  /// Lines nearer than this to each other leave no label readable between them.
  private static let leastLineSpacing = 0.85

  /// Of the letters.
  let size: Double
  /// Ascending by level; those without lines are left out.
  private(set) var ofLevels: [(level: Int, places: [Place])] = []
  /// What the label of each level says.
  let texts: [String]
  private let levels: [Double]
  private let rect: Rect

  init(on lines: [ContourLine], of levels: Levels, in rect: Rect, size: Double) {
    (self.levels, self.rect, self.size) = (levels.values, rect, size)
    texts = levels.values.indices.map(levels.text)
    let linesOfLevels = Dictionary(grouping: lines, by: \.level).sorted { $0.key < $1.key }
    ofLevels = Workers.all.map(linesOfLevels) { [self] level, lines in
      (level: level, places: places(for: texts[level], on: lines))
    }
  }

  private func places(for text: String, on lines: [ContourLine]) -> [Place] {
    let half = Typeface.width(of: text, size: size) / 2 + Self.padding * size
    return lines.flatMap { line in
      // Where it is steeper a line is faint or too near to the next. The rest is decided to the last bit below.
      let gap = ContourPieces.gap(of: line.level, levels)
      let steepest = 1.001 * gap / max(ContourPieces.comfortable, Self.leastLineSpacing * size)
      let places = ContourArc(line).places(halfWidth: half, halfHeight: size * 0.52, every: size, slope: steepest)
      return places.compactMap { place($0, line.level, gap) }
    }
  }

  private func place(_ place: ContourArc.Place, _ level: Int, _ gap: Double) -> Place? {
    guard place.bend <= Self.greatestBend * size, place.box.isInside(rect.inset(by: Self.rimDistance * size)) else {
      return nil
    }
    guard ContourPieces.strength(gap: gap, slope: place.slope) == ContourPieces.strengths else { return nil }
    let near = min(
      level > 0 ? levels[level] - levels[level - 1] : .infinity,
      level + 1 < levels.count ? levels[level + 1] - levels[level] : .infinity)
    let isNearShown = ContourPieces.strength(gap: near, slope: place.slope) > 0
    let room = (isNearShown ? near : gap) / place.slope / size
    return room >= Self.leastLineSpacing ? Place(box: place.box, bend: place.bend, room: room) : nil
  }
}
