import LossSurfaces
import SurfaceCatalog
import Testing

@testable import Documents

/// What a reader types in a lesson.
@Suite struct ReaderSettingsTests {
  private static let allowed: [ReaderSettings.Key] = [
    .learningRate, .momentum, .schedule, .optimizer, .steps, .seed, .surface, .start, .noise,
  ]

  private static func read(_ text: String, _ allowed: [ReaderSettings.Key] = allowed) throws(InputError)
    -> ReaderSettings
  {
    try ReaderSettings(parsing: text, allowed: allowed, takesLists: true)
  }

  @Test(
    arguments: [
      ("learning-rate=0.1", 1, nil), ("--learning-rate 0.1", 1, nil), ("learning-rate 0.1", 1, nil),
      ("lr = 0.1", 1, nil), ("η=0.1 β=0.9", 1, "η = 0.1, β = 0.9"), ("learning-rate=0.1,0.2 momentum=0,0.9", 4, nil),
      ("optimizer=lion learning-rate=0.01", 1, "lion, η = 0.01"), ("start=1,2 steps=30", 1, "start 1,2, steps 30"),
    ] as [(String, Int, String?)])
  func reads(_ text: String, runs: Int, label: String?) throws {
    let settings = try Self.read(text)
    #expect(settings.runs.count == runs)
    if runs == 1 { #expect(settings.label == label) }
    #expect(try Self.read(settings.text).runs == settings.runs, "\(settings.text)")
  }

  @Test(arguments: [
    ("", "no setting was typed\nType for instance learning-rate=0.15."),
    (
      "descent run bowl",
      "a whole command was typed\nType the settings alone, as in learning-rate=0.15; commands are for a second terminal."
    ),
    ("learning-rate=", "'learning-rate=' gives no value\nType for instance learning-rate=0.15."),
    ("0.15", "'0.15' is a value without a setting\nType for instance learning-rate=0.15."),
    ("patience=40", "'patience' is a key of a schedule\nType for instance schedule=plateau:patience=…."),
    (
      "batch-size=4",
      "'batch-size' is not to be changed here\nYou may change learning-rate, momentum, schedule, optimizer, steps, seed, surface, start, noise."
    ),
    ("learnig-rate=4", "there is no setting 'learnig-rate'\nDid you mean 'learning-rate'?"),
    ("steps=4 steps=5", "'steps' is given twice\nLeave one of them out."),
    (
      "learning-rate=1,2,3,4 momentum=0.1,0.2,0.3,0.4", "more than 12 runs at once\nGive shorter lists."
    ),
    ("optimizer=adam momentum=0.9", "'momentum' goes with the optimizer sgd\nLeave one of them out."),
    ("surface=my/bowl.yaml", "'my/bowl.yaml' is no surface of the catalog\n`descent surface` lists them."),
    ("learning-rate=fast", "'learning-rate' needs a number, got 'fast'"),
  ])
  func refuses(_ text: String, _ message: String) {
    let error = #expect(throws: InputError.self) { try Self.read(text) }
    #expect(error?.description == message)
  }

  /// A length in epochs is typed as one word.
  @Test func solutionsInEpochs() throws {
    let node = try YAMLNode.parse("steps: 20 epochs\nlearning-rate: 0.1", file: nil)
    let settings = try ReaderSettings(node, allowed: Self.allowed)
    #expect(settings.text == "steps=20epochs learning-rate=0.1" && settings.label == "steps 20epochs, η = 0.1")
    #expect(try Self.read(settings.text).runs == settings.runs)
    let empty = try YAMLNode.parse("{}", file: nil)
    let error = #expect(throws: InputError.self) { try ReaderSettings(empty, allowed: Self.allowed) }
    #expect(error?.problem == "the solution says nothing")
  }
}
