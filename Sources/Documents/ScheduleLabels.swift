import LossSurfaces
import Optimization

/// Names schedules by what tells them apart; what they share is left to the line under the title.
///
/// Schedules of one name are a family: `factor 0.5`, `factor 0.7`, and the rest is said once.
struct ScheduleLabels {
  let labels: [String]
  /// What all have in common, in the words of the settings line.
  let shared: [String]
  /// What the figure shows: `step by factor`, `5 schedules`.
  let subject: String
  /// For a family that one number spans, the place of each from the least (0) to the greatest (1).
  let shades: [Double]?

  /// Given labels stay.
  init(of schedules: [Schedule], given: [String?]) {
    let family = Family(schedules)
    let names = family?.labels ?? Self.distinguished(schedules)
    labels = zip(given, names).map { $0 ?? $1 }
    shades = family?.shades
    let rates = Set(schedules.map(\.learningRate))
    let rate = rates.count == 1 ? rates.map { "ε₀ = \(Self.text($0))" } : []
    shared = (family?.shared ?? []) + rate
    subject =
      family?.subject
      ?? (schedules.count == 1 ? "Learning rate: \(labels[0])" : "\(schedules.count) schedules")
  }

  /// Schedules of several names: their settings; the rate where rates differ; and, where that is still the same for
  /// some, the keys in which these differ.
  private static func distinguished(_ schedules: [Schedule]) -> [String] {
    let hasRates = Set(schedules.map(\.learningRate)).count > 1
    let names = schedules.map { $0.settings + (hasRates ? ", ε₀ = \(text($0.learningRate))" : "") }
    return schedules.indices.map { index in
      let alike = schedules.indices.filter { names[$0] == names[index] }.map { schedules[$0] }
      let differing = Keys.differing(alike).map { Keys.text($0, of: schedules[index]) }
      return ([names[index]] + differing).joined(separator: ", ")
    }
  }

  fileprivate static func text(_ number: Double) -> String { NumberText.string(number, digits: 6) }
}

/// Schedules of one name that differ in their keys or their rates.
private struct Family {
  private let schedules: [Schedule]
  /// The keys in which they differ; `learning-rate` stands for ε₀.
  private let varied: [String]

  /// nil when there is one alone, when the names differ or nothing does, and for formulas, which are no keys.
  init?(_ schedules: [Schedule]) {
    guard schedules.count > 1, Set(schedules.map(\.specification.name)).count == 1 else { return nil }
    varied = Keys.differing(schedules)
    guard !varied.isEmpty, schedules[0].specification.name != "formula" || varied == [Keys.learningRate] else {
      return nil
    }
    self.schedules = schedules
  }

  var labels: [String] {
    schedules.map { schedule in varied.map { Keys.text($0, of: schedule) }.joined(separator: ", ") }
  }

  var shared: [String] {
    let first = schedules[0]
    if varied == [Keys.learningRate] { return [first.settings] }
    return [name]
      + first.specification.arguments.map(\.key).filter { !varied.contains($0) }
      .map { Keys.text($0, of: first) }
  }

  var subject: String {
    let keys = varied.map { $0 == Keys.learningRate ? "ε₀" : $0 }
    return keys.count > 2
      ? "\(schedules.count) × \(name)" : "Learning rate: \(name) by \(keys.joined(separator: " and "))"
  }

  private var name: String { schedules[0].specification.name.replacing("-", with: " ") }

  /// By the first of the varied keys, when it is a number of which no two are the same.
  var shades: [Double]? {
    let numbers = schedules.compactMap { Keys.number(varied[0], of: $0) }
    guard numbers.count == schedules.count, Set(numbers).count == numbers.count else { return nil }
    return numbers.map { number in
      Double(numbers.count { $0 < number }) / Double(numbers.count - 1)
    }
  }
}

/// The keys of schedules with their values, in words.
private enum Keys {
  /// Stands for ε₀ among the keys.
  static let learningRate = "learning-rate"

  /// ε₀ and the keys whose values are not the same in all.
  static func differing(_ schedules: [Schedule]) -> [String] {
    var keys: [String] = []
    for argument in schedules.flatMap(\.specification.arguments) where !keys.contains(argument.key) {
      keys.append(argument.key)
    }
    let differing = keys.filter { key in Set(schedules.map { $0.specification[key] }).count > 1 }
    return (Set(schedules.map(\.learningRate)).count > 1 ? [learningRate] : []) + differing
  }

  static func number(_ key: String, of schedule: Schedule) -> Double? {
    if key == learningRate { return schedule.learningRate }
    guard case .number(let number) = schedule.specification[key] else { return nil }
    return number
  }

  /// `factor 0.5`, `milestones 5, 12`, `no staircase`, `like Keras`, `ε₀ = 0.1`.
  static func text(_ key: String, of schedule: Schedule) -> String {
    if key == learningRate { return "ε₀ = \(ScheduleLabels.text(schedule.learningRate))" }
    switch schedule.specification[key] {
    case .number(let number): return "\(key) \(ScheduleLabels.text(number))"
    case .numbers(let numbers): return "\(key) \(numbers.map(ScheduleLabels.text).joined(separator: ", "))"
    case .flag(let flag): return flag ? key : "no \(key)"
    case nil where key == "like": return "like Descent"
    case nil: return "no \(key)"
    case .word("keras"): return "\(key) Keras"
    case let value?: return "\(key) \(value)"
    }
  }
}
