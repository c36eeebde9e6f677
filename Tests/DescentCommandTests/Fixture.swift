import Foundation

/// The reference values that the modules are tested against, read where their tests keep them.
enum Fixture {
  static func cases<Case: Decodable>(_ path: String, file: String = #filePath) throws -> [Case] {
    let tests = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: tests.appending(path: path)))
  }

  /// A value of a specification as JSON holds it, as it is typed on the command line.
  enum Value: Decodable, CustomStringConvertible {
    case flag(Bool)
    case number(Double)
    case numbers([Double])
    case word(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let numbers = try? container.decode([Double].self) {
        self = .numbers(numbers)
      } else {
        self = .word(try container.decode(String.self))
      }
    }

    var description: String {
      switch self {
      case .flag(let flag): "\(flag)"
      case .number(let number): "\(number)"
      case .numbers(let numbers): numbers.map { "\($0)" }.joined(separator: "/")
      case .word(let word): word
      }
    }
  }

  static func specification(_ name: String, _ keys: [String: Value]) -> String {
    keys.isEmpty
      ? name : "\(name):" + keys.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}

extension Double {
  /// Whether a number is as near to a reference value as it must be.
  func isNear(_ reference: Double, relative: Double, absolute: Double = 0) -> Bool {
    abs(self - reference) <= relative * abs(reference) + absolute
  }
}
