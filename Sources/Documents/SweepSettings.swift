import LossSurfaces
public import Optimization

/// What a recipe says of the sweep of a range test, its key `range`. What it leaves unsaid the surface or a default
/// fills in.
public struct SweepSettings: Hashable, Sendable {
  public var low: Double?
  public var high: Double?
  public var steps: Int?
  public var growth: SweepGrowth?
  /// The share that the average of the losses keeps.
  public var smoothing: Double?
  /// Where a recipe says so.
  var mark = Mark()

  public init() {}

  static let keys = ["low", "high", "steps", "growth", "smoothing"]

  /// All that the sweep of a test was told.
  init(of test: RangeTest) {
    let schedule = test.run.schedule.specification
    if case .number(let rate) = schedule["low"] { low = rate }
    if case .number(let rate) = schedule["high"] { high = rate }
    if case .word(let word) = schedule["growth"] { growth = SweepGrowth(rawValue: word) }
    steps = test.run.steps
    smoothing = test.smoothing
  }

  /// As a schedule.
  var schedule: Specification {
    var schedule = Specification("range-test")
    if let low { schedule.arguments.append(.init("low", .number(low))) }
    if let high { schedule.arguments.append(.init("high", .number(high))) }
    if let growth { schedule.arguments.append(.init("growth", .word(growth.rawValue))) }
    return schedule
  }

  /// Runs a body whose errors are about the range: their own place is one in a text that nobody wrote.
  func located<Value>(_ body: () throws(InputError) -> Value) throws(InputError) -> Value {
    do { return try body() } catch {
      throw InputError(error.problem, remedy: error.remedy, at: mark.place, kind: error.kind)
    }
  }

  var entries: [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if let low { entries.append(("low", .number(low))) }
    if let high { entries.append(("high", .number(high))) }
    if let steps { entries.append(("steps", .integer(steps))) }
    if let growth { entries.append(("growth", .string(growth.rawValue))) }
    if let smoothing { entries.append(("smoothing", .number(smoothing))) }
    return entries
  }
}
