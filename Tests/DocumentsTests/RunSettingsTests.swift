import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Documents

/// What a run says goes before what all share.
@Suite struct RunSettingsTests {
  private static let all: RunSettings = {
    var settings = RunSettings()
    settings.start = Point(1, 2)
    settings.steps = 10
    settings.seed = 3
    settings.learningRate = 0.1
    settings.schedule = Specification("cosine")
    settings.optimizer = Specification("adam")
    settings.noise = Noise(x: 1, y: 2)
    settings.batchSize = 4
    settings.sampling = .replacement
    return settings
  }()

  @Test func nothingSaidTakesAll() { #expect(RunSettings().over(Self.all) == Self.all) }

  /// One seed goes before several, and several before one.
  @Test func seedAndSeeds() throws {
    var (one, many) = (RunSettings(), RunSettings())
    one.seed = 7
    many.seeds = 1...20
    #expect(one.over(many).seed == 7 && one.over(many).seeds == nil)
    #expect(many.over(one).seed == nil && many.over(one).seeds == 1...20)
    #expect(RunSettings().over(many).seeds == 1...20)
    for (text, seeds) in [("1..20", 1...20), ("5..5", 5...5), (" 0 .. 9007199254740992 ", 0...(1 << 53))] {
      #expect(try RunSettings.seeds(parsing: text) == UInt64(seeds.lowerBound)...UInt64(seeds.upperBound))
    }
    for text in ["20", "20..1", "1..", "..", "a..b", "-1..3", "1..2..3", "1.5..3", "0..9007199254740993", ""] {
      #expect(
        throws: InputError(
          "'\(text)' is no range of seeds",
          remedy: "Write the first and the last, from 0 to 9,007,199,254,740,992, as in 1..20.")
      ) { try RunSettings.seeds(parsing: text) }
    }
  }

  @Test func allSaidKeepsAll() {
    var other = RunSettings()
    other.start = Point(0, 0)
    other.steps = 1
    other.seed = 0
    other.learningRate = 1
    other.schedule = Specification("constant")
    other.optimizer = Specification("sgd")
    other.noise = Noise(x: 0, y: 0)
    other.batchSize = 1
    other.sampling = .reshuffle
    #expect(other.over(Self.all) == other)
    #expect(Self.all.over(RunSettings()) == Self.all)
  }

  /// A label is a run's own.
  @Test func labelIsNotShared() {
    var base = RunSettings()
    base.label = "all"
    #expect(RunSettings().over(base).label == nil)
  }

  @Test func surfaceFillsIn() throws {
    let surface = try Catalog.surface(named: "rosenbrock")
    let run = try RunSettings().run(on: surface, view: surface.view)
    #expect(run.start == surface.start)
    #expect(run.steps == surface.steps)
    #expect(run.seed == 1)
    #expect(run.schedule.learningRate == surface.learningRate)
    #expect(run.schedule.specification.name == "constant")
    #expect(run.optimizer.specification.name == "sgd")
    #expect(run.noise.isZero)
    #expect(run.batches == nil)
  }

  /// Each run counts epochs by its own batches.
  @Test(arguments: [(1, 160, 24), (4, 40, 6), (8, 20, 3)])
  func epochs(_ batchSize: Int, _ steps: Int, _ every: Int) throws {
    let surface = try Catalog.surface(named: "linear-regression")
    var settings = RunSettings()
    settings.batchSize = batchSize
    settings.steps = .epochs(20)
    settings.schedule = try Specification(parsing: "step:every=3 epochs")
    let run = try settings.run(on: surface, view: surface.view)
    #expect(run.steps == steps)
    #expect(run.span == .epochs(20))
    #expect((0..<steps).first(where: run.schedule.isCut) == every)
  }

  @Test func seedsThatADoubleCannotHold() throws {
    let surface = try Catalog.surface(named: "bowl")
    var settings = RunSettings()
    settings.seed = 1 << 53
    #expect(try settings.run(on: surface, view: surface.view).seed == 1 << 53)
    settings.seed = .max
    #expect(throws: InputError("the seed must be at most 9,007,199,254,740,992, not 18446744073709551615")) {
      try settings.run(on: surface, view: surface.view)
    }
  }

  @Test func batches() throws {
    let surface = try Catalog.surface(named: "linear-regression")
    var settings = RunSettings()
    settings.batchSize = 3
    #expect(try settings.run(on: surface, view: surface.view).batches?.settings == "batch 3 of 8, reshuffled")
    settings.sampling = .replacement
    #expect(try settings.run(on: surface, view: surface.view).batches?.settings == "batch 3 of 8, with replacement")
  }

  /// What is wrong with batches is shown where the recipe says it.
  @Test(arguments: [
    (
      "surface: linear-regression\nstart: [0, 0]\nbatch-size: 9",
      """
      r.yaml:3:13: a batch of 9 is larger than the data, which has 8 rows
          batch-size: 9
                      ^
      Give a number from 1 to 8, or leave it out for the whole data in every update.
      """
    ),
    (
      "surface: linear-regression\nbatch-size: 4\nruns:\n  - {seed: 1}\n  - {batch-size: 12}",
      """
      r.yaml:5:18: run 2: a batch of 12 is larger than the data, which has 8 rows
            - {batch-size: 12}
                           ^
      Give a number from 1 to 8, or leave it out for the whole data in every update.
      """
    ),
    (
      "surface: bowl\nbatch-size: 1",
      """
      r.yaml:2:13: a batch size is given, but this loss is no mean over samples
          batch-size: 1
                      ^
      Leave it out, use noise instead, or take a surface with samples, such as linear-regression.
      """
    ),
    (
      "surface: linear-regression\nsampling: replacement",
      """
      r.yaml:2:11: a way of sampling is given without a batch size
          sampling: replacement
                    ^
      Give the batch size, such as 1, or neither.
      """
    ),
    (
      "surface: linear-regression\nsteps: 3 epochs",
      """
      r.yaml:2:8: 'steps' is 3 epochs, but there are no mini-batches to count epochs by
          steps: 3 epochs
                 ^
      Give a number of updates, or run on a surface with samples and give a batch size.
      """
    ),
    (
      "surface: linear-regression\nschedule: {step: {every: 3 epochs}}\nruns:\n  - {batch-size: 4}\n  - {}",
      """
      r.yaml:2:11: run 2: 'every' is 3 epochs, but there are no mini-batches to count epochs by
          schedule: {step: {every: 3 epochs}}
                    ^
      Give a number of updates, or run on a surface with samples and give a batch size.
      """
    ),
    (
      "surface: linear-regression\nbatch-size: 4\nschedule: {multi-step: {milestones: [5, 3 epochs]}}",
      """
      r.yaml:3:11: 'milestones' takes rising whole numbers from 1 up, separated by /, or epochs as in 3 epochs/6 epochs, not 5/3 epochs
          schedule: {multi-step: {milestones: [5, 3 epochs]}}
                    ^
      Epochs are above 0, and a list is all of updates or all of epochs.
      """
    ),
    (
      "surface: linear-regression\nbatch-size: 4\nsteps: 0 epochs",
      """
      r.yaml:3:8: '0 epochs' is neither a number of steps nor of epochs above 0
          steps: 0 epochs
                 ^
      Write for instance 100 or 20 epochs.
      """
    ),
    (
      "surface: bowl\nseed: 1\nseeds: 1..20",
      """
      r.yaml:3:8: 'seed' and 'seeds' exclude each other
          seeds: 1..20
                 ^
      Leave one of them out.
      """
    ),
    (
      "surface: bowl\nnoise: 1\nseeds: 20",
      """
      r.yaml:3:8: '20' is no range of seeds
          seeds: 20
                 ^
      Write the first and the last, from 0 to 9,007,199,254,740,992, as in 1..20.
      """
    ),
    (
      "surface: linear-regression\nruns:\n  - {seeds: 1..20}\n  - {batch-size: 8}\n  - {noise: 1}",
      """
      r.yaml:3:13: 'seeds' is given, but nothing depends on a seed: there is neither noise nor a batch drawn by chance
            - {seeds: 1..20}
                      ^
      Add noise, or a batch size below that of the data, or leave the seeds out.
      """
    ),
    (
      "surface: linear-regression\nbatch-size: 0",
      """
      r.yaml:2:13: 'batch-size' needs a whole number from 1 to 10,000,000, got '0'
          batch-size: 0
                      ^
      """
    ),
    (
      "surface: linear-regression\nbatch-size: 4\nsampling: replace",
      """
      r.yaml:3:11: 'sampling' cannot be 'replace'
          sampling: replace
                    ^
      The words it may be are: reshuffle, replacement.
      """
    ),
  ])
  func badBatches(yaml: String, message: String) {
    let error = #expect(throws: InputError.self) {
      let recipe = try Recipe(yaml: yaml, file: "r.yaml")
      _ = try Plan(recipe, surface: recipe.surface())
    }
    #expect(error?.description == message)
  }
}
