/// A value that JSON writes without brackets.
protocol JSONScalar {
  func write(to text: inout [UInt8])
}

extension Double: JSONScalar {
  /// The shortest decimal that reads back; what is not finite is one of the strings "inf", "-inf" and "nan".
  func write(to text: inout [UInt8]) {
    guard isFinite else { return description.write(to: &text) }
    text.append(number: self)
  }
}

extension Int: JSONScalar {
  func write(to text: inout [UInt8]) { text += String(self).utf8 }
}

extension Bool: JSONScalar {
  func write(to text: inout [UInt8]) { text += (self ? "true" : "false").utf8 }
}

extension Optional: JSONScalar where Wrapped: JSONScalar {
  func write(to text: inout [UInt8]) {
    if let self { self.write(to: &text) } else { text += "null".utf8 }
  }
}

extension String: JSONScalar {
  func write(to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0..<32: text += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}

extension [UInt8] {
  /// The shortest decimal that reads back, a whole number without its `.0`; `inf`, `-inf` or `nan`.
  mutating func append(number: Double) {
    var digits = number.description
    digits.withUTF8 { digits in
      let isWhole = digits.count > 2 && digits[digits.count - 1] == 0x30 && digits[digits.count - 2] == 0x2E
      append(contentsOf: isWhole ? digits.dropLast(2) : digits[...])
    }
  }
}
