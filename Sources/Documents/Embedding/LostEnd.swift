/// Where the end marker of a figure goes that has none: right behind its begin marker or, when the marker was lost after the
/// figure was made, behind what shows it.
///
/// That is the paragraph that follows, if it names the figure's picture, with a caption in italics below it. Whether it is
/// what descent wrote is for the figure's state to say.
enum LostEnd {
  static func offset(of begin: UnendedMarker, in page: Page) -> Int {
    let rest = paragraphs(of: page.bytes, from: begin.offset)
    guard let shown = rest.first, shown.mentions("\(begin.id).png") else { return begin.offset }
    guard rest.count > 1, isCaption(rest[1]) else { return shown.endIndex }
    return rest[1].endIndex
  }

  /// The first two runs of lines that are not blank, with their ends.
  private static func paragraphs(of bytes: [UInt8], from offset: Int) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start: Int?
    for line in PageLines(bytes).lines where line.start >= offset && found.count < 2 {
      let isBlank = bytes[line.start..<line.end].allSatisfy { [0x20, 0x09].contains($0) }
      if let begun = start, isBlank {
        found.append(bytes[begun..<line.start])
        start = nil
      } else if start == nil, !isBlank {
        start = line.start
      }
    }
    if let start, found.count < 2 { found.append(bytes[start...]) }
    return found
  }

  private static func isCaption(_ paragraph: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: paragraph, as: UTF8.self)[...].trimmed
    return text.count > 2 && text.hasPrefix("*") && text.hasSuffix("*") && !text.contains("\n")
  }
}
