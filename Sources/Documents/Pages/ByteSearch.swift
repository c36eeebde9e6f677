extension ArraySlice<UInt8> {
  /// Where some bytes first stand; nil if nowhere.
  func firstIndex(of word: [UInt8]) -> Int? {
    guard count >= word.count, !word.isEmpty else { return nil }
    let found = withUnsafeBufferPointer { bytes -> Int? in
      word.withUnsafeBufferPointer { word in
        for start in 0...(bytes.count - word.count) where bytes[start] == word[0] {
          var length = 1
          while length < word.count, bytes[start + length] == word[length] { length += 1 }
          if length == word.count { return start }
        }
        return nil
      }
    }
    return found.map { startIndex + $0 }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a file's name stands in it, and not as the end of a longer one.
  func mentions(_ file: String) -> Bool {
    let name = Array(file.utf8)
    var rest = self
    while let at = rest.firstIndex(of: name) {
      if at == startIndex || !Self.isOfName(self[at - 1]) { return true }
      rest = rest[(at + 1)...]
    }
    return false
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.~@".utf8.contains(byte)
    }
  }
}
