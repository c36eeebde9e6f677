import Raster

/// The names of the fates on the map itself, each where its area is widest, so that a map can be read without colour and
/// without going back and forth to the legend.
struct OutcomeNames {
  /// The side of the squares in which areas are measured, in CSS pixels.
  private static let pitch = 4.0
  /// How far a name keeps from the border of its area, the most first.
  private static let clearances = [36.0, 24, 16, 10, 6, 3]

  let rect: Rect
  let sizes: TypeSizes
  private let columns: Int
  private let rows: Int
  /// What became of the run in the middle of each square, from the top left.
  private let families: [OutcomeInks.Family]

  init(_ families: [OutcomeInks.Family], columns cellsAcross: Int, rows cellsUp: Int, in rect: Rect, sizes: TypeSizes) {
    self.rect = rect
    self.sizes = sizes
    let columns = max(1, Int(rect.width / Self.pitch))
    let rows = max(1, Int(rect.height / Self.pitch))
    (self.columns, self.rows) = (columns, rows)
    self.families = (0..<rows * columns).map { index in
      let column = (index % columns * 2 + 1) * cellsAcross / (2 * columns)
      let row = cellsUp - 1 - (index / columns * 2 + 1) * cellsUp / (2 * rows)
      return families[row * cellsAcross + column]
    }
  }

  /// A text for each entry whose area has room for it, beside boxes that are taken.
  func texts(_ entries: [OutcomeLegend.Entry], avoiding taken: [Rect]) -> [Text] {
    var taken = taken
    return entries.compactMap { entry in
      let width = Typeface.width(of: entry.label, size: sizes.label, weight: .bold)
      guard let place = place(of: entry.family, width: width, avoiding: taken) else { return nil }
      taken.append(box(at: place, width: width, clearance: 2))
      let text = OutcomeInks.text(
        entry.label, at: Position(place.x, place.y + sizes.label * 0.34), .middle, size: sizes.label)
      return OutcomeInks.inked(text, onDark: entry.family.isDark)
    }
  }

  private func box(at place: Position, width: Double, clearance: Double) -> Rect {
    Rect(
      x: place.x - width / 2 - clearance, y: place.y - sizes.label * 0.6 - clearance, width: width + 2 * clearance,
      height: sizes.label * 1.2 + 2 * clearance)
  }

  /// The middle of a box of the family alone, with as much room about it as there is, near the middle of all such places.
  private func place(of family: OutcomeInks.Family, width: Double, avoiding taken: [Rect]) -> Position? {
    let sums = sums(of: family)
    for clearance in Self.clearances {
      let size = box(at: Position(0, 0), width: width, clearance: clearance)
      let (across, down) = (Int((size.width / Self.pitch).rounded(.up)), Int((size.height / Self.pitch).rounded(.up)))
      guard across <= columns, down <= rows else { continue }
      var places: [Position] = []
      for row in 0...rows - down {
        for column in 0...columns - across
        where count(sums, column, row, column + across, row + down) == across * down {
          let middle = Position(
            rect.minX + (Double(column) + Double(across) / 2) * Self.pitch,
            rect.minY + (Double(row) + Double(down) / 2) * Self.pitch)
          let own = box(at: middle, width: width, clearance: min(clearance, 3))
          if !taken.contains(where: { $0.intersects(own) }) { places.append(middle) }
        }
      }
      guard !places.isEmpty else { continue }
      let count = Double(places.count)
      let middle = Position(places.reduce(0) { $0 + $1.x } / count, places.reduce(0) { $0 + $1.y } / count)
      return places.min { $0.distance(to: middle) < $1.distance(to: middle) }
    }
    return nil
  }

  /// How many squares of a family lie above and to the left of each corner of the squares.
  private func sums(of family: OutcomeInks.Family) -> [Int32] {
    var sums = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in 0..<rows {
      var line: Int32 = 0
      for column in 0..<columns {
        line += families[row * columns + column] == family ? 1 : 0
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
    return sums
  }

  private func count(_ sums: [Int32], _ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> Int {
    func sum(_ row: Int, _ column: Int) -> Int { Int(sums[row * (columns + 1) + column]) }
    return sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left)
  }
}
