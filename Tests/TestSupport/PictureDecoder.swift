import Foundation
package import Raster

/// Reads pictures back out of escape sequences, as a terminal does.
package enum PictureDecoder {
  package struct Wrong: Error { package let what: String }

  /// The keys of kitty's first sequence, and the file that all bring.
  package static func kitty(_ bytes: [UInt8]) throws -> (keys: [String: String], file: [UInt8]) {
    var (rest, keys, letters) = (String(decoding: bytes, as: UTF8.self)[...], [String: String](), "")
    var goesOn = true
    var isFirst = true
    while !rest.isEmpty {
      guard goesOn, rest.hasPrefix("\u{1B}_G"), let end = rest.firstRange(of: "\u{1B}\\") else {
        throw Wrong(what: String(rest.prefix(20)))
      }
      let parts = rest[..<end.lowerBound].dropFirst(3).split(separator: ";", maxSplits: 1)
      let pairs = parts[0].split(separator: ",").map { $0.split(separator: "=").map(String.init) }
      let these = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
      if isFirst { keys = these } else if these.keys.sorted() != ["m"] { throw Wrong(what: "keys \(these)") }
      isFirst = false
      guard parts[1].count <= 4096 else { throw Wrong(what: "a piece of \(parts[1].count)") }
      letters += parts[1]
      goesOn = these["m"] == "1"
      rest = rest[end.upperBound...]
    }
    guard !goesOn, let data = Data(base64Encoded: letters) else { throw Wrong(what: "no end, or no base64") }
    return (keys, Array(data))
  }

  package static func iterm(_ bytes: [UInt8]) throws -> (arguments: [String: String], file: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let match = text.wholeMatch(of: /\u{1B}\]1337;File=([^:]*):([A-Za-z0-9+\/=]*)\u{7}/),
      let data = Data(base64Encoded: String(match.2))
    else { throw Wrong(what: String(text.prefix(60))) }
    let pairs = match.1.split(separator: ";").map { $0.split(separator: "=").map(String.init) }
    return (Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) }), Array(data))
  }

  /// Sixels as pixels; where none was set the pixel is 0.
  package static func sixel(_ bytes: [UInt8]) throws -> Image {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let match = text.wholeMatch(of: /\u{1B}P0;1q"1;1;(\d+);(\d+)([^\u{1B}]*)\u{1B}\\/), let width = Int(match.1),
      let height = Int(match.2)
    else { throw Wrong(what: String(text.prefix(40))) }
    var pixels = [UInt32](repeating: 0, count: width * height)
    var (registers, color): ([Int: UInt32], UInt32) = ([:], 0)
    var (column, top) = (0, 0)
    for token in match.3.matches(of: /#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|[?-~]|\$|-/) {
      switch token.0.first {
      case "#":
        let number = Int(token.1!)!
        if let red = token.2, let green = token.3, let blue = token.4 {
          let parts = [red, green, blue].map { UInt32((Double($0)! * 2.55).rounded()) }
          registers[number] = parts[0] | parts[1] << 8 | parts[2] << 16 | 0xFF00_0000
        } else {
          guard let known = registers[number] else { throw Wrong(what: "register \(number)") }
          color = known
        }
      case "$": column = 0
      case "-": (column, top) = (0, top + 6)
      default:
        let bits = (token.6 ?? token.0).utf8.first! - 63
        for _ in 0..<(token.5.flatMap { Int($0) } ?? 1) {
          for row in 0..<6 where bits >> UInt8(row) & 1 == 1 {
            guard top + row < height, column < width else { throw Wrong(what: "outside") }
            pixels[(top + row) * width + column] = color
          }
          column += 1
        }
      }
    }
    return Image(width: width, height: height, pixels: pixels)
  }

  /// Lines of half blocks as pixels, two a character, and the characters that are none.
  package static func blocks(_ lines: [String], color: (String) throws -> UInt32) throws -> (Image, [Character]) {
    var (pixels, others, width): ([UInt32], [Character], Int) = ([], [], 0)
    for line in lines {
      var (upper, lower): ([UInt32], [UInt32]) = ([], [])
      var (front, back): (UInt32, UInt32) = (0, 0)
      var rest = line[...]
      while let character = rest.first {
        if let match = rest.prefixMatch(of: /\u{1B}\[([0-9;]*)m/) {
          for one in match.1.matches(of: /([34]8);(2;\d+;\d+;\d+|5;\d+)|49|0/) {
            if one.1 == "38" { front = try color(String(one.2!)) }
            if one.1 == "48" { back = try color(String(one.2!)) }
            if one.1 == nil { back = 0 }
          }
          rest = rest[match.range.upperBound...]
          continue
        }
        rest.removeFirst()
        if character != " ", character != "▀" { others.append(character) }
        upper.append(character == "▀" ? front : back)
        lower.append(back)
      }
      width = upper.count
      pixels += upper + lower
    }
    return (Image(width: width, height: lines.count * 2, pixels: pixels), others)
  }
}
