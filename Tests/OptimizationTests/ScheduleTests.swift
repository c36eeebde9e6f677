import LossSurfaces
import Optimization
import Testing

/// What all schedules have in common.
@Suite struct ScheduleTests {
  /// Every schedule that its name alone describes, filled in for 100 steps at 0.1.
  static let filledIn: [(text: String, settings: String)] = [
    ("constant", "constant"),
    ("step:factor=0.5,every=25", "step ×0.5 every 25"),
    ("multi-step:milestones=50/75,factor=0.1", "step ×0.1 at 50, 75"),
    ("linear:until=75,final=0.001", "linear to 0.001 at 75, then constant"),
    ("exponential:factor=0.954992586021436,every=1,staircase=false", "exponential ×0.955 a step"),
    ("inverse-time:rate=0.1,every=1,staircase=false", "inverse time, ε₀/(1 + 0.1·t)"),
    ("inverse-sqrt:every=10", "inverse square root, ε₀/√(1 + t/10)"),
    ("polynomial:until=100,power=2,final=0", "polynomial of power 2 to 0 at 100"),
    ("cosine:until=100,final=0", "cosine to 0 at 100"),
    ("warm-restarts:period=25,multiplier=1,final=0", "warm restarts, T₀ = 25"),
    ("triangular:low=0.01,up=10,down=10", "triangular, 0.01 to ε₀ in 10, back in 10"),
    ("triangular2:low=0.01,up=10,down=10", "triangular2, 0.01 to ε₀ in 10, back in 10, halving"),
    (
      "exp-range:low=0.01,up=10,down=10,decay=0.95",
      "exp-range, 0.01 to ε₀ in 10, back in 10, ×0.95 a step"
    ),
    (
      "one-cycle:steps=100,warmup-fraction=0.3,start-divisor=25,final-divisor=10000,shape=cosine",
      "one cycle of 100, 0.004 to ε₀ to 4×10⁻⁷"
    ),
    (
      "warmup-stable-decay:steps=100,decay=20,final=0,shape=linear",
      "stable until 80, then linear to 0 at 100"
    ),
    (
      "plateau:factor=0.1,patience=10,threshold=0.0001,threshold-mode=relative,cooldown=0,minimum=0",
      "plateau ×0.1, patience 10"
    ),
    (
      "range-test:low=0.0001,high=10,steps=100,growth=exponential",
      "range test, 0.0001 to 10 in 100"
    ),
  ]

  @Test(arguments: filledIn)
  func nameAloneIsFilledIn(text: String, settings: String) throws {
    let name = String(text.prefix { $0 != ":" })
    let filled = try schedule(name, learningRate: 0.1)
    #expect(filled.specification.description == text)
    #expect(filled.settings == settings)
    #expect(filled.learningRate == 0.1)
  }

  @Test func tableNamesThemAll() {
    #expect(
      Schedule.names == Self.filledIn.map { String($0.text.prefix { $0 != ":" }) } + ["formula"])
    #expect(Schedule.reference.filter { !$0.needsNoKeys }.map(\.name) == ["formula"])
    for entry in Schedule.reference {
      #expect(entry.keys.suffix(2).map(\.name) == ["warmup", "warmup-start"])
      #expect(Set(entry.keys.map(\.name)).count == entry.keys.count)
      #expect(entry.keys.allSatisfy { !$0.about.isEmpty && !$0.takes.isEmpty })
    }
  }

  private static let longer: [(text: String, settings: String)] = [
    ("step:factor=0.5,every=20,warmup=10", "step ×0.5 every 20, after warmup over 10 steps"),
    ("constant:warmup=5,warmup-start=1e-5", "constant, after warmup from 10⁻⁵ over 5 steps"),
    ("multi-step:milestones=1/2/3/4/5/6/7", "step ×0.1 at 1, 2, 3, 4, 5, …"),
    ("exponential:factor=0.5,every=10", "exponential ×0.5 per 10 steps"),
    ("exponential:factor=0.5,every=10,staircase=true", "exponential ×0.5 every 10, staircase"),
    ("inverse-time:rate=1,every=10", "inverse time, ε₀/(1 + 1·t/10)"),
    ("inverse-time:rate=1,every=10,staircase=true", "inverse time, ε₀/(1 + 1·⌊t/10⌋)"),
    ("warm-restarts:period=40,multiplier=2,final=0.001", "warm restarts, T₀ = 40, ×2, to 0.001"),
    ("one-cycle:steps=50,shape=linear", "one cycle of 50, 0.004 to ε₀ to 4×10⁻⁷, linear"),
    ("plateau:window=7", "plateau ×0.1, patience 10, over 7 steps"),
    ("range-test:growth=linear", "range test, 0.0001 to 10 in 100, linear"),
    ("formula:rate=lr*exp(-t/20)", "η = lr*exp(-t/20)"),
  ]

  @Test(arguments: longer)
  func settings(text: String, settings: String) throws {
    #expect(try schedule(text, learningRate: 0.1).settings == settings)
  }

  /// The rate of an update depends on nothing but its number.
  @Test(arguments: filledIn.map(\.text) + ["formula:rate=lr*exp(-t/20)", "step:every=7,warmup=9"])
  func isPure(text: String) throws {
    let schedule = try schedule(text, learningRate: 0.1)
    let forward = schedule.rates(steps: 250)
    let backward = (0..<250).reversed().map(schedule.rate(at:))
    #expect(forward == backward.reversed())
    #expect(forward.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  /// In the shortest run and in the longest, first and far out.
  @Test(arguments: Schedule.names.filter { $0 != "formula" }, [1, 2, 3, 100_000_000])
  func fitsAnyLength(name: String, steps: Int) throws {
    let schedule = try schedule(name, learningRate: 0.1, steps: steps)
    for t in [0, 1, steps - 1, steps, 2 * steps, 100_000_000] {
      let rate = schedule.rate(at: t)
      #expect(rate >= 0 && rate <= 10, "t = \(t): \(rate)")
      _ = (schedule.isCut(at: t), schedule.isRestart(at: t))
    }
    #expect(!schedule.isCut(at: 0) && !schedule.isRestart(at: 0))
  }

  @Test func aNumberIsASchedule() throws {
    let constant = try Schedule(constant: 0.25)
    #expect(constant.rates(steps: 3) == [0.25, 0.25, 0.25])
    #expect(constant.specification.description == "constant")
  }

  @Test func noStepsNoRates() throws {
    #expect(try schedule("cosine").rates(steps: 0) == [])
    #expect(try schedule("cosine").rates(steps: -1) == [])
  }

  @Test(arguments: [
    (0.0, 100, "the learning rate must be positive, not 0\nGive a number above 0, such as 0.1."),
    (
      -0.1, 100, "the learning rate must be positive, not -0.1\nGive a number above 0, such as 0.1."
    ),
    (
      -.infinity, 100,
      "the learning rate must be positive, not -inf\nGive a number above 0, such as 0.1."
    ),
    (
      .infinity, 100,
      "the learning rate must be a finite number, not inf\nGive a number above 0, such as 0.1."
    ),
    (
      .nan, 100,
      "the learning rate must be a finite number, not nan\nGive a number above 0, such as 0.1."
    ),
    (
      0.1, 0,
      "the number of steps must be from 1 to 10⁸, not 0\nGive a number of updates, such as 100."
    ),
    (
      0.1, .max,
      "the number of steps must be from 1 to 10⁸, not \(Int.max)\nGive a number of updates, such as 100."
    ),
  ])
  func badNumbers(learningRate: Double, steps: Int, message: String) {
    let error = #expect(throws: InputError.self) {
      try schedule("constant", learningRate: learningRate, steps: steps)
    }
    #expect(error?.description == message)
  }

  /// Text, the column of the caret, the problem, the remedy.
  private static let mistakes: [(String, Int, String, String)] = [
    ("stp:factor=0.5", 1, "unknown schedule 'stp'", "Did you mean 'step'?"),
    ("Step", 1, "unknown schedule 'Step'", "Did you mean 'step'?"),
    (
      "xyzzyxyzzy", 1, "unknown schedule 'xyzzyxyzzy'",
      "The schedules are: \(Schedule.names.joined(separator: ", "))."
    ),
    ("step:factr=0.5", 6, "unknown key 'factr' of 'step'", "Did you mean 'factor'?"),
    ("step:every=2, facto=0.5", 15, "unknown key 'facto' of 'step'", "Did you mean 'factor'?"),
    (
      "constant:rate=3", 10, "unknown key 'rate' of 'constant'",
      "The keys of 'constant' are: warmup, warmup-start."
    ),
    (
      "step:factor=0", 13, "'factor' takes a number above 0, not 0",
      "It means what each cut multiplies the rate by; left out, it is 0.5."
    ),
    (
      "step:factor=fast", 13, "'factor' takes a number above 0, not fast",
      "It means what each cut multiplies the rate by; left out, it is 0.5."
    ),
    (
      "step:factor=true", 13, "'factor' takes a number above 0, not true",
      "It means what each cut multiplies the rate by; left out, it is 0.5."
    ),
    (
      "step:factor=1/0", 13, "'factor' takes a number above 0, not 1/0",
      "It means what each cut multiplies the rate by; left out, it is 0.5."
    ),
    (
      "step:every=0", 12, "'every' takes a whole number from 1 up, or epochs as in 3 epochs, not 0",
      "It means the number of updates between cuts; left out, it is T/4."
    ),
    (
      "step:every=2.5", 12, "'every' takes a whole number from 1 up, or epochs as in 3 epochs, not 2.5",
      "It means the number of updates between cuts; left out, it is T/4."
    ),
    (
      "step:every=1e300", 12, "'every' is 1e300; the limit is 1000000000000",
      "It means the number of updates between cuts; left out, it is T/4."
    ),
    (
      "multi-step:milestones=30/12", 23,
      "'milestones' takes rising whole numbers from 1 up, separated by /, or epochs as in 3 epochs/6 epochs, not 30/12",
      "It means the updates at which the rate is cut; left out, it is T/2 and 3T/4."
    ),
    (
      "multi-step:milestones=0/12", 23,
      "'milestones' takes rising whole numbers from 1 up, separated by /, or epochs as in 3 epochs/6 epochs, not 0/12",
      "It means the updates at which the rate is cut; left out, it is T/2 and 3T/4."
    ),
    (
      "exponential:staircase=1", 23, "'staircase' takes true or false, not 1",
      "It means whether the rate falls in stairs; left out, it is false."
    ),
    (
      "one-cycle:shape=cosin", 17, "'shape' takes cosine or linear, not cosin",
      "Did you mean 'cosine'?"
    ),
    (
      "one-cycle:warmup-fraction=1", 27, "'warmup-fraction' takes a number from 0, below 1, not 1",
      "It means the share of the rise, w; left out, it is 0.3."
    ),
    (
      "linear:final=-0.1", 14, "'final' takes a number that is 0 or more, not -0.1",
      "It means the last rate; left out, it is 0.01·ε₀."
    ),
    (
      "triangular:low=2", 16, "'low' is 2, above the learning rate 1",
      "The learning rate is the peak of the cycle: raise it, or lower 'low'."
    ),
    (
      "warmup-stable-decay:steps=10,decay=20", 36, "'decay' is 20, longer than the 10 steps",
      "Give at most 'steps'."
    ),
    (
      "range-test:low=1,high=0.1", 23, "'high' is 0.1 and 'low' is 1",
      "A range test climbs: give a 'high' above 'low', at most 10³⁰⁰ times as large."
    ),
    (
      "constant:warmup-start=0.1", 10, "'warmup-start' is given without 'warmup'",
      "Add warmup=N, the number of updates that it takes."
    ),
    (
      "constant:warmup=-1", 17, "'warmup' takes a whole number from 0 up, or epochs as in 3 epochs, not -1",
      "It means the number of updates before the schedule begins."
    ),
    (
      "plateau:factor=1", 16, "'factor' takes a number above 0, below 1, not 1",
      "It means what each cut multiplies the rate by; left out, it is 0.1."
    ),
  ]

  @Test(arguments: mistakes)
  func badInput(text: String, column: Int, problem: String, remedy: String) {
    let error = #expect(throws: InputError.self) { try schedule(text) }
    #expect(
      error
        == InputError(
          problem, remedy: remedy, at: InputError.Place(line: 1, column: column, text: text)))
  }

  /// A specification that was never text points into its canonical text.
  @Test func badInputWithoutText() {
    let specification = Specification(
      "step", [.init("every", .number(2)), .init("factor", .number(-1))])
    let error = #expect(throws: InputError.self) {
      try Schedule(specification, learningRate: 1, steps: 1)
    }
    #expect(error?.place == InputError.Place(line: 1, column: 21, text: "step:every=2,factor=-1"))
  }

  @Test func keysGivenTwiceWithoutText() {
    let specification = Specification(
      "step", [.init("every", .number(2)), .init("every", .number(3))])
    let error = #expect(throws: InputError.self) {
      try Schedule(specification, learningRate: 1, steps: 1)
    }
    #expect(error?.problem == "the key 'every' is given twice")
  }

  /// A quotient is a number where one number is meant.
  @Test func quotientsAreNumbers() throws {
    #expect(try schedule("step:factor=1/4,every=10").specification["factor"] == .number(0.25))
  }
}
