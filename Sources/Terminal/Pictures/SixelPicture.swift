public import Raster

/// An image as sixels: bitmaps of six rows at a time, each colour of a palette in turn.
///
/// `ESC P 0;1 q`, the shape of a pixel and the size, a colour register for each colour of the palette in percent, then for each
/// six rows and each colour a letter a column (63 and the bits of the rows, the upper lowest), `!n` before one that stands n times, `$` back to the
/// left, `-` to the next six; `ESC \`. Source: VT330/VT340 Programmer Reference Manual, volume 2, chapter 14.
///
/// Up to 256 colours are as they are, up to the hundredths that a register has; more are brought to 256 if that is not seen, else to those of
/// `TerminalPalette`.
public enum SixelPicture {
  public static func sequence(_ image: Image) -> [UInt8] {
    let (palette, indices) = indexed(image)
    var sequence = Array("\u{1B}P0;1q\"1;1;\(image.width);\(image.height)".utf8)
    for (index, color) in palette.enumerated() {
      let parts = [0, 8, 16].map { shift in (Int(color >> shift & 255) * 100 + 127) / 255 }
      sequence += "#\(index);2;\(parts[0]);\(parts[1]);\(parts[2])".utf8
    }
    for top in stride(from: 0, to: image.height, by: 6) {
      write(Band(indices, image, top: top), to: &sequence)
    }
    sequence += "\u{1B}\\".utf8
    return sequence
  }

  private static func indexed(_ image: Image) -> ([UInt32], [UInt8]) {
    if let indexed = IndexedImage(image) { return (indexed.palette, indexed.indices) }
    var known: [UInt32: UInt8] = [:]
    let indices = image.pixels.map { pixel in
      if let index = known[pixel] { return index }
      let index = UInt8(TerminalPalette.index(nearest: Color(packed: pixel)) - 16)
      known[pixel] = index
      return index
    }
    return ((16...255).map { TerminalPalette.color($0).packed }, indices)
  }

  /// Of each colour that six rows have, the bits of its columns.
  private struct Band {
    var columns: [UInt8: [UInt8]] = [:]

    init(_ indices: [UInt8], _ image: Image, top: Int) {
      for row in top..<min(top + 6, image.height) {
        for column in 0..<image.width {
          columns[indices[row * image.width + column], default: Array(repeating: 0, count: image.width)][column] |=
            1 << UInt8(row - top)
        }
      }
    }
  }

  private static func write(_ band: Band, to sequence: inout [UInt8]) {
    for (color, columns) in band.columns.sorted(by: { $0.key < $1.key }) {
      sequence += "#\(color)".utf8
      let end = (columns.lastIndex { $0 != 0 } ?? -1) + 1
      var start = 0
      while start < end {
        let count = columns[start..<end].prefix { $0 == columns[start] }.count
        let letter = 63 + columns[start]
        if count > 3 {
          sequence += "!\(count)".utf8
          sequence.append(letter)
        } else {
          sequence += Array(repeating: letter, count: count)
        }
        start += count
      }
      sequence.append(UInt8(ascii: "$"))
    }
    sequence.append(UInt8(ascii: "-"))
  }
}
