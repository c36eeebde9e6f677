/// A field in squares of half a CSS pixel, those of one colour side by side joined.
struct Mosaic {
  /// For each colour the rectangles that have it, in the order in which colours first come.
  private(set) var tiles: [Field.Region] = []

  private static let pitch = 0.5

  init(_ field: Field) {
    let rect = field.rect
    let columns = Int((rect.width / Self.pitch).rounded(.up))
    let rows = Int((rect.height / Self.pitch).rounded(.up))
    guard columns > 0, rows > 0 else { return }
    var pixels = [UInt32](repeating: 0, count: columns * rows)
    let block = Field.Block(
      origin: Position(rect.x + Self.pitch / 2, rect.y + Self.pitch / 2), pitch: Self.pitch, columns: columns,
      rows: rows)
    pixels.withUnsafeMutableBufferPointer { field.paint(block, $0.baseAddress!, columns) }
    var places: [UInt32: Int] = [:]
    for row in 0..<rows {
      let line = pixels[row * columns..<(row + 1) * columns]
      var start = line.startIndex
      while start < line.endIndex {
        let color = line[start]
        let end = line[start...].firstIndex { $0 != color } ?? line.endIndex
        if color >> 24 > 0 {
          let place = places[color] ?? tiles.count
          if place == tiles.count {
            places[color] = place
            tiles.append(Field.Region(outline: Path(), color: Color(packed: color)))
          }
          tiles[place].outline.subpaths +=
            Path.rectangle(
              Rect(
                x: rect.x + Double(start - line.startIndex) * Self.pitch, y: rect.y + Double(row) * Self.pitch,
                width: Double(end - start) * Self.pitch, height: Self.pitch)
            ).subpaths
        }
        start = end
      }
    }
  }
}

extension Color {
  fileprivate init(packed: UInt32) {
    self.init(
      red: UInt8(packed & 255), green: UInt8(packed >> 8 & 255), blue: UInt8(packed >> 16 & 255),
      alpha: UInt8(packed >> 24))
  }
}
