import Raster

/// The outline of a rectangle as a line on which places are told by their distance from the top left corner, clockwise.
struct Rim {
  let rect: Rect
  /// How far from the rim a point counts as on it, in CSS pixels.
  private static let tolerance = 0.01

  var length: Double { 2 * (rect.width + rect.height) }

  /// Clockwise from the top left.
  var corners: [Position] {
    [
      Position(rect.minX, rect.minY), Position(rect.maxX, rect.minY), Position(rect.maxX, rect.maxY),
      Position(rect.minX, rect.maxY),
    ]
  }

  private var cornerPlaces: [Double] { [0, rect.width, rect.width + rect.height, 2 * rect.width + rect.height] }

  func has(_ point: Position) -> Bool { distances(of: point).contains { $0 <= Self.tolerance } }

  /// The distances from the top, the right, the bottom and the left.
  private func distances(of point: Position) -> [Double] {
    [point.y - rect.minY, rect.maxX - point.x, rect.maxY - point.y, point.x - rect.minX].map(abs)
  }

  /// Where a point on the rim lies.
  func place(of point: Position) -> Double {
    let distances = distances(of: point)
    let side = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    switch side {
    case 0: return point.x - rect.minX
    case 1: return rect.width + point.y - rect.minY
    case 2: return rect.width + rect.height + rect.maxX - point.x
    default: return 2 * rect.width + rect.height + rect.maxY - point.y
    }
  }

  /// The point at a place; a turn further is the same.
  func position(_ place: Double) -> Position {
    let place = place.truncatingRemainder(dividingBy: length)
    let side = cornerPlaces.lastIndex { $0 <= place } ?? 0
    let (corner, along) = (corners[side], place - cornerPlaces[side])
    switch side {
    case 0: return Position(corner.x + along, corner.y)
    case 1: return Position(corner.x, corner.y + along)
    case 2: return Position(corner.x - along, corner.y)
    default: return Position(corner.x, corner.y - along)
    }
  }

  /// The corners that are passed clockwise from one place to another.
  func corners(from start: Double, to end: Double) -> [Position] {
    let end = end < start ? end + length : end
    return (0..<8).compactMap { index in
      let place = cornerPlaces[index % 4] + (index < 4 ? 0 : length)
      return place > start && place < end ? corners[index % 4] : nil
    }
  }
}
