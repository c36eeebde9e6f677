/// What changes in a page, as a unified diff with three lines of context.
struct TextDifference {
  private static let context = 3

  let text: [UInt8]

  init(from old: [UInt8], to new: [UInt8], named name: String) {
    let (before, after) = (Self.lines(old), Self.lines(new))
    var (isRemoved, isInserted) = (Set<Int>(), Set<Int>())
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): isRemoved.insert(offset)
      case .insert(let offset, _, _): isInserted.insert(offset)
      }
    }
    var rows: [Row] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if isRemoved.contains(i) {
        rows.append(Row(sign: "-", line: before[i], old: i, new: j))
        i += 1
      } else if isInserted.contains(j) {
        rows.append(Row(sign: "+", line: after[j], old: i, new: j))
        j += 1
      } else {
        rows.append(Row(sign: " ", line: before[i], old: i, new: j))
        i += 1
        j += 1
      }
    }
    text = Self.hunks(rows).reduce(into: Array("--- a/\(name)\n+++ b/\(name)\n".utf8)) { $0 += Self.text(rows[$1]) }
  }

  private struct Row {
    let sign: Unicode.Scalar
    /// With its end.
    let line: ArraySlice<UInt8>
    /// How many lines of the old and of the new page stand before it.
    let old: Int
    let new: Int
  }

  private static func lines(_ page: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in page.enumerated() where byte == 0x0A {
      lines.append(page[start...index])
      start = index + 1
    }
    if start < page.count { lines.append(page[start...]) }
    return lines
  }

  /// Changes with their contexts; those whose contexts touch are one.
  private static func hunks(_ rows: [Row]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in rows.indices where rows[index].sign != " " {
      let (low, high) = (max(0, index - context), min(rows.count, index + context + 1))
      if let last = hunks.last, last.upperBound >= low {
        hunks[hunks.count - 1] = last.lowerBound..<high
      } else {
        hunks.append(low..<high)
      }
    }
    return hunks
  }

  private static func text(_ rows: ArraySlice<Row>) -> [UInt8] {
    guard let first = rows.first else { return [] }
    let (old, new) = (rows.count { $0.sign != "+" }, rows.count { $0.sign != "-" })
    // A range without lines is said by the line before it.
    let starts = (first.old + (old == 0 ? 0 : 1), first.new + (new == 0 ? 0 : 1))
    var text = Array("@@ -\(starts.0),\(old) +\(starts.1),\(new) @@\n".utf8)
    for row in rows {
      text.append(UInt8(ascii: row.sign))
      text += row.line
      if row.line.last != 0x0A { text += "\n\\ No newline at end of file\n".utf8 }
    }
    return text
  }
}
