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
