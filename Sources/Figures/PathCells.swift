import Raster

/// The small cells of a rectangle that paths run through.
struct PathCells {
  private static let side = 4.0
  private let rect: Rect
  private let columns: Int
  private let rows: Int
  private var isTaken: [Bool]
  private let isEmpty: Bool

  init(_ paths: [[Position]], in rect: Rect) {
    self.rect = rect
    columns = max(1, Int(rect.width / Self.side) + 1)
    rows = max(1, Int(rect.height / Self.side) + 1)
    isEmpty = paths.isEmpty
    isTaken = [Bool](repeating: false, count: columns * rows)
    let box = TurnedBox(rect)
    for path in paths {
      if let only = path.first, path.count == 1 { take(only) }
      for (a, b) in zip(path, path.dropFirst()) {
        guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite, let inside = box.inside(a, b) else { continue }
        let steps = max(1, Int(a.distance(to: b) * (inside.upperBound - inside.lowerBound) / (Self.side / 2)))
        for step in 0...steps {
          let share = inside.lowerBound + (inside.upperBound - inside.lowerBound) * Double(step) / Double(steps)
          take(Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share))
        }
      }
    }
  }

  private mutating func take(_ p: Position) {
    if let cell = cell(p) { isTaken[cell] = true }
  }

  private func cell(_ p: Position) -> Int? {
    guard rect.contains(p) else { return nil }
    return Int((p.y - rect.minY) / Self.side) * columns + Int((p.x - rect.minX) / Self.side)
  }

  /// Whether a path runs through a box, to within a cell.
  func meet(_ box: TurnedBox) -> Bool {
    if isEmpty { return false }
    let (along, across) = (Int(box.halfWidth / 2) + 1, Int(box.halfHeight / 2) + 1)
    for i in -along...along {
      for j in -across...across {
        let (u, v) = (box.halfWidth * Double(i) / Double(along), box.halfHeight * Double(j) / Double(across))
        let p = Position(
          box.center.x + u * box.direction.x - v * box.direction.y,
          box.center.y + u * box.direction.y + v * box.direction.x)
        if let cell = cell(p), isTaken[cell] { return true }
      }
    }
    return false
  }
}
