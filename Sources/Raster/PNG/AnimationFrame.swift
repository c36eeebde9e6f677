/// What a frame of an animation changes of the one before.
struct AnimationFrame {
  /// The smallest rectangle that holds all changed pixels.
  let rect: PixelRect
  /// The numbers of its colours, row by row; 0 where a pixel stays.
  let samples: [UInt32]
  var milliseconds: Int

  /// Lays patches onto the canvas; nil if that changes nothing.
  init?(
    _ patches: [Patch], _ milliseconds: Int, _ canvas: inout [UInt32], width: Int, _ palette: inout FramePalette
  ) {
    var bounds: PixelRect?
    let changed = patches.map { patch in
      var patch = patch
      if let own = patch.lay(onto: &canvas, width: width, &palette) { bounds = bounds?.union(own) ?? own }
      return patch
    }
    guard let rect = bounds else { return nil }
    var samples = [UInt32](repeating: 0, count: rect.count)
    for patch in changed {
      let part = patch.rect.intersection(rect)
      guard !part.isEmpty else { continue }
      for row in part.rows {
        let from = patch.offset(row: row, column: part.columns.lowerBound)
        let to = (row - rect.rows.lowerBound) * rect.columns.count + part.columns.lowerBound - rect.columns.lowerBound
        samples.replaceSubrange(to..<to + part.columns.count, with: patch.pixels[from..<from + part.columns.count])
      }
    }
    self.rect = rect
    self.samples = samples
    self.milliseconds = milliseconds
  }
}

extension Patch {
  fileprivate func offset(row: Int, column: Int) -> Int {
    (row - rect.rows.lowerBound) * rect.columns.count + column - rect.columns.lowerBound
  }

  /// Turns colours into numbers, puts them onto the canvas, and keeps only those that were not there; returns where.
  fileprivate mutating func lay(onto canvas: inout [UInt32], width: Int, _ palette: inout FramePalette) -> PixelRect? {
    var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)
    let rect = rect
    pixels.withUnsafeMutableBufferPointer { pixels in
      canvas.withUnsafeMutableBufferPointer { canvas in
        var place = 0
        for row in rect.rows {
          for column in rect.columns {
            let number = palette.number(of: pixels[place])
            let there = row * width + column
            if canvas[there] == number {
              pixels[place] = 0
            } else {
              canvas[there] = number
              pixels[place] = number
              (left, right) = (min(left, column), max(right, column))
              (top, bottom) = (min(top, row), max(bottom, row))
            }
            place += 1
          }
        }
      }
    }
    return left <= right ? PixelRect(columns: left..<right + 1, rows: top..<bottom + 1) : nil
  }
}
