import LossSurfaces
import Optimization
import Raster

/// The paths on their map, with all that is drawn about them.
struct MapScene: Sendable {
  let figure: PathFigure
  let frame: Frame
  let layers: [PathLayer]
  var annotations: Annotations

  init(figure: PathFigure, frame: Frame) {
    self.figure = figure
    self.frame = frame
    layers = figure.runs.enumerated().map { index, run in
      PathLayer(run, style: figure.theme.style(ofRun: index), frame: frame)
    }
    annotations = Annotations(frame: frame, layers: layers, theme: figure.theme, sizes: figure.sizes)
    for layer in layers { annotations.addEnd(of: layer) }
    annotations.addSymbols(for: figure.surface.criticalPoints)
    for start in Set(layers.map { $0.run.trajectory[0] }).sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      annotations.addStart(start)
    }
  }

  /// Places the words, once the legend has its place.
  mutating func annotate() {
    if figure.hasLabels { annotations.addNames(of: figure.surface.criticalPoints) }
    for layer in layers { annotations.addExit(of: layer) }
  }

  /// What leaves for good lies below; of the others each lies above those before it, and its dashes show them. Marks
  /// lie above all lines, symbols above marks.
  var elements: [Drawing.Element] {
    let theme = figure.theme
    let ordered = layers.filter(\.leavesForGood) + layers.filter { !$0.leavesForGood }
    var inside = ordered.flatMap { $0.lines(theme: theme) }
    if figure.hasArrows { inside += ordered.flatMap { $0.arrowheads(theme: theme) } }
    inside += ordered.flatMap { $0.marks(theme: theme) }
    inside += ordered.flatMap { $0.rateMarks(theme: theme) }
    return [.clipped(frame.rect, inside)] + annotations.symbols + annotations.words
  }

  func axes(xLabel: String, yLabel: String) -> Axes {
    Axes(
      rect: frame.rect, x: Scale(frame.view.x, from: frame.rect.minX, to: frame.rect.maxX),
      y: Scale(frame.view.y, from: frame.rect.maxY, to: frame.rect.minY), xLabel: xLabel, yLabel: yLabel,
      theme: figure.theme, sizes: figure.sizes)
  }
}
