/// The checksum by which an end marker knows whether a person changed the text above it: ten letters and digits.
///
/// It is of the text with LF line ends, so that a checkout with others is no edit: the first 64 bits of SHA-256, modulo
/// 62¹⁰, in base 62.
enum GeneratedSum {
  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  static let length = 10

  static func of(_ text: some Collection<UInt8>) -> String {
    var normal: [UInt8] = []
    normal.reserveCapacity(text.count)
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x0A, last == 0x0D {
        last = byte
        continue
      }
      normal.append(byte == 0x0D ? 0x0A : byte)
      last = byte
    }
    let hexadecimal = SHA256.hexadecimal(of: normal)
    var value = UInt64(hexadecimal.prefix(16), radix: 16) ?? 0
    var result: [Character] = []
    for _ in 0..<length {
      result.append(digits[Int(value % 62)])
      value /= 62
    }
    return String(result.reversed())
  }
}
