public import LossSurfaces

/// A setting of a run that is a number: what an axis of a map can vary.
public enum MapSetting: Hashable, Sendable {
  case learningRate
  case startX
  case startY
  /// The standard deviation of the gradient noise, in both components.
  case noise
  /// A key of the schedule.
  case schedule(String)
  /// A key of the optimizer.
  case optimizer(String)

  private static let ofRun: [MapSetting] = [.learningRate, .startX, .startY, .noise]

  public var key: String {
    switch self {
    case .learningRate: "learning-rate"
    case .startX: "start-x"
    case .startY: "start-y"
    case .noise: "noise"
    case .schedule(let key), .optimizer(let key): key
    }
  }

  /// The setting that a key means where the schedule and the optimizer are these.
  ///
  /// Throws when there is no such key (with the nearest one), or it takes no single number.
  public init(_ key: String, schedule: Specification, optimizer: Specification) throws(InputError) {
    if let own = Self.ofRun.first(where: { $0.key == key }) {
      self = own
      return
    }
    let ofSchedule = try SpecificationEntry.find(schedule, in: Schedule.reference, called: "schedule").keys
    let ofOptimizer = try SpecificationEntry.find(optimizer, in: Optimizer.reference, called: "optimizer").keys
    if let found = ofSchedule.first(where: { $0.name == key }) {
      try Self.check(found, of: schedule)
      self = .schedule(key)
    } else if let found = ofOptimizer.first(where: { $0.name == key }) {
      try Self.check(found, of: optimizer)
      self = .optimizer(key)
    } else {
      let names = Self.ofRun.map(\.key) + (ofSchedule + ofOptimizer).filter(\.isNumeric).map(\.name)
      throw InputError(
        "there is no setting '\(key)' to vary with \(schedule.name) and \(optimizer.name)",
        remedy: Spelling.remedy(for: key, among: names, called: "numeric settings"))
    }
  }

  private static func check(_ key: SpecificationKey, of specification: Specification) throws(InputError) {
    guard key.isNumeric else {
      throw InputError(
        "'\(key.name)' of '\(specification.name)' takes \(key.takes), which no axis can vary",
        remedy: "Name a setting that is one number, such as learning-rate.")
    }
  }

  /// Whether only whole numbers have a meaning, where the schedule and the optimizer are these.
  public func isWhole(_ schedule: Specification, _ optimizer: Specification) -> Bool {
    let keys: [SpecificationKey]? =
      switch self {
      case .schedule: Schedule.reference.first { $0.name == schedule.name }?.keys
      case .optimizer: Optimizer.reference.first { $0.name == optimizer.name }?.keys
      default: nil
      }
    return keys?.first { $0.name == key }?.isWhole ?? false
  }
}

extension SpecificationKey {
  /// Whether it takes a single number.
  package var isNumeric: Bool {
    switch kind {
    case .number, .count, .span: true
    case .spans, .flag, .choice, .formula: false
    }
  }

  fileprivate var isWhole: Bool {
    switch kind {
    case .count, .span: true
    default: false
    }
  }
}

extension Specification {
  /// The same with a key set to a number.
  func setting(_ key: String, _ number: Double) -> Specification {
    var result = self
    result.arguments.removeAll { $0.key == key }
    result.arguments.append(Argument(key, .number(number)))
    return result
  }
}
