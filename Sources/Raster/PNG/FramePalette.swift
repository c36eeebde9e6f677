/// The numbers by which the frames of an animation know colours; 0 stands for a pixel that stays as it was.
///
/// When the still picture has a palette, they are places in it: a colour that only frames have is added while there is
/// room, and then the nearest stands for it. Else they are the colours themselves, but for one that the still picture does
/// not have and that is kept for what stays: in a frame its neighbour stands for it.
struct FramePalette {
  /// Red, green, blue from the lowest byte, the first for what is transparent; none when the picture has no palette.
  private(set) var colors: [UInt32]
  /// Without a palette, the colour that is kept.
  private let unused: UInt32
  private var known: [UInt32: UInt32] = [:]
  private var labs: [OKLab]
  /// The colour asked for last, and its number: neighbours are mostly alike.
  private var last: (color: UInt32, number: UInt32) = (0, 0)

  /// One place fewer than in the palette of a picture that does not move is left for colours.
  init(still: Image) {
    let palette = IndexedImage(still, limit: 255)?.palette
    colors = palette.map { [0xFF00_0000] + $0 } ?? []
    labs = colors.map { OKLab($0) }
    unused = colors.isEmpty ? Self.unusedColor(still) : 0
    for index in colors.indices.dropFirst() { known[colors[index]] = UInt32(index) }
  }

  /// The colour that stands for pixels that stay.
  var transparent: UInt32 { colors.first ?? unused }

  /// The rows of a picture of which these are the numbers.
  func rows(of samples: [UInt32], width: Int) -> Scanlines {
    guard colors.isEmpty else {
      return Scanlines(samples.map { UInt8(truncatingIfNeeded: $0) }, width: width, depth: 8)
    }
    let pixels = samples.map { $0 == 0 ? transparent : $0 }
    return Scanlines(Image(width: width, height: samples.count / max(width, 1), pixels: pixels))
  }

  private static func unusedColor(_ image: Image) -> UInt32 {
    let used = Set(image.pixels)
    var color: UInt32 = 0xFFFF_00FF
    while used.contains(color) { color -= 1 }
    return color
  }

  @inline(__always) mutating func number(of color: UInt32) -> UInt32 {
    if color != last.color { last = (color, place(of: color)) }
    return last.number
  }

  private mutating func place(of color: UInt32) -> UInt32 {
    if colors.isEmpty { return color == unused ? color ^ 1 : color }
    if let place = known[color] { return place }
    let lab = OKLab(color)
    var place = 1
    if colors.count < 256 {
      place = colors.count
      colors.append(color)
      labs.append(lab)
    } else {
      var least = Float.infinity
      for index in 1..<labs.count {
        let distance = labs[index].squaredDistance(to: lab)
        if distance < least { (least, place) = (distance, index) }
      }
    }
    known[color] = UInt32(place)
    return UInt32(place)
  }
}
