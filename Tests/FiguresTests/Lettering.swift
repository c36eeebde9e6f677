import Raster

@testable import Figures

extension Drawing {
  /// Words that leave the page or lie over others, turned ones too; the letters count, not their haloes.
  var faultyLettering: [String] {
    let texts = elements.flatMap(\.texts).map { (string: $0.string, ink: $0.ink) }
    let page = Rect(x: 0, y: 0, width: width, height: height)
    return texts.enumerated().flatMap { index, text -> [String] in
      let overlapped = texts[..<index].filter { $0.ink.intersects(text.ink) }
      return (text.ink.isInside(page) ? [] : ["\(text.string) is clipped"])
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
  var ink: TurnedBox {
    let width = Typeface.width(of: string, size: size, weight: weight)
    let along = anchor == .start ? width / 2 : anchor == .middle ? 0 : -width / 2
    let (cosine, sine) = Rotation.direction(degrees: rotation)
    let half = size * Typeface.capHeight / 2
    return TurnedBox(
      center: Position(position.x + along * cosine + half * sine, position.y + along * sine - half * cosine),
      halfWidth: width / 2, halfHeight: half, direction: Position(cosine, sine))
  }
}
