import LossSurfaces
import SurfaceCatalog

/// Progress as JSON of format 1, one question a line.
enum ProgressText {
  static let format = 1

  // MARK: Writing

  static func text(of progress: LessonProgress) -> String {
    var lines = ["{", "  \"format\": \(format),"]
    if let position = progress.position {
      lines.append("  \"at\": {\"lesson\": \(string(position.lesson)), \"step\": \(position.step)},")
    }
    lines.append("  \"finished\": [\(progress.finished.map(string).joined(separator: ", "))],")
    lines.append("  \"questions\": {")
    let records = progress.records.sorted { $0.key < $1.key }
    for (index, (id, record)) in records.enumerated() {
      let tries = record.tries.map(string).joined(separator: ", ")
      lines.append(
        "    \(string(id)): {\"outcome\": \(string(record.outcome.rawValue)), \"hints\": \(record.hints), "
          + "\"tries\": [\(tries)]}" + (index + 1 < records.count ? "," : ""))
    }
    return (lines + ["  }", "}", ""]).joined(separator: "\n")
  }

  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: Reading

  /// JSON is read as the YAML that it is. A nil progress means that the text is of a newer format.
  ///
  /// Throws when it is damaged.
  static func progress(_ text: String, file: String) throws(InputError) -> (format: Int, progress: LessonProgress?) {
    let root = try YAMLNode.parse(text, file: file, label: "the progress").mapping()
    let written = try root.required("format").integer(in: 1...Int.max)
    guard written == format else { return (written, nil) }
    var position: LessonProgress.Position?
    if let node = root["at"] {
      let at = try node.mapping()
      position = LessonProgress.Position(
        lesson: try at.required("lesson").string(), step: try at.required("step").integer(in: 0...100_000))
    }
    var finished: [String] = []
    for node in try root["finished"]?.list() ?? [] { finished.append(try node.string()) }
    var records: [String: LessonProgress.Record] = [:]
    for entry in try root.required("questions").mapping().entries { records[entry.key] = try record(entry.value) }
    return (written, LessonProgress(position: position, finished: finished, records: records))
  }

  private static func record(_ node: YAMLNode) throws(InputError) -> LessonProgress.Record {
    let keys = try node.mapping()
    var record = LessonProgress.Record()
    record.outcome = try keys.required("outcome").word(among: LessonProgress.Record.Outcome.self)
    record.hints = try keys["hints"]?.integer(in: 0...1000) ?? 0
    for item in try keys["tries"]?.list() ?? [] {
      guard case .scalar(let text) = item.content else { throw item.mismatch(needs: "a text") }
      record.tries.append(text)
    }
    return record
  }
}
