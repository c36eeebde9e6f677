import ArgumentParser
import Documents
import Figures
import LossSurfaces

/// How the map is drawn.
struct MapOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("path (a map), curves (loss against step) or relief (path).", valueName: "name"),
    completion: Candidates.words(RunFigureName.self))
  var figure: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What part of the plane to show.", valueName: "x0..x1,y0..y1"))
  var view: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many contour levels (20).", valueName: "n"))
  var levels: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A colour map: \(ColorMap.all.map(\.name).joined(separator: ", ")).", valueName: "name"),
    completion: Candidates.palettes)
  var palette: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Strips: loss, learning-rate, stability (which also hatches where the rate is unstable), or none (loss,learning-rate).",
      valueName: "name,…"), completion: Candidates.panels)
  var panels: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Numbers on contour lines, names of critical points (true).", valueName: "bool"),
    completion: Candidates.flags)
  var labels: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Arrowheads on the paths (true).", valueName: "bool"),
    completion: Candidates.flags)
  var arrows: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The noise of one step (2 standard deviations) about a point, or about the minimum.", valueName: "x,y"))
  var noiseEllipse: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where the viewer of a relief stands, in degrees from x to y (where least is hidden).", valueName: "n"))
  var azimuth: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How high above the floor of a relief, in degrees (35).", valueName: "n"))
  var elevation: String?

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let figure {
      recipe.kind = try Values.word(figure, "--figure", among: RunFigureName.self, called: "figures of runs").kind
    }
    recipe.panels = recipe.kind.panels
    try check(for: recipe.kind)
    if let azimuth {
      recipe.azimuth = try Values.number(azimuth, "--azimuth", in: ReliefFigure.possibleAzimuths)
    }
    if let elevation {
      recipe.elevation = try Values.number(elevation, "--elevation", in: ReliefFigure.possibleElevations)
    }
    if let view { recipe.view = try Values.view(view, "--view") }
    if let levels { recipe.levels = try Values.integer(levels, "--levels", Levels.allowedCounts) }
    if let palette {
      recipe.palette = try Values.located("--palette", .usage) { try ColorMap.named(palette) }.name
    }
    if let labels { recipe.hasLabels = try Values.flag(labels, "--labels") }
    if let arrows { recipe.hasArrows = try Values.flag(arrows, "--arrows") }
    if let noiseEllipse {
      recipe.noiseEllipse = try Self.noiseEllipse(noiseEllipse)
    }
    guard let panels else { return }
    recipe.panels = []
    let names = panels == "none" ? [] : Values.split(panels, at: ",")
    guard !names.contains("none") else { throw Failure("--panels: 'none' stands alone", .usage) }
    for name in names {
      recipe.panels.append(try Values.word(name, "--panels", among: PathFigure.Panel.self, called: "panels"))
    }
  }

  /// Refuses what the figure would pass over in silence.
  private func check(for kind: Recipe.Kind) throws(Failure) {
    let given = [
      ("levels", levels), ("palette", palette), ("panels", panels), ("labels", labels), ("arrows", arrows),
      ("noise-ellipse", noiseEllipse), ("azimuth", azimuth), ("elevation", elevation),
    ]
    for (key, value) in given where value != nil {
      guard let complaint = kind.complaint(of: key) else { continue }
      throw Failure("--\(key) \(complaint.problem)\n\(complaint.remedy("--figure "))", .usage)
    }
  }

  private static func noiseEllipse(_ text: String) throws(Failure) -> NoiseEllipsePlace {
    if text == "minimum" { return .minimum }
    guard let point = try? Values.point(text, "--noise-ellipse") else {
      throw Failure(
        "--noise-ellipse: '\(text)' is neither a point nor 'minimum'\nWrite two numbers, as in -1.2,1, or minimum.",
        .usage)
    }
    return .at(point)
  }
}

/// The figures that `run` draws.
private enum RunFigureName: String, CaseIterable {
  case path
  case curves
  case relief

  var kind: Recipe.Kind {
    switch self {
    case .path: .path
    case .curves: .curves
    case .relief: .relief
    }
  }
}
