import Figures
public import LossSurfaces
public import Optimization
public import Raster

/// A finished picture of schedules: the rates and the drawing.
public struct ScheduleRendering: PictureRendering {
  public struct Curve: Sendable {
    public let label: String
    public let schedule: Schedule
    public let rates: [Double]
    public let marks: [Int]
  }

  public let recipe: Recipe
  public let steps: Int
  public let curves: [Curve]
  /// A picture of schedules claims nothing.
  public var brokenPromises: [String] { [] }

  /// The rates of a recipe's schedules over its steps (default 100, or as many as there are losses) from its learning
  /// rate (default 0.1).
  public init(_ recipe: Recipe) throws(InputError) {
    try recipe.checkPicture()
    self.recipe = recipe
    let settings = recipe.runs.isEmpty ? [recipe.settings] : recipe.runs.map { $0.over(recipe.settings) }
    let steps = recipe.settings.steps ?? (recipe.losses.isEmpty ? 100 : recipe.losses.count)
    guard (1...10_000_000).contains(steps) else {
      throw InputError("steps must be 1 to 10,000,000, not \(steps)")
    }
    self.steps = steps
    var curves: [Curve] = []
    for one in settings {
      let schedule = try Schedule(
        one.schedule ?? Specification("constant"), learningRate: one.learningRate ?? 0.1, steps: steps)
      guard schedule.specification.name != "plateau" || recipe.losses.count >= steps - 1 else {
        throw InputError(
          "plateau needs the losses it is to judge",
          remedy: "Give one loss for each of the \(steps) updates, in a file for --losses or as the recipe's losses.")
      }
      curves.append(
        Curve(
          label: one.label ?? schedule.settings, schedule: schedule,
          rates: schedule.rates(steps: steps, losses: recipe.losses), marks: schedule.marks(steps, recipe.losses)))
    }
    self.curves = Self.distinguished(curves)
  }

  /// Curves that would share a label bear their rate as well.
  private static func distinguished(_ curves: [Curve]) -> [Curve] {
    curves.map { curve in
      guard curves.filter({ $0.label == curve.label }).count > 1 else { return curve }
      let rate = NumberText.string(curve.schedule.learningRate)
      return Curve(
        label: "\(curve.label), η = \(rate)", schedule: curve.schedule, rates: curve.rates, marks: curve.marks)
    }
  }

  private var figure: ScheduleFigure {
    let rates = Set(curves.map(\.schedule.learningRate))
    let common = rates.count == 1 ? rates.first.map { "ε₀ = \(NumberText.string($0))" } ?? "" : ""
    var figure = ScheduleFigure(
      curves: curves.map { .init(label: $0.label, rates: $0.rates, marks: $0.marks) },
      title: recipe.title ?? (curves.count == 1 ? "Learning rate: \(curves[0].label)" : "\(curves.count) schedules"),
      settings: [common, "\(NumberText.string(steps)) \(steps == 1 ? "update" : "updates")"].filter { !$0.isEmpty })
    figure.width = Double(recipe.width)
    figure.height = Double(recipe.height)
    figure.theme = .named(recipe.theme)
    figure.footer = recipe.footer
    return figure
  }

  public func drawing() -> Drawing { figure.drawing() }

  public var description: String {
    "Learning rate against step. "
      + curves.map { curve in
        let (first, last) = (curve.rates.first ?? 0, curve.rates.last ?? 0)
        let peak = curve.rates.max() ?? 0
        return "\(curve.label): from \(NumberText.string(first)) to \(NumberText.string(last)), "
          + "at most \(NumberText.string(peak)), \(curve.marks.count) \(curve.marks.count == 1 ? "cut or restart" : "cuts and restarts")."
      }.joined(separator: " ")
  }

  public func picture() -> Picture {
    Picture(
      content: .still(drawing()), scale: recipe.scale, title: figure.title, description: description,
      recipe: canonicalText)
  }
}

extension Schedule {
  /// The updates at which the rate is cut or a cycle begins.
  fileprivate func marks(_ steps: Int, _ losses: [Double]) -> [Int] {
    var state = initialState()
    var marks: [Int] = []
    for t in 0..<steps {
      if t > 0, isCut(at: t) || isRestart(at: t) { marks.append(t) }
      if t < losses.count, t + 1 < steps, observe(loss: losses[t], after: t, &state) { marks.append(t + 1) }
    }
    return marks
  }
}

extension ScheduleRendering {
  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe
    full.say(
      curves.map { curve in
        var settings = RunSettings()
        settings.steps = steps
        settings.learningRate = curve.schedule.learningRate
        settings.schedule = curve.schedule.specification
        return settings
      })
    return CanonicalRecipe.text(full)
  }
}
