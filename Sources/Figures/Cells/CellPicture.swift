public import Raster

/// A picture for a grid of cells so coarse that no letters fit among its pixels: two square pixels a cell, one above the other.
///
/// It is drawn for that grid, not made smaller from a larger picture: few bands, paths as thick as can be told apart, single
/// characters for what has a place, and all words beside it.
public struct CellPicture: Sendable {
  /// A character that stands in a cell.
  public struct Mark: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var character: Character
    public var color: Color
  }

  /// What a colour stands for.
  public struct Entry: Hashable, Sendable {
    public var label: String
    public var color: Color
  }

  /// A cell as it is without colour.
  public enum Content: Hashable, Sendable {
    case empty
    /// A band of the ground, 0 the lowest.
    case band(Int)
    /// A path, by the index of its entry.
    case path(Int)
  }

  public let columns: Int
  public let rows: Int
  /// `columns` wide and 2·`rows` high.
  public let image: Image
  public let marks: [Mark]
  /// Row by row.
  public let contents: [Content]
  public let legend: [Entry]
  /// What the axes, the shades and the marks are, in words.
  public let key: [String]
  /// What it is called among several.
  public var title = ""
}

/// Which path runs through which cell.
struct CellOwners {
  private let columns: Int
  private(set) var contents: [CellPicture.Content]

  init(columns: Int, rows: Int, contents: [CellPicture.Content]? = nil) {
    self.columns = columns
    self.contents = contents ?? Array(repeating: .empty, count: columns * rows)
  }

  /// Walks along a line in pixels.
  mutating func mark(_ line: [Position], as index: Int) {
    for (a, b) in zip(line, line.dropFirst()) {
      let count = max(1, Int((a.distance(to: b) * 2).rounded(.up)))
      for part in 0...count {
        let t = Double(part) / Double(count)
        mark(Position(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)), as: index)
      }
    }
  }

  private mutating func mark(_ place: Position, as index: Int) {
    guard let cell = Self.cell(of: place, columns: columns, rows: contents.count / columns) else { return }
    contents[cell.row * columns + cell.column] = .path(index)
  }

  /// The cell of a place in pixels; nil outside.
  static func cell(of place: Position, columns: Int, rows: Int) -> (column: Int, row: Int)? {
    guard place.x >= 0, place.y >= 0, place.x <= Double(columns), place.y <= Double(2 * rows) else { return nil }
    return (min(Int(place.x), columns - 1), min(Int(place.y / 2), rows - 1))
  }
}
