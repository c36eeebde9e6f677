import LossSurfaces

/// A line of the table of schedules: what its keys are and how they make a rule.
struct ScheduleDefinition: Sendable {
  let entry: SpecificationEntry
  let make: @Sendable (ResolvedKeys) throws(InputError) -> ScheduleRule

  init(
    _ name: String, _ formula: String, keys: [SpecificationKey],
    make: @escaping @Sendable (ResolvedKeys) throws(InputError) -> ScheduleRule
  ) {
    entry = SpecificationEntry(name, formula, keys + Warmup.keys)
    self.make = make
  }

  /// All schedules, in the order of the documentation.
  static let table: [ScheduleDefinition] =
    [
      ConstantRate.definition, StepDecay.definition, MultiStepDecay.definition, LinearDecay.definition,
      ExponentialDecay.definition, InverseTimeDecay.definition, InverseSqrtDecay.definition,
      PolynomialDecay.definition, CosineDecay.definition, WarmRestarts.definition,
    ] + CyclicalRate.definitions + [
      OneCycle.definition, WarmupStableDecay.definition, PlateauDecay.definition, RangeTestRamp.definition,
      FormulaRate.definition,
    ]
}

extension SpecificationKey.Kind {
  /// A number of updates. A run has at most 10⁸; more means never.
  static let updates = count(1...1_000_000_000_000)
}

extension SpecificationKey.Fallback {
  /// A number of updates, at least 1, that fits the run.
  static func updates(_ rule: String, _ count: @escaping @Sendable (ResolvedKeys) -> Int) -> Self {
    .fitted(rule) { .number(Double(max(1, count($0)))) }
  }

  /// A number that fits the run.
  static func number(_ rule: String, _ value: @escaping @Sendable (ResolvedKeys) -> Double) -> Self {
    .fitted(rule) { .number(value($0)) }
  }
}
