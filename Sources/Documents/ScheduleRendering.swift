import Figures
public import LossSurfaces
public import Optimization
public import Raster

/// A finished picture of schedules: the rates and the drawing.
public struct ScheduleRendering: PictureRendering {
  public struct Curve: Sendable {
    public let label: String
    public let schedule: Schedule
    public let course: ScheduleCourse
    fileprivate let shade: Double?
  }

  public let recipe: Recipe
  public let steps: Int
  public let curves: [Curve]
  /// A picture of schedules claims nothing.
  public var brokenPromises: [String] { [] }
  private let labels: ScheduleLabels

  /// The rates of a recipe's schedules over its steps (default 100, or as many as there are losses) from its learning
  /// rate (default 0.1).
  public init(_ recipe: Recipe) throws(InputError) {
    try recipe.checkPicture()
    self.recipe = recipe
    let settings = recipe.runs.isEmpty ? [recipe.settings] : recipe.runs.map { $0.over(recipe.settings) }
    let span = recipe.settings.steps ?? .updates(recipe.losses.isEmpty ? 100 : recipe.losses.count)
    let steps = try recipe.settings.stepsMark.located { () throws(InputError) in
      try span.count(in: "steps", stepsPerEpoch: nil)
    }
    guard (1...10_000_000).contains(steps) else {
      throw InputError("steps must be 1 to 10,000,000, not \(steps)")
    }
    self.steps = steps
    var schedules: [Schedule] = []
    for one in settings {
      let schedule = try one.scheduleMark.located { () throws(InputError) in
        try Schedule(one.schedule ?? Specification("constant"), learningRate: one.learningRate ?? 0.1, steps: steps)
      }
      guard !schedule.hasFeedback || recipe.losses.count >= steps - 1 else {
        throw InputError(
          "plateau needs the losses it is to judge",
          remedy: "Give one loss for each of the \(steps) updates, in a file for --losses or as the recipe's losses.")
      }
      schedules.append(schedule)
    }
    let labels = ScheduleLabels(of: schedules, given: settings.map(\.label))
    self.labels = labels
    curves = schedules.enumerated().map { index, schedule in
      Curve(
        label: labels.labels[index], schedule: schedule, course: schedule.course(steps: steps, losses: recipe.losses),
        shade: labels.shades?[index])
    }
  }

  var figure: ScheduleFigure {
    var figure = ScheduleFigure(
      curves: curves.map(\.drawn), title: recipe.title ?? labels.subject, settings: settings)
    figure.losses = recipe.losses
    figure.width = Double(recipe.width)
    figure.height = Double(recipe.height)
    figure.theme = .named(recipe.theme)
    figure.footer = recipe.footer
    return figure
  }

  private var settings: [String] {
    labels.shared + ["\(NumberText.string(steps)) \(steps == 1 ? "update" : "updates")"]
      + (curves.count == 1 && !curves[0].isLevel ? [curves[0].words] + curves[0].counts : [])
  }

  public func drawing() -> Drawing { figure.drawing() }

  public var description: String {
    (recipe.losses.isEmpty ? "Learning rate against step. " : "Loss and learning rate against step. ")
      + curves.map(\.description).joined(separator: " ")
  }

  public func picture() -> Picture {
    Picture(
      content: .still(drawing()), scale: recipe.scale, title: figure.title, description: description,
      recipe: fitsRecipe ? canonicalText : nil)
  }
}

extension ScheduleRendering.Curve {
  fileprivate var drawn: ScheduleFigure.Curve {
    var curve = ScheduleFigure.Curve(
      label: label, words: words, rates: course.rates, cuts: course.cuts, restarts: course.restarts)
    curve.isJudged = schedule.hasFeedback
    curve.best = course.best
    curve.shade = shade
    return curve
  }

  private var first: Double { course.rates.first ?? 0 }
  private var last: Double { course.rates.last ?? 0 }
  private var peak: Double { course.rates.max() ?? 0 }

  fileprivate var isLevel: Bool { course.rates.allSatisfy { $0 == first } }

  /// `0.1 → 0.001`; by way of the peak when the rate begins and ends lower.
  fileprivate var words: String {
    let way = isLevel ? [first] : peak > max(first, last) ? [first, peak, last] : [first, last]
    return way.map { NumberText.string($0) }.joined(separator: " → ")
  }

  /// `2 cuts`; nothing where there are none.
  fileprivate var counts: [String] {
    [("cut", course.cuts.count), ("restart", course.restarts.count)].filter { $0.1 > 0 }
      .map { "\(NumberText.string($1)) \($0)\($1 == 1 ? "" : "s")" }
  }

  fileprivate var description: String {
    let events = [("cut", course.cuts), ("new cycle", course.restarts)].filter { !$0.1.isEmpty }
    return
      "\(label): from \(NumberText.string(first)) to \(NumberText.string(last)), at most \(NumberText.string(peak))"
      + events.map { "; \($0) at \($1.count == 1 ? "update" : "updates") \(Self.list($1))" }.joined() + "."
  }

  /// The first of many updates stand for all.
  private static func list(_ updates: [Int]) -> String {
    let most = 8
    let shown = updates.prefix(most).map { NumberText.string($0) }.joined(separator: ", ")
    return updates.count > most ? "\(shown) and \(NumberText.string(updates.count - most)) more" : shown
  }
}

extension ScheduleRendering {
  /// Whether the losses leave the recipe short enough to be read again; else the PNG carries none.
  public var fitsRecipe: Bool { canonicalText.utf8.count <= InputFile.longestText }

  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe
    full.say(
      curves.map { curve in
        var settings = RunSettings()
        settings.steps = .updates(steps)
        settings.learningRate = curve.schedule.learningRate
        settings.schedule = curve.schedule.specification
        return settings
      })
    return CanonicalRecipe.text(full)
  }
}
