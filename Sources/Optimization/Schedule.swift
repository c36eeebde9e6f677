public import LossSurfaces

/// A learning-rate schedule with all its keys resolved: the rate ηₜ of update t = 0, 1, 2, … in wₜ₊₁ = wₜ − ηₜ·gₜ.
///
/// All schedules but `plateau` are pure functions of t.
public struct Schedule: Sendable {
  /// What was asked for, with every key that was left out filled in.
  public let specification: Specification
  /// ε₀: the initial rate, or the peak of a cyclical schedule.
  public let learningRate: Double

  private let rule: ScheduleRule
  private let warmup: Warmup?
  /// The schedule's own first rate, which warmup leads to.
  private let first: Double

  /// The names of all schedules, in the order of the documentation.
  public static var names: [String] { reference.map(\.name) }

  /// What `all` stands for: every schedule that a name says enough of, but for the sweep of a range test.
  public static var namesOfAll: [String] {
    reference.filter { $0.needsNoKeys && $0.name != "range-test" }.map(\.name)
  }

  /// All schedules with their formulas, keys and defaults, for help.
  public static let reference: [SpecificationEntry] = ScheduleRule.table.map(\.entry)

  /// Keys that are left out and have no default take values that fit a run of `steps` updates at `learningRate`; after
  /// a warmup they fit what is left of it. Keys in epochs are counted by `stepsPerEpoch`; where the length of the run is
  /// itself in epochs, what fits it is said so too.
  ///
  /// Throws when the learning rate is not positive and finite, `steps` is below 1 or above 10⁸, the name or a key is
  /// unknown, a value is of the wrong kind or outside its range, or is in epochs where there are none.
  public init(
    _ specification: Specification, learningRate: Double, steps: Int, stepsPerEpoch: Int? = nil,
    lastsEpochs: Bool = false
  ) throws(InputError) {
    try Self.check(learningRate: learningRate)
    try RunLimits.check(steps: steps, limit: RunLimits.stepsWithoutHistory)
    let entry = try SpecificationEntry.find(specification, in: Self.reference, called: "schedule")
    var keys = try ResolvedKeys(
      given: try entry.read(specification), of: specification, learningRate: learningRate, steps: steps,
      epoch: stepsPerEpoch.map { .init(steps: $0, isUnit: lastsEpochs) })
    let warmup = try Self.warmup(keys)
    keys.steps = max(1, steps - (warmup?.steps ?? 0))
    try entry.complete(&keys)
    if warmup == nil { keys.values["warmup"] = nil }
    keys.values["warmup-start"] = warmup.map { .number($0.start) }
    self.specification = entry.specification(of: keys)
    self.learningRate = learningRate
    self.warmup = warmup
    rule = try ScheduleRule.table.first { $0.entry.name == entry.name }!.make(keys)
    first = rule.rate(at: 0)
  }

  /// The constant rate: a number is a schedule.
  public init(constant rate: Double) throws(InputError) {
    try self.init(Specification("constant"), learningRate: rate, steps: 1)
  }

  private static func check(learningRate: Double) throws(InputError) {
    guard learningRate > 0, learningRate.isFinite else {
      let wrong = learningRate.isFinite || learningRate < 0 ? "positive" : "a finite number"
      throw InputError(
        "the learning rate must be \(wrong), not \(Numeral.exact(learningRate))",
        remedy: "Give a number above 0, such as 0.1.")
    }
  }

  private static func warmup(_ keys: ResolvedKeys) throws(InputError) -> Warmup? {
    let hasStart = keys.values["warmup-start"] != nil
    guard let length = keys.optionalUpdates("warmup"), length.count > 0 else {
      guard !hasStart else {
        throw InputError(
          "'warmup-start' is given without 'warmup'", remedy: "Add warmup=N, the number of updates that it takes.",
          at: keys.specification.place(ofKey: "warmup-start"))
      }
      return nil
    }
    return Warmup(start: hasStart ? keys.number("warmup-start") : 0, length: length)
  }

  /// What the picture's settings line says: `step ×0.5 every 20`, `warm restarts, T₀ = 40, after warmup over 10 steps`.
  public var settings: String {
    guard let warmup else { return rule.settings }
    let start = warmup.start > 0 ? " from \(NumberText.string(warmup.start))" : ""
    return "\(rule.settings), after warmup\(start) over \(warmup.length.words)"
  }

  /// Feedback that a plateau schedule keeps; nothing for the others.
  public struct State: Sendable, Hashable {
    var plateau: PlateauDecay.State?

    /// A copy to compare with later, without the losses of a window: while two hold them, each change copies them all.
    var withoutWindow: State {
      guard var plateau else { return self }
      plateau.recent = []
      return State(plateau: plateau)
    }
  }

  public func initialState() -> State {
    guard case .plateau(let rule) = rule else { return State() }
    return State(plateau: rule.initialState())
  }

  /// Whether the rate depends on the losses (plateau), not on t alone.
  public var hasFeedback: Bool {
    if case .plateau = rule { true } else { false }
  }

  /// The rate of update `t`, from 0.
  public func rate(at t: Int, _ state: State) -> Double {
    if let warmup, t < warmup.steps { return warmup.rate(at: t, towards: first) }
    return state.plateau?.rate ?? rule.rate(at: t - ownStart)
  }

  /// The update at which the schedule's own t is 0.
  private var ownStart: Int { warmup?.steps ?? 0 }

  /// Tells the schedule the whole loss after update `t`; true when it cuts the rate.
  ///
  /// Losses during warmup are not judged.
  public func observe(loss: Double, after t: Int, _ state: inout State) -> Bool {
    guard t >= ownStart, case .plateau(let rule) = rule, var plateau = state.plateau else { return false }
    state.plateau = nil
    defer { state.plateau = plateau }
    return rule.observe(loss, &plateau)
  }

  /// Whether the schedule itself cuts the rate at update t (step, multi-step, a staircase).
  public func isCut(at t: Int) -> Bool { t >= ownStart && rule.isCut(at: t - ownStart) }

  /// Whether a new cycle begins at update t > 0 (warm restarts, cyclical rates).
  public func isRestart(at t: Int) -> Bool { t >= ownStart && rule.isRestart(at: t - ownStart) }

  /// The rates of updates 0 ..< steps; `losses[i]` is the loss after update i, needed by plateau.
  ///
  /// Edge cases: where losses are missing, a plateau schedule keeps its rate.
  public func rates(steps: Int, losses: [Double] = []) -> [Double] { course(steps: steps, losses: losses).rates }

  /// The cut that turned one state into the next; nil without a plateau.
  func plateauCut(at update: Int, _ before: State, _ after: State) -> PlateauCut? {
    guard case .plateau(let rule) = rule, let before = before.plateau, let after = after.plateau else { return nil }
    return PlateauCut(
      update: update, bad: before.bad + 1, best: before.best, rateBefore: before.rate, rateAfter: after.rate,
      rule: rule)
  }

  /// The best loss that a plateau schedule remembers; nil for the others and with a window, which forgets.
  func best(_ state: State) -> Double? {
    guard case .plateau(let rule) = rule, rule.window == nil else { return nil }
    return state.plateau?.best
  }

  /// The rates of `count` updates from `t` on, for a schedule without feedback.
  func fill(_ rates: UnsafeMutablePointer<Double>, count: Int, from t: Int) {
    let state = State()
    for i in 0..<count { rates[i] = rate(at: t + i, state) }
  }
}
