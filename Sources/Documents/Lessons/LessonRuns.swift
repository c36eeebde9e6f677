import Diagnosis
import Figures
import LossSurfaces

/// The runs of a lesson's figures, each executed once, when it is first asked for.
final class LessonRuns {
  private let lesson: Lesson
  private var renderings: [String: any PictureRendering] = [:]

  /// How a recipe is drawn where a reader plays.
  private let adapted: (Recipe) -> Recipe

  init(_ lesson: Lesson, adapted: @escaping (Recipe) -> Recipe = { $0 }) {
    self.lesson = lesson
    self.adapted = adapted
  }

  /// The runs of a figure, those of one entry side by side.
  func groups(ofFigure id: String) throws -> [RunGroup] {
    let rendering: any PictureRendering
    if let known = renderings[id] {
      rendering = known
    } else {
      guard let figure = lesson.figure(id) else { throw InputError("the page has no figure '\(id)'") }
      rendering = try Self.located(figure.place) { try figure.recipe.rendering() }
      renderings[id] = rendering
    }
    return rendering.runGroups
  }

  /// The right answer to a question for a number.
  func answer(to question: NumericAnswer) throws -> Double {
    switch question.source {
    case .value(let value): return value
    case .run(let quantity): return try value(of: quantity)
    }
  }

  /// The value of a run's quantity, the mean over seeds where there are several.
  private func value(of asked: RunQuantity) throws -> Double {
    func fail(_ problem: String, _ remedy: String = "") -> InputError {
      InputError(problem, remedy: remedy, at: asked.place)
    }
    let groups = try groups(ofFigure: asked.figure)
    guard (1...max(1, groups.count)).contains(asked.run), !groups.isEmpty else {
      throw fail("figure '\(asked.figure)' has no run \(asked.run)", "It has \(groups.count).")
    }
    let words = asked.quantity.split(separator: " ").map(String.init)
    let loss = words.count == 2 ? Double(words[1]) : nil
    guard let name = words.first, words.count <= 2, Quantity(named: name, loss: loss) != nil else {
      throw fail(
        "'\(asked.quantity)' is no quantity",
        Spelling.remedy(for: words.first ?? "", among: Quantity.names, called: "quantities"))
    }
    var sum = 0.0
    let runs = groups[asked.run - 1].runs
    for run in runs {
      guard let value = run.assessment.quantity(named: name, loss: loss, in: run.trajectory) else {
        throw fail(
          "run \(asked.run) of '\(asked.figure)' has no \(name): it has the verdict \(run.assessment.verdict.kind.rawValue)"
        )
      }
      sum += value
    }
    return sum / Double(runs.count)
  }

  /// Draws and runs what a figure's recipe says with a reader's settings.
  func play(_ playground: Playground, _ settings: ReaderSettings) throws -> any PictureRendering {
    try recipe(playground, settings).rendering()
  }

  /// The same as a reader finds it, with one run.
  func begin(_ playground: Playground) throws -> any PictureRendering { try play(playground, .none) }

  /// Throws when no run can be made of the figure.
  func check(_ playground: Playground) throws { _ = try recipe(playground, .none).plan() }

  private func recipe(_ playground: Playground, _ settings: ReaderSettings) throws -> Recipe {
    guard let figure = lesson.figure(playground.figure) else {
      throw InputError("the page has no figure '\(playground.figure)'")
    }
    return adapted(figure.recipe.with(settings))
  }

  /// Gives an error without a place the place of a figure.
  private static func located<Value>(_ place: InputError.Place, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch var error as InputError where error.place == nil {
      error.place = place
      throw error
    }
  }
}

extension PictureRendering {
  /// The runs behind the picture; none of schedules or of a range test.
  var runGroups: [RunGroup] {
    switch self {
    case let rendering as Rendering: rendering.groups
    case let grid as GridRendering: grid.sections.flatMap(\.groups)
    default: []
    }
  }
}
