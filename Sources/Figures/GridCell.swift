import LossSurfaces
import Optimization
import Raster

/// One cell of small multiples: a name, what happened in a few words, the map with the path, and beneath it the loss and
/// the rate on scales that all cells of its surface share.
struct GridCell {
  /// What all cells of one surface have in common.
  struct Shared {
    var surface: Surface
    var view: View
    var levels: Levels
    var map: ColorMap
    var axis: StepAxis
    var extent: Double
    /// The strips that are drawn, top first, each with its scale.
    var strips: [(panel: PathFigure.Panel, domain: Strip.Domain)]
    var limit: Strip.Limit?
    /// Of the paths of a fan, as many as are drawn.
    var paths: Int
  }

  let shared: Shared
  let group: RunGroup
  let title: String
  let isBest: Bool
  let rect: Rect
  let theme: Theme
  let sizes: TypeSizes
  let lines: Lines
  let scene: MapScene
  private let ground: ContourLayer

  init(
    shared: Shared, group: RunGroup, title: String, isBest: Bool, rect: Rect, theme: Theme, sizes: TypeSizes,
    lines: Lines
  ) {
    (self.shared, self.group, self.title, self.isBest) = (shared, group, title, isBest)
    (self.rect, self.theme, self.sizes, self.lines) = (rect, theme, sizes, lines)
    let map = Self.map(in: rect, under: lines, over: shared.strips.count, sizes)
    let frame = Frame(rect: map, view: shared.view)
    ground = ContourLayer(loss: shared.surface.loss, frame: frame, levels: shared.levels, map: shared.map)
    var scene = MapScene(
      groups: [group], on: shared.surface, frame: frame, theme: theme, sizes: sizes, pathsOfFan: shared.paths)
    scene.annotate(namesPoints: false)
    self.scene = scene
  }

  /// What a cell needs beside its map.
  static func overhead(strips: Int, _ lines: Lines, sizes: TypeSizes) -> Double {
    wordsHeight(lines, sizes) + Double(strips) * (stripHeight(sizes) + stripGap)
  }

  private static let stripGap = 4.0
  private static func stripHeight(_ sizes: TypeSizes) -> Double { sizes.tick * 2.6 }
  private static func wordsHeight(_ lines: Lines, _ sizes: TypeSizes) -> Double {
    Double(lines.title) * sizes.label * 1.3 + Double(lines.verdict) * sizes.tick * 1.28 + 3
  }

  /// The lines that a name and the words of a verdict may take.
  struct Lines: Hashable, Sendable {
    var title: Int
    var verdict: Int
  }

  private static func map(in rect: Rect, under lines: Lines, over strips: Int, _ sizes: TypeSizes) -> Rect {
    let top = rect.minY + wordsHeight(lines, sizes)
    let bottom = rect.maxY - Double(strips) * (stripHeight(sizes) + stripGap)
    return Rect(
      x: rect.minX.rounded(), y: top.rounded(), width: rect.width.rounded(.down),
      height: max(10, (bottom - top).rounded(.down)))
  }

  private var mapRect: Rect { scene.frame.rect }

  /// The surface.
  var groundElements: [Drawing.Element] { ground.elements(labels: [], lineWidth: 0.8) }

  /// What is drawn over the surface; with a step, as it is when the run has come to it and has no verdict yet.
  func elements(hasArrows: Bool, through step: Int?) -> [Drawing.Element] {
    let scene = step.map { self.scene.through($0) } ?? self.scene
    return scene.elements(hasArrows: hasArrows) + [border(isBest: isBest && step == nil)]
      + words(isFinished: step == nil) + strips(through: step ?? .max)
  }

  /// The best cell's frame is of ink.
  private func border(isBest: Bool) -> Drawing.Element {
    .stroke(
      .rectangle(mapRect.inset(by: isBest ? -1 : -0.5)), Stroke(isBest ? theme.ink : theme.grid, width: isBest ? 2 : 1))
  }

  /// The name stands just above the words of the verdict, both above the map.
  private func words(isFinished: Bool) -> [Drawing.Element] {
    let name = wrapped((isBest && isFinished ? "★ " : "") + title, lines.title, sizes.label, .bold)
    let verdict = isFinished && lines.verdict > 0 ? wrapped(group.words, lines.verdict, sizes.tick, .regular) : []
    var baseline = rect.minY + Double(lines.title - name.count) * sizes.label * 1.3
    var elements: [Drawing.Element] = []
    for text in name {
      baseline += sizes.label * 1.3
      elements.append(line(text, baseline - sizes.label * 0.3, sizes.label, .bold))
    }
    for text in verdict {
      baseline += sizes.tick * 1.28
      elements.append(line(text, baseline - sizes.tick * 0.28, sizes.tick, .regular))
    }
    return elements
  }

  private func line(_ text: String, _ baseline: Double, _ size: Double, _ weight: Text.Weight) -> Drawing.Element {
    .text(
      Text(
        text, at: Position(rect.minX, baseline), size: size, weight: weight,
        color: weight == .bold ? theme.ink : theme.quietInk))
  }

  /// As many lines as there are, the last cut short.
  private func wrapped(_ text: String, _ most: Int, _ size: Double, _ weight: Text.Weight) -> [String] {
    let all = TextWrap.lines(of: text, width: rect.width, size: size, weight: weight)
    let rest = all.dropFirst(most - 1).joined(separator: " ")
    return (all.prefix(most - 1) + (rest.isEmpty ? [] : [rest])).map {
      TextWrap.truncated($0, width: rect.width, size: size, weight: weight)
    }
  }

  private func strips(through step: Int) -> [Drawing.Element] {
    let height = Self.stripHeight(sizes)
    return shared.strips.enumerated().flatMap { index, strip in
      let top = mapRect.maxY + Self.stripGap + Double(index) * (height + Self.stripGap)
      let plot = Rect(x: mapRect.minX, y: top.rounded(), width: mapRect.width, height: height.rounded(.down))
      var drawn = Strip(
        title: strip.panel == .loss ? "loss" : "η", series: series(strip.panel), extent: shared.extent,
        axis: shared.axis, isHeld: strip.panel == .learningRate,
        limit: strip.panel == .learningRate ? shared.limit : nil, theme: theme, sizes: sizes,
        domain: strip.domain)
      drawn.shownStep = step
      return drawn.thin(in: plot)
    }
  }

  private func series(_ panel: PathFigure.Panel) -> [Strip.Series] {
    GridCell.series(of: group, panel, shared.axis, style: theme.style(ofRun: 0), paths: shared.paths)
  }

  /// The fan's thin lines, and above them the run or the mean.
  static func series(
    of group: RunGroup, _ panel: PathFigure.Panel, _ axis: StepAxis, style: RunStyle, paths: Int = 0
  ) -> [Strip.Series] {
    let step = axis.length(ofStepIn: group.run)
    func values(_ trajectory: Trajectory) -> [Double] {
      panel == .loss ? trajectory.loss : trajectory.learningRate
    }
    let members = group.isFan && panel == .loss ? group.runs.prefix(paths).map { values($0.trajectory) } : []
    let opacity = FanLayer.opacity(of: members.count)
    let mean = Strip.Series(
      values: values(group.mean), step: step, style: style, marks: group.mean.cuts + group.mean.restarts,
      weight: .single)
    return [mean] + members.map { Strip.Series(values: $0, step: step, style: style, weight: .fan(opacity)) }
  }
}
