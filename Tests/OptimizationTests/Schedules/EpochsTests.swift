import LossSurfaces
import Optimization
import Testing

/// Every key that counts updates counts epochs too.
@Suite struct EpochsTests {
  private static func schedule(_ text: String, epoch: Int? = 2, lastsEpochs: Bool = false, steps: Int = 100) throws
    -> Schedule
  {
    try Schedule(
      Specification(parsing: text), learningRate: 1, steps: steps, stepsPerEpoch: epoch, lastsEpochs: lastsEpochs)
  }

  /// In epochs, the same in updates where an epoch has two of them, what the settings line says.
  private static let same: [(epochs: String, updates: String, settings: String)] = [
    ("step:factor=0.5,every=3 epochs", "step:factor=0.5,every=6", "step ×0.5 every 3 epochs"),
    ("step:factor=0.5,every=1 epoch", "step:factor=0.5,every=2", "step ×0.5 every 1 epoch"),
    ("step:factor=0.5,every=0.5 epochs", "step:factor=0.5,every=1", "step ×0.5 every 0.5 epochs"),
    (
      "multi-step:milestones=3 epochs/6.5 epochs,factor=0.1", "multi-step:milestones=6/13,factor=0.1",
      "step ×0.1 at 3 epochs, 6.5 epochs"
    ),
    ("multi-step:milestones=3 epochs,factor=0.1", "multi-step:milestones=6,factor=0.1", "step ×0.1 at 3 epochs"),
    (
      "linear:until=15 epochs,final=0.01", "linear:until=30,final=0.01",
      "linear to 0.01 at 15 epochs, then constant"
    ),
    ("exponential:factor=0.9,every=1 epoch", "exponential:factor=0.9,every=2", "exponential ×0.9 an epoch"),
    ("exponential:factor=0.9,every=5 epochs", "exponential:factor=0.9,every=10", "exponential ×0.9 per 5 epochs"),
    (
      "exponential:factor=0.9,every=5 epochs,staircase=true", "exponential:factor=0.9,every=10,staircase=true",
      "exponential ×0.9 every 5 epochs, staircase"
    ),
    ("inverse-time:rate=1,every=1 epoch", "inverse-time:rate=1,every=2", "inverse time, ε₀/(1 + 1·t/(1 epoch))"),
    ("inverse-sqrt:every=5 epochs", "inverse-sqrt:every=10", "inverse square root, ε₀/√(1 + t/(5 epochs))"),
    ("polynomial:until=9 epochs", "polynomial:until=18", "polynomial of power 2 to 0 at 9 epochs"),
    ("cosine:until=9 epochs", "cosine:until=18", "cosine to 0 at 9 epochs"),
    (
      "warm-restarts:period=4 epochs,multiplier=2", "warm-restarts:period=8,multiplier=2",
      "warm restarts, T₀ = 4 epochs, ×2"
    ),
    (
      "triangular:low=0,up=2 epochs,down=3 epochs", "triangular:low=0,up=4,down=6",
      "triangular, 0 to ε₀ in 2 epochs, back in 3 epochs"
    ),
    ("triangular:low=0,up=2 epochs", "triangular:low=0,up=4", "triangular, 0 to ε₀ in 2 epochs, back in 4"),
    ("one-cycle:steps=9 epochs", "one-cycle:steps=18", "one cycle of 9 epochs, 0.04 to ε₀ to 4×10⁻⁶"),
    (
      "warmup-stable-decay:steps=10 epochs,decay=2 epochs", "warmup-stable-decay:steps=20,decay=4",
      "stable until 8 epochs, then linear to 0 at 10 epochs"
    ),
    (
      "warmup-stable-decay:steps=10 epochs,decay=3", "warmup-stable-decay:steps=20,decay=3",
      "stable until 17, then linear to 0 at 10 epochs"
    ),
    (
      "plateau:patience=2 epochs,cooldown=1 epoch,window=3 epochs", "plateau:patience=4,cooldown=2,window=6",
      "plateau ×0.1, patience 2 epochs, over 3 epochs"
    ),
    ("range-test:steps=9 epochs", "range-test:steps=18", "range test, 0.001 to 100 in 9 epochs"),
    (
      "constant:warmup=3 epochs,warmup-start=0.5", "constant:warmup=6,warmup-start=0.5",
      "constant, after warmup from 0.5 over 3 epochs"
    ),
  ]

  @Test(arguments: same)
  func countsEpochs(epochs: String, updates: String, settings: String) throws {
    let losses = (0..<100).map { Double(100 - $0 % 30) }
    let schedule = try Self.schedule(epochs)
    let other = try Self.schedule(updates)
    #expect(schedule.rates(steps: 100, losses: losses) == other.rates(steps: 100, losses: losses))
    #expect((0..<100).filter(schedule.isCut) == (0..<100).filter(other.isCut))
    #expect((0..<100).filter(schedule.isRestart) == (0..<100).filter(other.isRestart))
    #expect(schedule.settings == settings)
    // What was said is kept, so that the same text goes with any size of the batches.
    let again = try Specification(parsing: schedule.specification.description)
    #expect(again == schedule.specification)
    for argument in try Specification(parsing: epochs).arguments { #expect(again[argument.key] == argument.value) }
  }

  /// One text, each run its own number of updates.
  @Test(arguments: [(8, 24), (2, 6), (1, 3)])
  func eachRunHasItsOwnEpoch(epoch: Int, every: Int) throws {
    let schedule = try Self.schedule("step:every=3 epochs", epoch: epoch)
    #expect((0..<100).first(where: schedule.isCut) == every)
    #expect(schedule.settings == "step ×0.5 every 3 epochs")
  }

  /// What fits a run of so many epochs is said in epochs where hundredths say it exactly.
  @Test(arguments: [
    ("step", 8, 160, "step:factor=0.5,every=5 epochs"), ("cosine", 8, 160, "cosine:until=20 epochs,final=0"),
    ("multi-step", 2, 20, "multi-step:milestones=5 epochs/7.5 epochs,factor=0.1"),
    ("step", 3, 30, "step:factor=0.5,every=7"),
    ("step:warmup=4 epochs", 2, 40, "step:factor=0.5,every=4 epochs,warmup=4 epochs,warmup-start=0"),
    ("step:every=6", 2, 20, "step:factor=0.5,every=6"),
  ])
  func fitsInEpochs(text: String, epoch: Int, steps: Int, expected: String) throws {
    let schedule = try Self.schedule(text, epoch: epoch, lastsEpochs: true, steps: steps)
    #expect(schedule.specification.description == expected)
    let again = try Self.schedule(expected, epoch: epoch, lastsEpochs: true, steps: steps)
    #expect(again.rates(steps: steps) == schedule.rates(steps: steps))
    // Where the run is counted in steps, so is what fits it.
    #expect(try Self.schedule("cosine", epoch: epoch, steps: steps).settings == "cosine to 0 at \(steps)")
  }

  private static let rule = "Epochs are above 0, and a list is all of updates or all of epochs."
  private static let none =
    "Give a number of updates, or run on a surface with samples and give a batch size."

  private static let mistakes: [(text: String, epoch: Int?, column: Int, problem: String, remedy: String)] = [
    (
      "step:every=3 apples", 2, 12,
      "'every' takes a whole number from 1 up, or epochs as in 3 epochs, not 3 apples",
      "It means the number of updates between cuts; left out, it is T/4."
    ),
    (
      "step:every=-1 epochs", 2, 12,
      "'every' takes a whole number from 1 up, or epochs as in 3 epochs, not -1 epochs", rule
    ),
    (
      "step:every=0 epochs", 2, 12, "'every' takes a whole number from 1 up, or epochs as in 3 epochs, not 0 epochs",
      rule
    ),
    (
      "plateau:patience=0 epochs", 2, 18,
      "'patience' takes a whole number from 0 up, or epochs as in 3 epochs, not 0 epochs", rule
    ),
    (
      "step:every=3 epochs/4 epochs", 2, 12,
      "'every' takes a whole number from 1 up, or epochs as in 3 epochs, not 3 epochs/4 epochs", rule
    ),
    (
      "multi-step:milestones=5/3 epochs", 2, 23,
      "'milestones' takes rising whole numbers from 1 up, separated by /, or epochs as in 3 epochs/6 epochs, not 5/3 epochs",
      rule
    ),
    (
      "multi-step:milestones=6 epochs/3 epochs", 2, 23,
      "'milestones' takes rising whole numbers from 1 up, separated by /, or epochs as in 3 epochs/6 epochs, not 6 epochs/3 epochs",
      rule
    ),
    (
      "step:every=1e300 epochs", 2, 12, "'every' is 1e300 epochs; the limit is 1000000000000",
      "It means the number of updates between cuts; left out, it is T/4."
    ),
    ("step:every=3 epochs", nil, 12, "'every' is 3 epochs, but there are no mini-batches to count epochs by", none),
    (
      "constant:warmup=1 epoch", nil, 17, "'warmup' is 1 epoch, but there are no mini-batches to count epochs by", none
    ),
    (
      "step:factor=2 epochs", 2, 13, "'factor' takes a number above 0, not 2 epochs",
      "It means what each cut multiplies the rate by; left out, it is 0.5."
    ),
    (
      "warm-restarts:multiplier=2 epochs", 2, 26, "'multiplier' takes a whole number from 1 up, not 2 epochs",
      "It means how many times longer each cycle is than the last; left out, it is 1."
    ),
    (
      "warmup-stable-decay:steps=2 epochs,decay=3 epochs", 2, 42, "'decay' is 3 epochs, longer than the 2 epochs",
      "Give at most 'steps'."
    ),
  ]

  @Test(arguments: mistakes)
  func badInput(text: String, epoch: Int?, column: Int, problem: String, remedy: String) {
    let error = #expect(throws: InputError.self) { try Self.schedule(text, epoch: epoch) }
    #expect(error == InputError(problem, remedy: remedy, at: .init(line: 1, column: column, text: text)))
  }

  @Test func optimizersHaveNone() {
    #expect(
      throws: InputError(
        "'beta1' takes a number from 0, below 1, not 2 epochs",
        remedy: "It means how much of the average of gradients is kept; left out, it is 0.9.",
        at: .init(line: 1, column: 12, text: "adam:beta1=2 epochs"))
    ) { try Optimizer(Specification(parsing: "adam:beta1=2 epochs")) }
  }
}
