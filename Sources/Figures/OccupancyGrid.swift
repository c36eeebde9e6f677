import Raster

/// Which parts of a panel are taken: by paths, counted in small cells, and by boxes that nothing may cover.
struct OccupancyGrid: Sendable {
  private static let cell = 4.0

  let rect: Rect
  private let columns: Int
  private let rows: Int
  private var cells: [UInt8]
  private(set) var boxes: [Rect] = []

  init(_ rect: Rect) {
    self.rect = rect
    columns = max(1, Int((rect.width / Self.cell).rounded(.up)))
    rows = max(1, Int((rect.height / Self.cell).rounded(.up)))
    cells = [UInt8](repeating: 0, count: columns * rows)
  }

  /// The part of all cells that a path touches.
  var pathCells: Int { cells.reduce(0) { $0 + Int($1) } }

  mutating func add(_ box: Rect) { boxes.append(box) }

  /// Marks the cells along a line; parts outside the panel are passed over.
  mutating func add(line: [Position]) {
    guard let first = line.first else { return }
    mark(first)
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (from, to) = clip(a, b) else { continue }
      let pieces = max(1, Int(from.distance(to: to) / (Self.cell * 0.75)))
      for piece in 0...pieces {
        let fraction = Double(piece) / Double(pieces)
        mark(Position(from.x + (to.x - from.x) * fraction, from.y + (to.y - from.y) * fraction))
      }
    }
  }

  /// How many marked cells a box covers; nil when it leaves the panel or meets a box.
  func cost(of box: Rect) -> Int? {
    guard box.minX >= rect.minX, box.maxX <= rect.maxX, box.minY >= rect.minY, box.maxY <= rect.maxY else { return nil }
    guard !boxes.contains(where: { $0.intersects(box) }) else { return nil }
    let (left, top) = index(of: Position(box.minX, box.minY))
    let (right, bottom) = index(of: Position(box.maxX, box.maxY))
    var count = 0
    for row in top...bottom {
      for column in left...right { count += Int(cells[row * columns + column]) }
    }
    return count
  }

  private mutating func mark(_ p: Position) {
    guard rect.contains(p) else { return }
    let (column, row) = index(of: p)
    cells[row * columns + column] = 1
  }

  private func index(of p: Position) -> (Int, Int) {
    (
      min(columns - 1, max(0, Int((p.x - rect.minX) / Self.cell))),
      min(rows - 1, max(0, Int((p.y - rect.minY) / Self.cell)))
    )
  }

  private func clip(_ a: Position, _ b: Position) -> (Position, Position)? { Clipping.segment(a, b, to: rect) }
}

/// Cuts lines at the sides of a rectangle.
enum Clipping {
  /// The part of a segment that lies in the rectangle (Liang and Barsky 1984), or nil.
  ///
  /// Edge cases: coordinates that are not finite give nil, save that a finite start inside keeps nothing either: the
  /// direction is unknown.
  static func segment(_ a: Position, _ b: Position, to rect: Rect) -> (Position, Position)? {
    guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return nil }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [(-dx, a.x - rect.minX), (dx, rect.maxX - a.x), (-dy, a.y - rect.minY), (dy, rect.maxY - a.y)] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    guard enter <= leave else { return nil }
    return (Position(a.x + enter * dx, a.y + enter * dy), Position(a.x + leave * dx, a.y + leave * dy))
  }
}
