import LossSurfaces

/// The lines of a page, as ranges of its bytes.
///
/// A line ends with LF, CRLF or CR; the last may end with the page. A byte-order mark is no part of the first line.
struct PageLines: Sendable {
  struct Line: Sendable {
    let start: Int
    /// Before the line's end.
    let end: Int
    /// Behind the line's end.
    let next: Int
  }

  let bytes: [UInt8]
  let lines: [Line]

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = bytes.withUnsafeBufferPointer { Self.split($0) }
  }

  private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
    var lines: [Line] = []
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var at = start
    let count = bytes.count
    while at < count {
      let byte = bytes[at]
      guard byte == 0x0A || byte == 0x0D else {
        at += 1
        continue
      }
      let isPair = byte == 0x0D && at + 1 < count && bytes[at + 1] == 0x0A
      let next = at + (isPair ? 2 : 1)
      lines.append(Line(start: start, end: at, next: next))
      start = next
      at = next
    }
    if start < count { lines.append(Line(start: start, end: count, next: count)) }
    return lines
  }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[lines[index].start..<lines[index].end] }

  /// What ends a line; where the page ends without, what ends the line before, or LF.
  func ending(of index: Int) -> [UInt8] {
    let line = lines[index]
    if line.next > line.end { return Array(bytes[line.end..<line.next]) }
    return index > 0 ? ending(of: index - 1) : [0x0A]
  }

  /// The place of a byte of a line, for messages; lines count from 0.
  func place(line: Int, offset: Int = 0, file: String) -> InputError.Place {
    let text = String(decoding: self[line], as: UTF8.self)
    let before = String(decoding: self[line].prefix(offset), as: UTF8.self)
    let shown = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
    return InputError.Place(file: file, line: line + 1, column: before.count + 1, text: shown)
  }
}
