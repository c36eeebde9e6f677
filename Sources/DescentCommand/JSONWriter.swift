import Documents

/// A result that can be told as data.
protocol Report {
  func write(to json: inout JSONWriter)
}

/// Prints JSON on stdout piece by piece, so that a history of ten million steps never stands in memory as text.
struct JSONWriter {
  private var text: [UInt8] = []
  private var failure: FileError?
  /// Whether nothing stands yet in the innermost object or list.
  private var isFirst = true

  private static let pieceSize = 1 << 16

  /// Prints a report on a line of its own.
  static func print(_ report: some Report) throws(FileError) {
    var json = JSONWriter()
    json.object { report.write(to: &$0) }
    json.text.append(UInt8(ascii: "\n"))
    json.flush()
    if let failure = json.failure { throw failure }
  }

  mutating func member(_ key: String, _ value: some JSONScalar) {
    begin(key)
    value.write(to: &text)
  }

  mutating func element(_ value: some JSONScalar) {
    begin(nil)
    value.write(to: &text)
  }

  /// An object, as a member when it has a key, else as an element.
  mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
    nest(key, "{", "}", members)
  }

  /// A list, as a member when it has a key, else as an element.
  mutating func list<Elements: Sequence>(
    _ key: String? = nil, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    nest(key, "[", "]") { json in
      for element in elements {
        write(&json, element)
        if json.text.count > Self.pieceSize { json.flush() }
      }
    }
  }

  mutating func list(_ key: String, _ numbers: [Double]) {
    list(key, numbers) { json, number in json.element(number) }
  }

  mutating func list(_ numbers: [Double]) {
    list(nil, numbers) { json, number in json.element(number) }
  }

  private mutating func nest(
    _ key: String?, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    begin(key)
    text.append(UInt8(ascii: open))
    isFirst = true
    body(&self)
    text.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func begin(_ key: String?) {
    if !isFirst { text.append(UInt8(ascii: ",")) }
    isFirst = false
    guard let key else { return }
    key.write(to: &text)
    text.append(UInt8(ascii: ":"))
  }

  private mutating func flush() {
    if failure == nil {
      do { try Console.put(text) } catch { failure = error }
    }
    text.removeAll(keepingCapacity: true)
  }
}
