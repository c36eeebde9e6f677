public import Figures
public import LossSurfaces
public import Optimization

/// A recipe of a map with everything looked up, filled in and checked: ready to run.
public struct MapPlan: Sendable {
  public let recipe: Recipe
  public let surface: Surface
  public let map: OutcomeMap
  public let show: OutcomeShow
  /// What the minima of the map are called.
  public let names: [String]

  /// Checks every setting. `surface` is the one that the recipe names.
  ///
  /// Throws when an axis is missing, unknown, empty or out of the range of its setting, the runs they leave over cannot
  /// be made, or there are too many.
  public init(_ recipe: Recipe, surface: Surface) throws(InputError) {
    self.recipe = recipe
    self.surface = surface
    try recipe.checkPicture()
    show = try OutcomeShow(parsing: recipe.map.show)
    let view = recipe.view ?? surface.view
    let base = try Self.base(recipe, surface, view)
    let (x, y) = try Self.axes(recipe, base, view)
    // As many as a view shows; there may be more minima on the curve of one.
    let points = surface.criticalPoints.isEmpty ? surface.loss.criticalPoints(in: view) : surface.criticalPoints
    let minima = points.filter { $0.isMinimum && $0.kind != .valley }.prefix(12)
    names = minima.map { minimum in
      minimum.name
        ?? "(\(NumberText.string(minimum.point.x, digits: 3)), \(NumberText.string(minimum.point.y, digits: 3)))"
    }
    let target: Double? = if case .stepsTo(let loss) = show { loss } else { nil }
    do {
      map = try OutcomeMap(
        base, x: x, y: y, minima: minima.map(\.point), target: target, keepsFinalLoss: show == .finalLoss)
    } catch {
      // The place would be one in the settings of a cell, which nobody wrote.
      let axes = "on the axes '\(x.setting.key)' and '\(y.setting.key)': "
      throw InputError(axes + error.problem, remedy: error.remedy, kind: error.kind)
    }
  }

  /// What the runs have in common, checked by making one of them: in the middle of the axes or, if it cannot be made
  /// there, near an end. What is wrong in all these places is no matter of the axes, or of all of their values.
  private static func base(_ recipe: Recipe, _ surface: Surface, _ view: View) throws(InputError) -> MapBase {
    let shares = [0.5, 0.01, 0.99].map { share in example(of: recipe, at: share) }
    let possible = shares.lazy.compactMap { try? $0.run(on: surface, view: view) }.first
    let run: Run
    if let possible { run = possible } else { run = try shares[0].run(on: surface, view: view) }
    let settings = recipe.settings
    var base = MapBase(
      loss: surface.loss, view: view, start: run.start, steps: run.steps, learningRate: run.schedule.learningRate,
      schedule: settings.schedule ?? .init("constant"), optimizer: settings.optimizer ?? .init("sgd"))
    base.noise = run.noise
    base.batches = run.batches
    base.lastsEpochs = run.span.isInEpochs
    base.seed = run.seed
    return base
  }

  /// The settings of a run at a share of the axes. What an axis varies, and the keys that it gives, need not be there.
  private static func example(of recipe: Recipe, at share: Double) -> RunSettings {
    var settings = recipe.settings
    let (schedule, optimizer) = (settings.schedule ?? .init("constant"), settings.optimizer ?? .init("sgd"))
    for axis in [recipe.map.x, recipe.map.y].compactMap({ $0 }) {
      let value = axis.value(at: share)
      switch try? MapSetting(axis.key, schedule: schedule, optimizer: optimizer) {
      case .schedule(let key): settings.schedule = (settings.schedule ?? schedule).with(key, value)
      case .optimizer(let key): settings.optimizer = (settings.optimizer ?? optimizer).with(key, value)
      case .learningRate: settings.learningRate = value
      default: break
      }
    }
    return settings
  }

  private static func axes(_ recipe: Recipe, _ base: MapBase, _ view: View) throws(InputError) -> (MapAxis, MapAxis) {
    let (columns, rows) = (recipe.map.columns, recipe.map.rows)
    if recipe.kind == .basins {
      return (
        try MapAxis(.startX, from: view.x.lowerBound, to: view.x.upperBound, isLogarithmic: false, count: columns),
        try MapAxis(.startY, from: view.y.lowerBound, to: view.y.upperBound, isLogarithmic: false, count: rows)
      )
    }
    guard let x = recipe.map.x, let y = recipe.map.y else {
      throw InputError(
        "the map has no \(recipe.map.x == nil ? "x" : "y") axis",
        remedy: "Say which setting it varies and how far, as in learning-rate=0.001..0.03:log.")
    }
    return (try axis(x, "x", columns, base), try axis(y, "y", rows, base))
  }

  private static func axis(_ axis: AxisSettings, _ name: String, _ count: Int, _ base: MapBase) throws(InputError)
    -> MapAxis
  {
    try axis.located(name) { () throws(InputError) in
      let setting = try MapSetting(axis.key, schedule: base.schedule, optimizer: base.optimizer)
      return try MapAxis(
        setting, from: axis.low, to: axis.high, isLogarithmic: axis.isLogarithmic, count: count,
        isWhole: setting.isWhole(base.schedule, base.optimizer))
    }
  }

  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe.carrying(surface)
    full.view = map.base.view
    var settings = recipe.settings
    settings.start = recipe.kind == .basins ? nil : map.base.start
    settings.steps = recipe.settings.steps ?? .updates(map.base.steps)
    settings.seed = map.base.seed
    settings.learningRate = map.base.learningRate
    settings.schedule = map.base.schedule
    settings.optimizer = map.base.optimizer
    settings.noise = map.base.noise
    full.settings = settings
    return CanonicalRecipe.text(full)
  }
}

extension AxisSettings {
  /// The value at a share of the axis; a whole number from 1 on, as settings that count take no other.
  fileprivate func value(at share: Double) -> Double {
    let value = low * (1 - share) + high * share
    return value.rounded() > 1 ? value.rounded() : value
  }
}

extension Specification {
  fileprivate func with(_ key: String, _ number: Double) -> Specification {
    var result = self
    result.arguments.removeAll { $0.key == key }
    result.arguments.append(Argument(key, .number(number)))
    return result
  }
}
