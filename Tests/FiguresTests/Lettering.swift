import Raster

extension Drawing {
  /// Words that leave the page or lie over others; the letters' own boxes count, not their haloes. Turned words are left out.
  var faultyLettering: [String] {
    let texts = elements.flatMap(\.texts)
    return texts.enumerated().flatMap { index, text -> [String] in
      let box = text.inkBox
      let isClipped = box.minX < 0 || box.maxX > width || box.minY < 0 || box.maxY > height
      let overlapped = texts[..<index].filter {
        $0.rotation == 0 && text.rotation == 0 && $0.inkBox.intersects(box)
      }
      return (isClipped ? ["\(text.string) is clipped"] : [])
        + overlapped.map { "\($0.string) and \(text.string) overlap" }
    }
  }
}

extension Drawing.Element {
  /// All lettering, clipped or not.
  var texts: [Text] {
    switch self {
    case .text(let text): [text]
    case .clipped(_, let inner): inner.flatMap(\.texts)
    default: []
    }
  }

  /// All strokes, clipped or not.
  var strokes: [(path: Path, stroke: Stroke)] {
    switch self {
    case .stroke(let path, let stroke): [(path, stroke)]
    case .clipped(_, let inner): inner.flatMap(\.strokes)
    default: []
    }
  }
}

extension Text {
  /// The box of letters that have no descenders: neighbouring lines may share the room of ascents and descents.
  var inkBox: Rect {
    let box = bounds
    guard rotation == 0 else { return box }
    return Rect(
      x: box.x, y: position.y - size * Typeface.capHeight, width: box.width, height: size * Typeface.capHeight)
  }
}
