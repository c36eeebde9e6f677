import LossSurfaces
import Optimization
import Raster

/// The paths on their map, with all that is drawn about them.
struct MapScene: Sendable {
  let frame: Frame
  /// Of each group the run, or the mean.
  private(set) var layers: [PathLayer]
  private var fans: [FanLayer]
  /// All lines on the page.
  let lines: [[Position]]
  /// The step to which the runs have come.
  private var shownStep = Int.max
  private(set) var annotations: Annotations
  private let criticalPoints: [CriticalPoint]

  /// Of each fan at most `pathsOfFan` paths are drawn.
  init(
    groups: [RunGroup], on surface: Surface, frame: Frame, theme: Theme, sizes: TypeSizes, pathsOfFan: Int = .max
  ) {
    self.frame = frame
    criticalPoints = surface.criticalPoints
    let scale = frame.rect.symbolScale
    let styles = groups.indices.map { theme.style(ofRun: $0, of: groups.count).scaled(scale) }
    layers = groups.enumerated().map { index, group in
      PathLayer(group.mean, style: styles[index], frame: frame, isMean: group.isFan)
    }
    fans = groups.enumerated().map { index, group in
      FanLayer(group, style: styles[index], frame: frame, paths: pathsOfFan)
    }
    lines = layers.flatMap { $0.stretches.map(\.points) } + fans.flatMap { $0.stretches.map(\.points) }
    annotations = Annotations(on: frame, lines: lines, theme: theme, sizes: sizes)
    for layer in layers { annotations.addEnd(of: layer) }
    annotations.addSymbols(for: criticalPoints)
    for start in Set(layers.map { $0.trajectory[0] }).sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      annotations.addStart(start)
    }
    annotations.addUnstableDirections(of: criticalPoints, on: surface.loss, in: frame)
  }

  private var theme: Theme { annotations.theme }

  /// The scene when the runs have come to a step.
  func through(_ step: Int) -> MapScene {
    var scene = self
    scene.shownStep = step
    scene.layers = layers.map { $0.through(step) }
    scene.fans = fans.map { $0.through(step) }
    return scene
  }

  /// Keeps the words off a box: the legend's.
  mutating func reserve(_ box: Rect) { annotations.reserve(box) }

  /// Places the words, once the legend has its place.
  mutating func annotate(namesPoints: Bool) {
    if namesPoints { annotations.addNames(of: criticalPoints) }
    for layer in layers { annotations.addExit(of: layer) }
  }

  /// Fans lie lowest, then what leaves for good; of the others each lies above those before it, and its dashes show
  /// them. Dots, marks and ellipses lie above all lines, symbols above marks.
  func elements(hasArrows: Bool, ellipses: [Drawing.Element] = []) -> [Drawing.Element] {
    let ordered = layers.filter(\.leavesForGood) + layers.filter { !$0.leavesForGood }
    var inside = fans.flatMap(\.lines) + ordered.flatMap { $0.lines(theme: theme) }
    inside += fans.flatMap { $0.dots(theme: theme) }
    if hasArrows { inside += ordered.flatMap { $0.arrowheads(theme: theme) } }
    inside += ordered.flatMap { $0.marks(theme: theme) }
    inside += ordered.flatMap { $0.rateMarks(theme: theme) }
    inside += ellipses
    let moving = layers.filter { $0.shownStep < $0.trajectory.lastStep }
    return [.clipped(frame.rect, inside)] + moving.flatMap { $0.head(theme: theme) }
      + annotations.elements(through: shownStep)
  }

  func axes(xLabel: String, yLabel: String) -> Axes {
    Axes(
      rect: frame.rect, x: Scale(frame.view.x, from: frame.rect.minX, to: frame.rect.maxX),
      y: Scale(frame.view.y, from: frame.rect.maxY, to: frame.rect.minY), xLabel: xLabel, yLabel: yLabel,
      theme: theme, sizes: annotations.sizes)
  }
}
