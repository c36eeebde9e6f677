import LossSurfaces
import Testing

@testable import Optimization

@Suite struct OutcomeMapTests {
  static let himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
  static let minima = [
    Point(3, 2), Point(-2.805118086952745, 3.131312518250573), Point(-3.779310253377747, -3.283185991286170),
    Point(3.584428340330492, -1.848126526964404),
  ]

  static func base(
    _ formula: String, start: Point = Point(2.5, 1.5), steps: Int = 200, rate: Double = 0.01, half: Double = 5,
    schedule: String = "constant", optimizer: String = "sgd"
  ) throws -> MapBase {
    MapBase(
      loss: try LossFunction(formula: formula), view: try View(x: (-half, half), y: (-half, half)), start: start,
      steps: steps, learningRate: rate, schedule: try Specification(parsing: schedule),
      optimizer: try Specification(parsing: optimizer))
  }

  static func axis(
    _ key: String, _ low: Double, _ high: Double, _ count: Int, in base: MapBase, isLogarithmic: Bool = false
  ) throws -> MapAxis {
    let setting = try MapSetting(key, schedule: base.schedule, optimizer: base.optimizer)
    return try MapAxis(
      setting, from: low, to: high, isLogarithmic: isLogarithmic, count: count,
      isWhole: setting.isWhole(base.schedule, base.optimizer))
  }

  static func outcomes(_ map: OutcomeMap) throws -> [Outcome] {
    try map.outcomes(columns: 0..<map.x.count, rows: 0..<map.y.count)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let formula: String
    var schedule = "constant"
    var optimizer = "sgd"
    let x: (key: String, low: Double, high: Double)
    let y: (key: String, low: Double, high: Double)
    var noise = 0.0
    var testDescription: String { "\(formula), \(schedule), \(optimizer), \(x.key) and \(y.key)" }
  }

  /// Settings that need every way of descending: blocks and single steps, constant and changing rates.
  static let cases = [
    Case(formula: himmelblau, x: ("learning-rate", 0.002, 0.05), y: ("momentum", 0, 0.95)),
    Case(formula: himmelblau, x: ("start-x", -5, 5), y: ("start-y", -5, 5)),
    Case(
      formula: himmelblau, schedule: "warm-restarts:period=20", x: ("learning-rate", 0.002, 0.05),
      y: ("period", 5, 60)),
    Case(formula: himmelblau, schedule: "cosine", x: ("start-x", -5, 5), y: ("start-y", -5, 5)),
    Case(
      formula: himmelblau, optimizer: "sgd:momentum=0.9,nesterov=true", x: ("learning-rate", 0.001, 0.02),
      y: ("weight-decay", 0, 0.5)),
    Case(
      formula: himmelblau, optimizer: "sgd:momentum=0.5,dampening=0.2", x: ("learning-rate", 0.002, 0.05),
      y: ("dampening", 0, 0.9)),
    Case(formula: himmelblau, optimizer: "adam", x: ("learning-rate", 0.01, 2), y: ("beta1", 0.1, 0.99)),
    Case(formula: himmelblau, x: ("learning-rate", 0.002, 0.05), y: ("noise", 0, 20)),
    Case(
      formula: himmelblau, schedule: "plateau:patience=5", x: ("learning-rate", 0.002, 0.05), y: ("factor", 0.1, 0.9)),
    Case(formula: "(1 - x)^2 + 100*(y - x^2)^2", x: ("learning-rate", 1e-4, 0.01), y: ("momentum", 0, 0.9)),
  ]

  /// Every cell against the run of the same settings for itself, to the last bit.
  @Test(arguments: cases) func cellsAreTheRunsForThemselves(_ one: Case) throws {
    let base = try Self.base(one.formula, steps: 120, schedule: one.schedule, optimizer: one.optimizer)
    let map = try OutcomeMap(
      base, x: Self.axis(one.x.key, one.x.low, one.x.high, 7, in: base),
      y: Self.axis(one.y.key, one.y.low, one.y.high, 6, in: base), minima: Self.minima, target: 1,
      keepsFinalLoss: true)
    let outcomes = try Self.outcomes(map)
    for (index, outcome) in outcomes.enumerated() {
      let trajectory = try map.run(index % 7, index / 7).trajectory()
      #expect((outcome.kind == .diverged) == (trajectory.divergedAt != nil), "cell \(index)")
      let last = try #require(trajectory.loss.last)
      #expect(outcome.loss == last || (outcome.loss.isNaN && last.isNaN), "cell \(index)")
      let reached = trajectory.loss.firstIndex { $0 <= 1 } ?? -1
      #expect(Int(outcome.stepAtTarget) == reached, "cell \(index)")
      if let step = trajectory.divergedAt { #expect(Int(outcome.step) == step) }
      if outcome.kind == .converged {
        let decay = trajectory.run.optimizer.sgd?.weightDecay ?? 0
        let moving =
          trajectory.x.indices.last { step in
            guard decay > 0 else { return trajectory.gradientNorm[step] >= OutcomeMap.tolerance }
            let (here, order) = (trajectory[step], trajectory.run.loss.firstOrder(at: trajectory[step]))
            let slope = Point(order.x + decay * here.x, order.y + decay * here.y)
            return slope.distance(to: Point(0, 0)) >= OutcomeMap.tolerance
          } ?? -1
        #expect(Int(outcome.step) == moving + 1, "cell \(index)")
      }
      // Of what is not at rest: the mean over the last quarter of 120 steps.
      if [.descending, .oscillates, .diverging].contains(outcome.kind) {
        let mean = trajectory.loss.suffix(30).reduce(0, +) / 30
        #expect(abs(outcome.level - mean) <= 1e-12 * abs(mean), "cell \(index)")
      }
    }
    let isVaried = one.x.key == "learning-rate"
    #expect(!isVaried || outcomes.contains { $0.kind == .descending || $0.kind == .oscillates })
  }

  /// Runs that end early, when their fate is sealed, have the outcome of those that go on.
  @Test(arguments: cases.prefix(2)) func endingEarlyChangesNothing(_ one: Case) throws {
    let base = try Self.base(one.formula, steps: 400, optimizer: one.optimizer)
    func outcomes(_ keepsFinalLoss: Bool) throws -> [Outcome] {
      let map = try OutcomeMap(
        base, x: Self.axis(one.x.key, one.x.low, one.x.high, 24, in: base),
        y: Self.axis(one.y.key, one.y.low, one.y.high, 24, in: base), minima: Self.minima,
        keepsFinalLoss: keepsFinalLoss)
      return try Self.outcomes(map)
    }
    for (early, whole) in zip(try outcomes(false), try outcomes(true)) {
      #expect(early.kind == whole.kind && early.step == whole.step && early.minimum == whole.minimum)
    }
  }

  /// However a map is cut into parts, the cells are the same.
  @Test(arguments: [1, 3, 5, 16]) func partsAreTheWhole(_ height: Int) throws {
    let base = try Self.base(Self.himmelblau)
    let map = try OutcomeMap(
      base, x: Self.axis("start-x", -5, 5, 21, in: base), y: Self.axis("start-y", -5, 5, 16, in: base),
      minima: Self.minima)
    let whole = try Self.outcomes(map)
    let parts = try stride(from: 0, to: 16, by: height).flatMap {
      try map.outcomes(columns: 0..<21, rows: $0..<min($0 + height, 16))
    }
    #expect(parts == whole)
  }

  /// Lessons 5.2: on the quadratic λ·w²/2 heavy ball is stable iff ηλ < 2(1+β), Nesterov iff ηλ < 2(1+β)/(1+2β).
  @Test(arguments: [false, true]) func theTriangleHasItsBorder(_ isNesterov: Bool) throws {
    let optimizer = isNesterov ? "sgd:momentum=0.5,nesterov=true" : "sgd:momentum=0.5"
    let base = try Self.base("(x^2 + y^2)/2", start: Point(1, 0.5), steps: 3000, half: 3, optimizer: optimizer)
    let x = try Self.axis("learning-rate", 0.05, 4.2, 40, in: base)
    let y = try Self.axis("momentum", 0, 0.96, 12, in: base)
    for (index, outcome) in try Self.outcomes(OutcomeMap(base, x: x, y: y, minima: [Point(0, 0)])).enumerated() {
      let (η, β) = (x.value(index % 40), y.value(index / 40))
      let limit = isNesterov ? 2 * (1 + β) / (1 + 2 * β) : 2 * (1 + β)
      // So near the border the growth of 3000 steps does not show.
      guard abs(η - limit) > 0.03 else { continue }
      #expect(outcome.kind == (η < limit ? .converged : .diverged), "η = \(η), β = \(β)")
    }
  }

  /// At η = 2/λ exactly there is a cycle of period 2 (lessons 5.1).
  @Test func atTheLimitItCycles() throws {
    let base = try Self.base("(x^2 + y^2)/2", steps: 100, half: 3)
    // The middle of the single cell is 2.
    let map = try OutcomeMap(
      base, x: Self.axis("learning-rate", 1, 3, 1, in: base), y: Self.axis("start-y", -1, 1, 1, in: base))
    #expect(try Self.outcomes(map).map(\.kind) == [.oscillates])
  }

  /// Lessons 5.6: above 2/λmax of a minimum nothing comes to rest there. Himmelblau's sharpest minimum has the limit
  /// 0.0149, so at 0.018 its basin is gone while at 0.01 all four have one.
  @Test func theSharpestBasinVanishes() throws {
    func reached(_ rate: Double) throws -> Set<Int32> {
      let base = try Self.base(Self.himmelblau, steps: 600, rate: rate)
      let map = try OutcomeMap(
        base, x: Self.axis("start-x", -5, 5, 24, in: base), y: Self.axis("start-y", -5, 5, 24, in: base),
        minima: Self.minima)
      return Set(try Self.outcomes(map).filter { $0.kind == .converged }.map(\.minimum))
    }
    let sharpness = try Self.minima.map {
      try LossFunction(formula: Self.himmelblau).secondOrder(at: $0).hessian.eigenvalues.large
    }
    #expect(abs(2 / sharpness.max()! - 0.0149) < 5e-5)
    let sharpest = Int32(sharpness.firstIndex(of: sharpness.max()!)!)
    #expect(try reached(0.01) == [0, 1, 2, 3])
    let left = try reached(0.018)
    #expect(!left.contains(sharpest) && !left.isEmpty)
  }

  /// Rosenbrock's minimum has λmax = 1001.6: a run comes to rest there only below η = 2/λmax = 0.001997. Above, it is
  /// neither lost nor still on its way: it is pinned where the valley's curvature is 2/η and goes to and fro there.
  @Test(arguments: [(0.0019, Outcome.Kind.converged), (0.0025, .oscillates)])
  func aRateAboveTheLimitOfTheMinimumIsPinned(_ rate: Double, _ kind: Outcome.Kind) throws {
    let base = try Self.base("(1 - x)^2 + 100*(y - x^2)^2", start: Point(0, 1.5), steps: 40_000, half: 2)
    let map = try OutcomeMap(
      base, x: Self.axis("learning-rate", rate * 0.999, rate * 1.001, 1, in: base),
      y: Self.axis("momentum", 0, 1e-9, 1, in: base), minima: [Point(1, 1)])
    #expect(try Self.outcomes(map)[0].kind == kind)
  }

  /// At η = 0.022 a run about Himmelblau's sharpest minimum wanders for ever; in the ravine just above the limit it leaves,
  /// slowly.
  @Test func wanderingIsNoDivergence() throws {
    func kind(_ base: MapBase) throws -> Outcome.Kind {
      let (x, y) = (base.start.x, base.start.y)
      let map = try OutcomeMap(
        base, x: Self.axis("start-x", x - 1e-3, x + 1e-3, 1, in: base),
        y: Self.axis("start-y", y - 1e-3, y + 1e-3, 1, in: base))
      return try Self.outcomes(map)[0].kind
    }
    for start in [Point(-3.7, -3.2), Point(-3.2, -2.5), Point(-2.4, -2.2)] {
      #expect(try kind(Self.base(Self.himmelblau, start: start, steps: 2000, rate: 0.022)) == .descending)
    }
    let ravine = try Self.base("(x^2 + 10*y^2)/2", steps: 60, rate: 0.205)
    #expect(try kind(ravine) == .diverging)
  }

  @Test func startsOutsideTheDomainHaveDivergedAtOnce() throws {
    let base = try Self.base("log(x) + y^2", start: Point(1, 0))
    let map = try OutcomeMap(
      base, x: Self.axis("start-x", -2, 2, 2, in: base), y: Self.axis("start-y", -1, 1, 1, in: base))
    let first = try Self.outcomes(map)[0]
    #expect(first.kind == .diverged && first.step == 0)
  }

  @Test(arguments: [
    ("momentun", "there is no setting 'momentun'"), ("nesterov", "'nesterov' of 'sgd' takes true or false"),
    ("milestones", "there is no setting 'milestones'"),
  ]) func wrongSettingsAreNamed(_ key: String, _ problem: String) throws {
    let error = #expect(throws: InputError.self) {
      try MapSetting(key, schedule: Specification("constant"), optimizer: Specification("sgd"))
    }
    #expect(error?.problem.hasPrefix(problem) == true)
  }

  /// A run that is at rest may still come to a loss that is asked for: (x² + y²)/2 at η = 0.5 from |w| = √8.5 is
  /// 8.5/2·4⁻ᵗ, below 10⁻²⁵ from t = 43 on.
  @Test func aTargetBelowTheRestIsWaitedFor() throws {
    let base = try Self.base("(x^2 + y^2)/2", rate: 0.5)
    let map = try OutcomeMap(
      base, x: Self.axis("learning-rate", 0.4999, 0.5001, 1, in: base),
      y: Self.axis("momentum", 0, 1e-9, 1, in: base), minima: [Point(0, 0)], target: 1e-25)
    #expect(try abs(Self.outcomes(map)[0].stepAtTarget - 43) <= 1)
  }

  /// With weight decay γ runs on 2x² + y² − 4x come to rest at x = 4/(4 + γ), where the loss has a slope.
  @Test func runsWithWeightDecayComeToRest() throws {
    let base = try Self.base("2*x^2 + y^2 - 4*x", rate: 0.1, optimizer: "sgd:weight-decay=0.1")
    let map = try OutcomeMap(
      base, x: Self.axis("learning-rate", 0.05, 0.15, 3, in: base),
      y: Self.axis("weight-decay", 0.05, 0.3, 3, in: base), minima: [Point(1, 0)])
    for outcome in try Self.outcomes(map) {
      #expect(outcome.kind == .converged && outcome.minimum == -1 && outcome.step > 3 && outcome.step < 200)
    }
  }

  /// A loss below zero that rises above its start is on its way out as any other.
  @Test func negativeLossesThatRise() throws {
    let base = try Self.base("x^2/2 - 5 + 0*y", start: Point(0.05, 0), steps: 40, rate: 2.1)
    let map = try OutcomeMap(
      base, x: Self.axis("learning-rate", 2.09, 2.11, 1, in: base), y: Self.axis("momentum", 0, 1e-9, 1, in: base))
    #expect(try Self.outcomes(map)[0].kind == .diverging)
  }

  @Test func wrongAxesAreRefused() throws {
    let base = try Self.base("x^2 + y^2")
    #expect(throws: InputError.self) { try Self.axis("noise", 1e-200, 1e200, 4, in: base, isLogarithmic: true) }
    #expect(throws: InputError.self) { try Self.axis("learning-rate", 1, 1, 4, in: base) }
    #expect(throws: InputError.self) { try Self.axis("learning-rate", 0, 1, 4, in: base, isLogarithmic: true) }
    #expect(throws: InputError.self) {
      try OutcomeMap(
        base, x: Self.axis("momentum", 0, 0.9, 4, in: base), y: Self.axis("momentum", 0, 0.9, 4, in: base))
    }
    // Momentum takes 0 to 1.
    #expect(throws: InputError.self) {
      try OutcomeMap(
        base, x: Self.axis("momentum", 0, 3, 4, in: base), y: Self.axis("learning-rate", 0.1, 0.9, 4, in: base))
    }
  }
}
