import Diagnosis
public import Figures
public import LossSurfaces
public import Optimization
import Raster

/// A recipe with everything looked up, filled in and checked: ready to run.
public struct Plan: Sendable {
  public let recipe: Recipe
  public private(set) var surface: Surface
  public let view: View
  public let entries: [Entry]

  /// What one entry of the recipe runs: once, or once for each of its seeds.
  public struct Entry: Sendable {
    public let label: String
    /// Alike but for their seeds.
    public let runs: [Run]
    /// Nil when the recipe says one seed or none.
    let seeds: ClosedRange<UInt64>?

    /// `small`; of several runs `small, seed 3`.
    fileprivate var runLabels: [String] {
      runs.map { runs.count == 1 ? label : "\(label), seed \($0.seed)" }
    }
  }

  public var labels: [String] { entries.map(\.label) }
  public var runs: [Run] { entries.flatMap(\.runs) }

  /// Checks every setting. `surface` is the one that the recipe names; see `Recipe.surface(relativeTo:)`.
  ///
  /// Throws when a run cannot be made (its message names the run when there are several), the size is too small or
  /// too large, there are more than 200 runs or 50 million steps, seeds or an ellipse of noise are given where nothing
  /// is left to chance, the ellipse has no place, or an expectation speaks of a run that there is not.
  public init(_ recipe: Recipe, surface: Surface, mostRuns: Int = Recipe.mostRuns) throws(InputError) {
    self.recipe = recipe
    self.surface = surface
    view = recipe.view ?? surface.view
    try recipe.checkPicture()
    entries = try Self.entries(of: recipe, on: surface, view: view, mostRuns)
    if let place = recipe.noiseEllipse {
      try recipe.noiseEllipseMark.located { () throws(InputError) in
        try Self.check(place, of: runs, on: surface, view: view)
      }
    }
    for expectation in recipe.expectations { _ = try expectation.indices(among: labels) }
    let steps = runs.reduce(0) { $0 + $1.steps }
    guard steps <= Recipe.mostSteps else {
      throw InputError(
        "\(NumberText.string(steps)) steps in all are too many for one picture",
        remedy: "At most \(NumberText.string(Recipe.mostSteps)) are kept.")
    }
  }

  private static func entries(of recipe: Recipe, on surface: Surface, view: View, _ most: Int) throws(InputError)
    -> [Entry]
  {
    let settings = recipe.runs.isEmpty ? [recipe.settings] : recipe.runs.map { $0.over(recipe.settings) }
    try check(count: settings.count, most)
    var runs: [Run] = []
    for (index, one) in settings.enumerated() {
      do {
        runs.append(try one.run(on: surface, view: view))
      } catch {
        let problem = settings.count > 1 ? "run \(index + 1): \(error.problem)" : error.problem
        throw InputError(problem, remedy: error.remedy, at: error.place ?? one.mark.place, kind: error.kind)
      }
    }
    try checkSeeds(of: settings, runs)
    // What leaves nothing to chance is the same under every seed.
    let seeds = zip(settings, runs).map { one, run in
      run.isStochastic ? one.seeds ?? run.seed...run.seed : run.seed...run.seed
    }
    try check(count: seeds.reduce(0) { $0 + $1.count }, most)
    let labels = RunLabels.labels(for: runs, seeds: settings.map(\.seeds), given: settings.map(\.label))
    return runs.indices.map { index in
      let members = seeds[index].map { seed in
        var run = runs[index]
        run.seed = seed
        return run
      }
      return Entry(label: labels[index], runs: members, seeds: settings[index].seeds)
    }
  }

  private static func check(count: Int, _ most: Int) throws(InputError) {
    guard count <= most else {
      throw InputError(
        "\(NumberText.string(count)) runs are too many for one picture",
        remedy: most == Recipe.mostRuns
          ? "At most \(most) paths are drawn." : "At most \(NumberText.string(most)) are made.")
    }
  }

  /// Several seeds are of use where at least one run depends on them.
  private static func checkSeeds(of settings: [RunSettings], _ runs: [Run]) throws(InputError) {
    let seeded = zip(settings, runs).filter { $0.0.seeds != nil }
    guard let first = seeded.first, !seeded.contains(where: \.1.isStochastic) else { return }
    throw InputError(
      "'seeds' is given, but nothing depends on a seed: there is neither noise nor a batch drawn by chance",
      remedy: "Add noise, or a batch size below that of the data, or leave the seeds out.", at: first.0.seedsMark.place)
  }

  private static func check(_ place: NoiseEllipsePlace, of runs: [Run], on surface: Surface, view: View)
    throws(InputError)
  {
    guard runs.contains(where: \.isStochastic) else {
      throw InputError(
        "'noise-ellipse' is given, but no run has noise",
        remedy: "Add noise, or a batch size below that of the data, or leave the ellipse out.")
    }
    guard case .at(let point) = place else {
      guard !NoiseEllipsePlace.minima(of: surface, in: view).isEmpty else {
        throw InputError(
          "'noise-ellipse' is to be at a minimum, but the surface declares none in the view",
          remedy: "Give a point, such as [0, 0].")
      }
      return
    }
    let text = "(\(Numeral.exact(point.x)), \(Numeral.exact(point.y)))"
    guard view.contains(point) else {
      throw InputError(
        "'noise-ellipse' is at \(text), outside the view", remedy: "Give a point within it, or another view.")
    }
    guard runs.allSatisfy({ NoiseEllipse(of: $0, at: point)?.isFinite ?? true }) else {
      throw InputError(
        "'noise-ellipse' is at \(text), where the loss has no finite gradient",
        remedy: "Give a point where the formula has finite derivatives.")
    }
  }

  /// The same plan, for a surface whose critical points were not searched for; its runs and its text are no others.
  func sought() -> Plan {
    var plan = self
    plan.surface = recipe.sought(in: surface)
    return plan
  }

  /// Executes all runs, on all cores when there are several, and judges them.
  public func execute() -> [RunGroup] {
    let runs = runs
    let labels = entries.flatMap(\.runLabels)
    var rest = Workers.all.map(Array(runs.indices)) { index in
      let trajectory = runs[index].trajectory()
      return FigureRun(
        label: labels[index], trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface))
    }[...]
    return entries.map { entry in
      defer { rest = rest.dropFirst(entry.runs.count) }
      return RunGroup(label: entry.label, runs: Array(rest.prefix(entry.runs.count)), on: surface)
    }
  }
}

extension Recipe {
  /// Checks what concerns the picture alone: its size, levels and palette.
  public func checkPicture() throws(InputError) {
    let least = Recipe.leastSize
    guard width >= least.width, height >= least.height else {
      throw InputError(
        "a picture of \(width)×\(height) is too small", remedy: "The least size is \(least.width)x\(least.height).")
    }
    guard scale.isFinite, scale > 0 else {
      throw InputError("the scale must be a positive number, not \(scale)")
    }
    let (columns, rows) = ((Double(width) * scale).rounded(), (Double(height) * scale).rounded())
    let side = Double(Recipe.largestSide)
    guard columns <= side, rows <= side, columns * rows <= Recipe.mostPixels else {
      throw InputError(
        "a picture of \(width)×\(height) at scale \(NumberText.string(scale)) is too large",
        remedy: "A side has at most 16,384 pixels and the whole at most 10⁸.")
    }
    guard min(columns, rows) >= 1 else {
      throw InputError("a picture of \(width)×\(height) at scale \(NumberText.string(scale)) has no pixels")
    }
    if let palette { _ = try ColorMap.named(palette) }
    guard Levels.allowedCounts.contains(levels) else {
      throw InputError(
        "levels must be \(Levels.allowedCounts.lowerBound) to \(Levels.allowedCounts.upperBound), not \(levels)")
    }
  }
}

extension Plan {
  /// What the PNG carries.
  public var canonicalText: String {
    var full = recipe.carrying(surface)
    full.view = view
    full.say(entries.map { RunSettings(of: $0) })
    return CanonicalRecipe.text(full)
  }
}
