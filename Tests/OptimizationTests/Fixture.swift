import Foundation
import Optimization
import Testing

/// A file of reference values.
func fixture<Case: Decodable>(_ name: String, file: String = #filePath) throws -> [Case] {
  let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
  return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
}

/// A value of a specification as JSON holds it.
enum JSONValue: Decodable {
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

  var value: Specification.Value {
    switch self {
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .numbers(let numbers): .numbers(numbers)
    case .word(let word): .word(word)
    }
  }
}
