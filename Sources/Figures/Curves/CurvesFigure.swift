public import LossSurfaces
import Optimization
public import Raster

/// Loss against step for several runs: large, each called at its end by its name and what it came to.
public struct CurvesFigure: RunFigure {
  public var surface: Surface
  public var view: View
  public var groups: [RunGroup]
  /// Says the point; nil takes the surface's title and what is compared.
  public var title: String?
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  /// What else is shown against the step, in thin panels below; the losses go without saying.
  public var panels: [PathFigure.Panel] = []
  /// Whether the curves are called at their ends, not in a legend above.
  public var hasLabels = true
  public var footer: String?

  public init(surface: Surface, view: View? = nil, groups: [RunGroup]) {
    self.surface = surface
    self.view = view ?? surface.view
    self.groups = groups
  }

  /// Lays the figure out and draws it.
  public func drawing() -> Drawing {
    let composition = composition()
    var drawing = composition.ground
    drawing.elements += elements(of: composition)
    return drawing
  }

  /// All that is measured before anything is drawn.
  struct Composition {
    /// The page with all that stays.
    var ground: Drawing
    var layout: CurvesLayout
    var losses: Strip
    var panels: [Strip]
    /// Where the losses stand.
    var panel: Strip.Panel
    var marks: CurveMarks
  }

  func composition() -> Composition {
    let page = FigurePage(
      width: width, height: height, title: displayTitle,
      settings: SettingsLine.items(surface: surface, groups: groups, title: displayTitle), footer: footer, theme: theme)
    let axis = StepAxis(for: groups.map(\.run))
    let styles = styles
    var (losses, panels) = (lossStrip(styles), thinStrips)
    var legend = page.legend(of: groups)
    for index in styles.indices { legend.entries[index].style = styles[index] }
    let layout = CurvesLayout(
      .init(
        body: page.body, losses: losses, panels: panels, legend: legend, ends: ends(on: axis),
        hasLabels: hasLabels))
    panels = Array(panels.prefix(layout.panels.count))
    losses.hasStepNumbers = panels.isEmpty
    let panel = losses.panel(in: layout.losses, gutter: layout.gutter)
    var ground = page.drawing
    ground.elements += key.elements(right: panel.rect.maxX, baseline: layout.losses.minY + sizes.label)
    return Composition(
      ground: ground, layout: layout, losses: losses, panels: panels, panel: panel,
      marks: marks(on: panel, axis, styles))
  }

  /// What is drawn over the ground; with a step, as it is when the runs have come to it and have no verdicts yet.
  func elements(of composition: Composition, through step: Int? = nil) -> [Drawing.Element] {
    let layout = composition.layout
    var elements: [Drawing.Element] = []
    for (var strip, rect) in zip([composition.losses] + composition.panels, [layout.losses] + layout.panels) {
      strip.shownStep = step ?? .max
      elements += strip.elements(in: rect, gutter: layout.gutter)
    }
    elements += composition.marks.elements(through: step ?? .max)
    let isFinished = step == nil
    elements += layout.labels?.elements(right: composition.panel.rect.maxX, isFinished: isFinished) ?? []
    return elements + (layout.legend?.elements(at: layout.legendOrigin, saysVerdicts: isFinished) ?? [])
  }

  // MARK: Strips

  /// Lines that turn back all the time within few pixels are drawn thin and undashed: nothing is smoothed away.
  private func lossStrip(_ styles: [RunStyle]) -> Strip {
    var strip = strip(.loss, nil)
    for index in groups.indices { strip.series[index].style = styles[index] }
    strip.lineWidth = groups.contains { Self.isRough($0.mean, over: width) } ? 1.4 : 2
    strip.hasOwnMarks = false
    strip.domain = CurvesDomain.domain(
      of: groups.map(\.mean), fans: groups.filter(\.isFan).flatMap { $0.runs.map(\.trajectory) })
    return strip
  }

  private var styles: [RunStyle] {
    groups.enumerated().map { index, group in
      var style = theme.style(ofRun: index)
      // On paper dashes are what tells most runs apart.
      if theme.name != .print, Self.isRough(group.mean, over: width) { style.dash = [] }
      return style
    }
  }

  /// Whether dashes along it could not be told from its own ups and downs in a figure of that width.
  static func isRough(_ trajectory: Trajectory, over width: Double) -> Bool {
    let losses = trajectory.loss
    guard losses.count > 12, width < 12 * Double(losses.count) else { return false }
    let steps = zip(losses, losses.dropFirst()).map { $1 - $0 }
    let turns = zip(steps, steps.dropFirst()).count { $0 * $1 < 0 }
    return turns * 4 > losses.count
  }

  private var thinStrips: [Strip] {
    let kinds = panels.filter { $0 != .loss }
    let stability = kinds.contains(.stability) ? StabilityPanel(of: groups, in: view) : nil
    return kinds.enumerated().map { index, kind in
      var strip = strip(kind, stability)
      strip.hasStepNumbers = index == kinds.count - 1
      return strip
    }
  }

  private func ends(on axis: StepAxis) -> [(loss: Double, isLast: Bool)] {
    let extent = axis.extent(of: groups.flatMap(\.runs).map(\.trajectory))
    return groups.map { group in
      let end = Double(group.mean.lastStep) * axis.length(ofStepIn: group.run)
      return (group.mean.loss[group.mean.lastStep], end >= 0.985 * extent)
    }
  }

  // MARK: Marks

  private func marks(on panel: Strip.Panel, _ axis: StepAxis, _ styles: [RunStyle]) -> CurveMarks {
    CurveMarks(
      curves: groups.enumerated().map { index, group in
        .init(
          trajectory: group.mean, style: styles[index], step: axis.length(ofStepIn: group.run))
      }, panel: panel, theme: theme, sizes: sizes)
  }

  /// What full and hollow marks mean.
  private var key: StripKey {
    let isCut = groups.contains { !$0.mean.cuts.isEmpty }
    let isRestarted = groups.contains { !$0.mean.restarts.isEmpty }
    return StripKey(
      items: (isCut ? [(.cut, "cut")] : []) + (isRestarted ? [(.restart, "restart")] : []), theme: theme, sizes: sizes)
  }

  /// What the picture shows and what happened, in words made from the runs: for the PNG's description and for readers
  /// who cannot see it.
  public var description: String {
    let axis = StepAxis(for: groups.map(\.run))
    return Caption.paragraphs(["Loss against \(axis.label) on \(subject)."] + meaningOfFans, accounts(onMap: false))
  }
}
