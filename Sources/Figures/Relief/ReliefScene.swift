import LossSurfaces
import Optimization
import Raster

/// The surface with the paths on it and all that is marked.
struct ReliefScene {
  let ground: ReliefGround
  let axes: ReliefAxes
  /// Of each group the run, or the mean.
  private(set) var paths: [ReliefPath]
  /// The runs of each group of several seeds.
  private(set) var fans: [[ReliefPath]]
  /// The step to which the runs have come.
  private var shownStep = Int.max
  private var annotations: Annotations
  private let theme: Theme
  private let rim: [ReliefPath.Stretch]

  init(
    _ ground: ReliefGround, axes: ReliefAxes, groups: [RunGroup], criticalPoints: [CriticalPoint],
    keepingClear boxes: [Rect],
    namesPoints: Bool, theme: Theme, sizes: TypeSizes
  ) {
    (self.ground, self.axes, self.theme) = (ground, axes, theme)
    let scale = ground.rect.symbolScale
    let styles = groups.indices.map { theme.style(ofRun: $0, of: groups.count).scaled(scale) }
    paths = groups.enumerated().map { index, group in
      ReliefPath(group.mean, style: styles[index], ground: ground, isMean: group.isFan)
    }
    fans = groups.enumerated().filter { $0.element.isFan }.map { index, group in
      group.runs.map { ReliefPath($0.trajectory, style: styles[index], ground: ground) }
    }
    rim = ReliefPath.rim(of: ground)
    annotations = Annotations(
      on: ground, lines: (paths + fans.joined()).flatMap { $0.stretches.map(\.points) }, theme: theme, sizes: sizes)
    for box in boxes { annotations.reserve(box) }
    for path in paths { annotations.addEnd(of: path) }
    annotations.addSymbols(for: criticalPoints)
    for start in Set(paths.map { $0.trajectory[0] }).sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      annotations.addStart(start)
    }
    if namesPoints { annotations.addNames(of: criticalPoints) }
    for path in paths { annotations.addExit(of: path) }
  }

  /// The scene when the runs have come to a step.
  func through(_ step: Int) -> ReliefScene {
    var scene = self
    scene.shownStep = step
    scene.paths = paths.map { $0.through(step) }
    scene.fans = fans.map { $0.map { $0.through(step) } }
    return scene
  }

  /// The surface, with what of its axes lies behind it.
  var groundElements: [Drawing.Element] {
    axes.under + [.field(ReliefField.field(ground.surface, in: ground.rect))]
      + rim.filter { !$0.isHidden }.map {
        .stroke(Path($0.points), Stroke(theme.quietInk.opacity(0.8), width: 1))
      }
  }

  /// What is drawn over the surface.
  func elements(hasArrows: Bool) -> [Drawing.Element] {
    let ordered = paths.filter(\.leavesForGood) + paths.filter { !$0.leavesForGood }
    var elements = fans.flatMap { fan in fan.flatMap { $0.faintLines(opacity: FanLayer.opacity(of: fan.count)) } }
    elements += ordered.flatMap { $0.lines(theme: theme) }
    if hasArrows { elements += ordered.flatMap { $0.arrowheads(theme: theme) } }
    elements += ordered.flatMap { $0.marks(theme: theme) }
    let moving = paths.filter { $0.shownStep < $0.trajectory.lastStep }
    return elements + axes.over + moving.flatMap { $0.head(theme: theme) } + annotations.elements(through: shownStep)
  }
}

extension ReliefPath {
  /// The edge of the surface over the sides of the view.
  static func rim(of ground: ReliefGround) -> [Stretch] {
    let view = ground.grid.view
    let (x, y) = (view.x, view.y)
    let corners = [
      Point(x.lowerBound, y.lowerBound), Point(x.upperBound, y.lowerBound), Point(x.upperBound, y.upperBound),
      Point(x.lowerBound, y.upperBound),
    ]
    let pieces = 160
    return zip(corners, corners.dropFirst() + corners.prefix(1)).flatMap { a, b in
      let points = (0...pieces).map { index in
        let share = Double(index) / Double(pieces)
        return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
      }
      return stretches(ground.spots(points), steps: points.map { _ in 0 })
    }
  }
}
