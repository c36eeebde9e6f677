public import LossSurfaces
import Optimization

/// What a recipe says of an axis of a map: `x: {learning-rate: 0.001..0.03, scale: log}`.
public struct AxisSettings: Hashable, Sendable {
  public var key: String
  public var low: Double
  public var high: Double
  public var isLogarithmic = false
  /// Where a recipe says so.
  var mark = Mark()

  /// Reads the command line's form: `learning-rate=0.001..0.03:log`.
  public init(parsing text: String) throws(InputError) {
    guard let equals = text.firstIndex(of: "=") else { throw Self.error(text) }
    key = text[..<equals].trimmed
    var range = text[text.index(after: equals)...].trimmed
    if range.hasSuffix(":log") || range.hasSuffix(":linear") {
      isLogarithmic = range.hasSuffix(":log")
      range = String(range[..<range.lastIndex(of: ":")!])
    }
    (low, high) = try Self.bounds(range, in: text)
  }

  init(key: String, range: String, isLogarithmic: Bool) throws(InputError) {
    self.key = key
    self.isLogarithmic = isLogarithmic
    (low, high) = try Self.bounds(range, in: range)
  }

  private static func bounds(_ range: String, in text: String) throws(InputError) -> (Double, Double) {
    let ends = range.split(separator: "..", omittingEmptySubsequences: false).map { number($0.trimmed) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else { throw error(text) }
    return (low, high)
  }

  /// A number as in formulas: `.5`, `1e-3`, `-2`, `pi`.
  private static func number(_ text: String) -> Double? {
    guard !text.isEmpty else { return nil }
    let value = try? Formula(text, variables: [])([])
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func error(_ text: String) -> InputError {
    InputError(
      "'\(text)' is no axis: it needs a setting and a range",
      remedy: "Write the setting, the lower and the upper bound, as in learning-rate=0.001..0.03:log.")
  }

  var yaml: YAMLText {
    let range = "\(Numeral.exact(low))..\(Numeral.exact(high))"
    return .mapping([(key, .string(range)), ("scale", .string(isLogarithmic ? "log" : "linear"))])
  }

  /// Runs a body whose errors are about the axis.
  func located<Value>(_ name: String, _ body: () throws(InputError) -> Value) throws(InputError) -> Value {
    do { return try body() } catch {
      throw InputError("\(name): \(error.problem)", remedy: error.remedy, at: mark.place, kind: error.kind)
    }
  }
}

/// What a recipe says of a map beside its runs.
public struct MapSettings: Hashable, Sendable {
  public var x: AxisSettings?
  public var y: AxisSettings?
  /// How many runs across and up.
  public var columns = 512
  public var rows = 512
  public var show: String = "steps"

  public static let sides = 1...16_384
  /// What is kept of all runs of a map, or of a tile, fits into half a gigabyte.
  public static let mostRuns = 1 << 24

  /// Reads `512x512`.
  public static func resolution(parsing text: String) throws(InputError) -> (columns: Int, rows: Int) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0.trimmed) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], sides.contains(columns), sides.contains(rows)
    else {
      throw InputError(
        "'\(text)' is no resolution", remedy: "Write how many runs across and up, 1 to 16384 each, as in 512x512.")
    }
    return (columns, rows)
  }
}
