import LossSurfaces

/// Any of the schedules.
enum ScheduleRule: Sendable {
  case constant(ConstantRate)
  case step(StepDecay)
  case multiStep(MultiStepDecay)
  case linear(LinearDecay)
  case exponential(ExponentialDecay)
  case inverseTime(InverseTimeDecay)
  case inverseSqrt(InverseSqrtDecay)
  case polynomial(PolynomialDecay)
  case cosine(CosineDecay)
  case warmRestarts(WarmRestarts)
  case cyclical(CyclicalRate)
  case oneCycle(OneCycle)
  case warmupStableDecay(WarmupStableDecay)
  case plateau(PlateauDecay)
  case rangeTest(RangeTestRamp)
  case formula(FormulaRate)

  /// All schedules, in the order of the documentation.
  static let table: [Line] = [
    line(constant), line(step), line(multiStep), line(linear), line(exponential), line(inverseTime),
    line(inverseSqrt), line(polynomial), line(cosine), line(warmRestarts), line(cyclical), line(oneCycle),
    line(warmupStableDecay), line(plateau), line(rangeTest), line(formula),
  ].flatMap(\.self)

  /// A line of the table: a name with its keys, and how they make a rule.
  struct Line: Sendable {
    let entry: SpecificationEntry
    let make: @Sendable (ResolvedKeys) throws(InputError) -> ScheduleRule
  }

  private static func line<Rule: RateRule>(_ wrap: @escaping @Sendable (Rule) -> ScheduleRule) -> [Line] {
    Rule.entries.map { entry in
      Line(entry: entry.adding(Warmup.keys)) { keys throws(InputError) in wrap(try Rule(keys)) }
    }
  }

  /// The rate at the schedule's own update t ≥ 0; a plateau's depends on its state instead.
  func rate(at t: Int) -> Double {
    switch self {
    case .constant(let rule): rule.rate(at: t)
    case .step(let rule): rule.rate(at: t)
    case .multiStep(let rule): rule.rate(at: t)
    case .linear(let rule): rule.rate(at: t)
    case .exponential(let rule): rule.rate(at: t)
    case .inverseTime(let rule): rule.rate(at: t)
    case .inverseSqrt(let rule): rule.rate(at: t)
    case .polynomial(let rule): rule.rate(at: t)
    case .cosine(let rule): rule.rate(at: t)
    case .warmRestarts(let rule): rule.rate(at: t)
    case .cyclical(let rule): rule.rate(at: t)
    case .oneCycle(let rule): rule.rate(at: t)
    case .warmupStableDecay(let rule): rule.rate(at: t)
    case .plateau(let rule): rule.rate(at: t)
    case .rangeTest(let rule): rule.rate(at: t)
    case .formula(let rule): rule.rate(at: t)
    }
  }

  var settings: String {
    switch self {
    case .constant(let rule): rule.settings
    case .step(let rule): rule.settings
    case .multiStep(let rule): rule.settings
    case .linear(let rule): rule.settings
    case .exponential(let rule): rule.settings
    case .inverseTime(let rule): rule.settings
    case .inverseSqrt(let rule): rule.settings
    case .polynomial(let rule): rule.settings
    case .cosine(let rule): rule.settings
    case .warmRestarts(let rule): rule.settings
    case .cyclical(let rule): rule.settings
    case .oneCycle(let rule): rule.settings
    case .warmupStableDecay(let rule): rule.settings
    case .plateau(let rule): rule.settings
    case .rangeTest(let rule): rule.settings
    case .formula(let rule): rule.settings
    }
  }

  /// Whether the rate drops at once, not gradually, at update t.
  func isCut(at t: Int) -> Bool {
    switch self {
    case .step(let rule): rule.isCut(at: t)
    case .multiStep(let rule): rule.isCut(at: t)
    case .exponential(let rule): rule.isCut(at: t)
    case .inverseTime(let rule): rule.isCut(at: t)
    default: false
    }
  }

  /// Whether a new cycle begins at update t.
  func isRestart(at t: Int) -> Bool {
    switch self {
    case .warmRestarts(let rule): rule.isRestart(at: t)
    case .cyclical(let rule): rule.isRestart(at: t)
    default: false
    }
  }
}
