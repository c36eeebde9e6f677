/// Bytes of a page with others in their place.
struct PageEdit: Sendable {
  let range: Range<Int>
  let bytes: [UInt8]

  /// The page with all edits; they do not overlap.
  static func apply(_ edits: [PageEdit], to page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + edits.reduce(0) { $0 + $1.bytes.count })
    var at = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += page[at..<edit.range.lowerBound]
      result += edit.bytes
      at = edit.range.upperBound
    }
    return result + page[at...]
  }

  /// New text between the markers of a figure, and its sum in the end marker, of which all else stays as it is written.
  init(_ text: [UInt8], in block: Block, of page: Page) {
    let end = page.bytes[block.end]
    let key = Array("descent:end".utf8)
    let prefix = end.firstIndex(of: key).map { end[..<$0] } ?? end[..<end.startIndex]
    let close = end.firstIndex(of: Array("-->".utf8)) == nil ? "" : " -->"
    let words = "descent:end \(block.id) sum=\(GeneratedSum.of(text))\(close)"
    range = block.content.lowerBound..<block.end.upperBound
    bytes = text + prefix + Array(words.utf8)
  }

  /// An end marker where there is none.
  init(ending begin: UnendedMarker, of page: Page) {
    let margin = String(repeating: " ", count: begin.indent)
    let end = begin.hasArrows ? "<!-- descent:end \(begin.id) -->" : "descent:end \(begin.id)"
    let marker = Array((margin + (page.syntax == .latex ? "% " : "") + end).utf8)
    let offset = LostEnd.offset(of: begin, in: page)
    range = offset..<offset
    let last = page.bytes.last
    let isOpen = offset == page.bytes.count && last != 0x0A && last != 0x0D
    bytes = (isOpen ? begin.lineEnding : []) + begin.lineEnding + marker + (isOpen ? [] : begin.lineEnding)
  }
}
