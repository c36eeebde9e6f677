import Documents
import LossSurfaces
import Optimization

/// Reads what stands behind an option; each failure names the option and says what it takes.
enum Values {
  /// A number as in formulas: `.1`, `1e-3`, `2/101`.
  static func number(_ text: String, _ option: String) throws(Failure) -> Double {
    let formula: Formula
    do { formula = try Formula(text, variables: []) } catch {
      throw Failure("\(option): '\(text)' is not a number\nWrite for instance 0.1 or 1e-3.", .usage)
    }
    let value = formula([])
    guard value.isFinite else { throw Failure("\(option): '\(text)' is not a finite number", .usage) }
    return value
  }

  /// A number in a range.
  static func number(_ text: String, _ option: String, in range: ClosedRange<Double>) throws(Failure) -> Double {
    let value = try number(text, option)
    guard range.contains(value) else {
      throw Failure(
        "\(option): '\(text)' must be a number from \(NumberText.string(range.lowerBound)) to "
          + "\(NumberText.string(range.upperBound))", .usage)
    }
    return value
  }

  /// A number above 0.
  static func positive(_ text: String, _ option: String) throws(Failure) -> Double {
    let value = try number(text, option)
    guard value > 0 else {
      throw Failure("\(option): '\(text)' must be above 0\nWrite for instance 0.1 or 1e-3.", .usage)
    }
    return value
  }

  /// A length above 0 with its unit, in CSS pixels.
  static func length(_ text: String, _ option: String) throws(Failure) -> Double {
    guard let unit = PaperSize.units.first(where: { text.hasSuffix($0.0) }) else {
      throw Failure("\(option): '\(text)' has no unit\nWrite for instance 85mm, 8.5cm, 3.35in or 640px.", .usage)
    }
    let value = try number(String(text.dropLast(unit.0.count)), option) * unit.1
    guard value > 0 else { throw Failure("\(option): '\(text)' must be above 0\nWrite for instance 85mm.", .usage) }
    return value
  }

  static func numbers(_ text: String, _ option: String) throws(Failure) -> [Double] {
    var values: [Double] = []
    for part in split(text, at: ",") { values.append(try number(part, option)) }
    return values
  }

  static func integer(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws(Failure) -> Int {
    guard let value = Int(exactly: try number(text, option)), range.contains(value) else {
      throw Failure(
        "\(option): '\(text)' must be a whole number from \(NumberText.string(range.lowerBound)) to "
          + "\(NumberText.string(range.upperBound))", .usage)
    }
    return value
  }

  /// A number of updates, or epochs.
  static func span(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws(Failure) -> Span {
    if (try? number(text, option)) != nil { return .updates(try integer(text, option, range)) }
    return try located(option, .usage) { try Span(steps: text) }
  }

  static func flag(_ text: String, _ option: String) throws(Failure) -> Bool {
    guard let flag = Bool(text) else { throw Failure("\(option): '\(text)' must be true or false", .usage) }
    return flag
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String, among: Word.Type, called noun: String
  ) throws(Failure) -> Word where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let remedy = Spelling.remedy(for: text, among: Word.allCases.map(\.rawValue), called: noun)
    throw Failure("\(option): '\(text)' is none of the \(noun)\n\(remedy)", .usage)
  }

  static func point(_ text: String, _ option: String) throws(Failure) -> Point {
    let values = try numbers(text, option)
    guard values.count == 2 else {
      throw Failure("\(option): '\(text)' is not a point\nWrite two numbers, as in -1.2,1.", .usage)
    }
    return Point(values[0], values[1])
  }

  /// A standard deviation for both components, or one for each.
  static func noise(_ text: String, _ option: String) throws(Failure) -> Noise {
    let values = try numbers(text, option)
    guard values.count <= 2 else {
      throw Failure("\(option): '\(text)' has too many values; one for both components, or two", .usage)
    }
    guard values.allSatisfy({ $0 >= 0 }) else {
      throw Failure("\(option): '\(text)' must not be negative; it is a standard deviation", .usage)
    }
    return Noise(x: values[0], y: values[values.count - 1])
  }

  /// `-2..2,-1..3`.
  static func view(_ text: String, _ option: String) throws(Failure) -> View {
    let sides = split(text, at: ",").map { parts($0, around: "..") }
    guard sides.count == 2, let x = sides[0], let y = sides[1] else {
      throw Failure("\(option): '\(text)' is not a view\nWrite x and y ranges, as in -2..2,-1..3.", .usage)
    }
    let bounds = (
      x: (try number(x.0, option), try number(x.1, option)), y: (try number(y.0, option), try number(y.1, option))
    )
    return try located(option, .usage) { try View(x: bounds.x, y: bounds.y) }
  }

  /// `800x600`.
  static func size(_ text: String, _ option: String) throws(Failure) -> (width: Int, height: Int) {
    let sides = split(text, at: "x").map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], width > 0, height > 0 else {
      throw Failure("\(option): '\(text)' is not a size\nWrite width and height, as in 800x600.", .usage)
    }
    return (width, height)
  }

  /// `a=1,b=10`.
  static func parameters(_ text: String, _ option: String) throws(Failure) -> [Parameter] {
    var parameters: [Parameter] = []
    for part in split(text, at: ",") {
      guard let (name, value) = parts(part, around: "="), !name.isEmpty else {
        throw Failure("\(option): '\(part)' is not NAME=VALUE, as in b=10", .usage)
      }
      parameters.append(Parameter(name, try number(value, option)))
    }
    return parameters
  }

  /// A schedule whose keys are right for some run at least.
  static func schedule(_ text: String, _ option: String) throws(Failure) -> Specification {
    try located(option, .usage) {
      let specification = try Specification(parsing: text)
      _ = try Schedule(specification, learningRate: 0.1, steps: 1000, stepsPerEpoch: 1)
      return specification
    }
  }

  static func optimizer(_ text: String, _ option: String) throws(Failure) -> Specification {
    try located(option, .usage) {
      let specification = try Specification(parsing: text)
      _ = try Optimizer(specification)
      return specification
    }
  }

  /// What a body makes of an option's text; its errors are told with the option's name.
  static func located<Value>(_ option: String, _ code: Failure.Code, _ body: () throws -> Value) throws(Failure)
    -> Value
  {
    do { return try body() } catch {
      guard var error = error as? InputError else { throw Failure(error) }
      if error.place == nil { error.problem = "\(option): \(error.problem)" } else { error.place?.file = option }
      throw Failure(error.description, error.kind == .missing ? .missing : code)
    }
  }

  /// Splits outside parentheses.
  static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == separator, depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }

  /// What stands before and after the first occurrence of a separator.
  private static func parts(_ text: String, around separator: String) -> (String, String)? {
    guard let range = text.firstRange(of: separator) else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}
