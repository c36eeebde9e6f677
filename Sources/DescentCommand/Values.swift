import ArgumentParser
import LossSurfaces
import Optimization

/// Reads what stands behind an option; each failure names the option and says what it takes.
enum Values {
  /// A number as in formulas: `.1`, `1e-3`, `2/101`.
  static func number(_ text: String, _ option: String) throws(Failure) -> Double {
    let formula: Formula
    do { formula = try Formula(text, variables: []) } catch {
      throw Failure("\(option): '\(text)' is not a number. Write for instance 0.1 or 1e-3.", .usage)
    }
    let value = formula([])
    guard value.isFinite else { throw Failure("\(option): '\(text)' is not a finite number", .usage) }
    return value
  }

  static func numbers(_ text: String, _ option: String) throws(Failure) -> [Double] {
    var values: [Double] = []
    for part in split(text, at: ",") { values.append(try number(part, option)) }
    return values
  }

  static func integers(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws(Failure) -> [Int] {
    var values: [Int] = []
    for part in split(text, at: ",") {
      let value = try number(part, option)
      guard value == value.rounded(), value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
        throw Failure(
          "\(option): '\(part)' must be a whole number from \(NumberText.string(range.lowerBound)) to "
            + "\(NumberText.string(range.upperBound))", .usage)
      }
      values.append(Int(value))
    }
    return values
  }

  static func point(_ text: String, _ option: String) throws(Failure) -> Point {
    let values = try numbers(text, option)
    guard values.count == 2 else {
      throw Failure("\(option): '\(text)' is not a point. Write two numbers, as in -1.2,1.", .usage)
    }
    return Point(values[0], values[1])
  }

  /// `-2..2,-1..3`.
  static func view(_ text: String, _ option: String) throws(Failure) -> View {
    let sides = split(text, at: ",").map { $0.components(around: "..") }
    guard sides.count == 2, let x = sides[0], let y = sides[1] else {
      throw Failure("\(option): '\(text)' is not a view. Write x and y ranges, as in -2..2,-1..3.", .usage)
    }
    let bounds = (
      x: (try number(x.0, option), try number(x.1, option)), y: (try number(y.0, option), try number(y.1, option))
    )
    return try usage { () throws(InputError) in try View(x: bounds.x, y: bounds.y) }
  }

  /// `800x600`.
  static func size(_ text: String, _ option: String) throws(Failure) -> (width: Int, height: Int) {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1] else {
      throw Failure("\(option): '\(text)' is not a size. Write width and height, as in 800x600.", .usage)
    }
    return (width, height)
  }

  /// `a=2`.
  static func parameter(_ text: String, _ option: String) throws(Failure) -> Parameter {
    guard let (name, value) = text.components(around: "="), !name.isEmpty else {
      throw Failure("\(option): '\(text)' is not NAME=VALUE, as in b=10", .usage)
    }
    return Parameter(name, try number(value, option))
  }

  static func specification(_ text: String) throws(Failure) -> Specification {
    try usage { () throws(InputError) in try Specification(parsing: text) }
  }

  /// Splits outside parentheses.
  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == separator, depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }
}

extension String {
  /// What stands before and after the first occurrence of a separator.
  fileprivate func components(around separator: String) -> (String, String)? {
    guard let range = firstRange(of: separator) else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
