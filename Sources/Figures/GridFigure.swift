import Diagnosis
public import LossSurfaces
import Optimization
public import Raster

/// Small multiples: a cell for each of several runs, each with its map, its verdict, its loss and its rate, on levels and
/// scales that all cells of one surface share.
///
/// The cells of one surface stand in the order of `GridRanking`, best first; where there are several surfaces they keep
/// the order given, so that the same setting has the same place on each. The best of each surface is marked.
public struct GridFigure: Sendable {
  /// The runs on one surface.
  public struct Section: Sendable {
    public var surface: Surface
    public var view: View
    public var groups: [RunGroup]

    public init(surface: Surface, view: View, groups: [RunGroup]) {
      self.surface = surface
      self.view = view
      self.groups = groups
    }

    /// The indices of the groups, best first.
    public var ranking: [Int] { GridRanking(groups, on: surface).order }

    /// The first of several groups, unless it diverged as all the others did.
    var best: Int? {
      guard groups.count > 1, let first = ranking.first else { return nil }
      return groups[first].runs.allSatisfy { $0.trajectory.divergedAt != nil } ? nil : first
    }
  }

  public var sections: [Section]
  /// Says the point; nil takes what is compared.
  public var title: String?
  public var width: Double = 720
  public var height: Double = 540
  public var theme: Theme = .light
  public var palette: String?
  public var levelCount = 12
  public var panels: [PathFigure.Panel] = [.loss, .learningRate]
  public var hasArrows = true
  public var footer: String?

  public init(sections: [Section]) { self.sections = sections }

  /// A size at which the cells can be read, so many on each surface: as many columns as rows on one surface, a row for
  /// each of several.
  public static func size(cells: [Int]) -> (width: Int, height: Int) {
    let isBySurface = cells.count == 1 || cells.allSatisfy { $0 == 1 }
    let total = cells.reduce(0, +)
    let columns = isBySurface ? Int(Double(total).squareRoot().rounded(.up)) : min(cells.max() ?? 1, 5)
    let rows = isBySurface ? (total + columns - 1) / columns : cells.reduce(0) { $0 + ($1 + columns - 1) / columns }
    return (max(720, columns * 250), max(540, rows * (isBySurface ? 325 : 340) + 70))
  }

  /// In all figures together no more paths are drawn.
  private static let mostPaths = 200
  private static let mostPathsOfFan = 12

  private var sizes: TypeSizes { TypeSizes(width: width, height: height) }
  private var margin: Double { MapLayout.margin(width) }
  private var cellCount: Int { sections.reduce(0) { $0 + $1.groups.count } }

  /// Whether each surface has one cell: then it is the surface that the cells are named after.
  private var isBySurface: Bool { sections.count > 1 && sections.allSatisfy { $0.groups.count == 1 } }
  private var isOrdered: Bool { sections.count == 1 }

  /// Lays the figure out and draws it.
  ///
  /// Throws when the palette has no such name or the number of levels is not allowed.
  public func drawing() throws(InputError) -> Drawing {
    let composition = try composition()
    var drawing = ground(of: composition)
    drawing.elements += elements(of: composition)
    return drawing
  }

  /// All that is measured before anything is drawn.
  struct Composition {
    /// What is said of the whole and of each surface.
    var words: [Drawing.Element]
    var cells: [GridCell]
  }

  func composition() throws(InputError) -> Composition {
    let header = Header(
      title: displayTitle, settings: settings, width: width - 2 * margin, lines: height < 340 ? 1 : 2, theme: theme,
      sizes: sizes)
    let bottom = height - max(6, margin * 0.6) - (footer == nil ? 0 : sizes.tick * 1.6)
    let top = margin + header.height + 8
    let body = Rect(x: margin, y: top, width: width - 2 * margin, height: bottom - top)
    let (layout, panels, lines) = try self.layout(in: body)
    var composition = Composition(words: header.elements(at: Position(margin, margin)), cells: [])
    for (section, (rects, heading)) in zip(sections, zip(layout.cells, layout.headings)) {
      if sections.count > 1, !isBySurface { composition.words.append(self.heading(section, at: heading)) }
      composition.cells += try cells(of: section, in: rects, panels, lines)
    }
    if let footer {
      let position = Position(width - margin, height - 7)
      composition.words.append(
        .text(Text(footer, at: position, anchor: .end, size: sizes.tick, color: theme.quietInk)))
    }
    return composition
  }

  /// The page with the surfaces, on which all else is drawn.
  func ground(of composition: Composition) -> Drawing {
    Drawing(
      width: width, height: height, background: theme.background,
      elements: composition.words + composition.cells.flatMap(\.groundElements))
  }

  /// What is drawn over the ground; with a step, as it is when the runs have come to it and none is yet the best.
  func elements(of composition: Composition, through step: Int? = nil) -> [Drawing.Element] {
    composition.cells.flatMap { $0.elements(hasArrows: hasArrows, through: step) }
  }

  /// Smaller maps show nothing.
  private static let leastMap = 12.0

  /// Strips and second lines of words give way where cells are small. Throws when there is no room even so.
  private func layout(in body: Rect) throws(InputError) -> (GridLayout, [PathFigure.Panel], GridCell.Lines) {
    let heading = sections.count > 1 && !isBySurface ? sizes.label * 1.8 : 0
    let counts = isBySurface ? [sections.count] : sections.map(\.groups.count)
    let aspect = sections.map { $0.view.width / $0.view.height }.reduce(0, +) / Double(max(1, sections.count))
    let wanted = panels.filter { [.loss, .learningRate].contains($0) }
    var last: (GridLayout, [PathFigure.Panel], GridCell.Lines)?
    for (strips, lines) in [(wanted, 2), (wanted, 1), (Array(wanted.prefix(1)), 1), ([], 1), ([], 0)] {
      func measured(titleLines: Int) -> (layout: GridLayout, words: GridCell.Lines, overhead: Double) {
        let words = GridCell.Lines(title: titleLines, verdict: lines)
        let overhead = GridCell.overhead(strips: strips.count, words, sizes: sizes)
        return (
          GridLayout(counts.map { .init(count: $0, heading: heading) }, in: body, aspect: aspect, overhead: overhead),
          words, overhead
        )
      }
      var (layout, words, overhead) = measured(titleLines: 1)
      if lines > 0, let width = layout.cells.first?.first?.width, widestTitle > width {
        (layout, words, overhead) = measured(titleLines: 2)
      }
      let cells = isBySurface ? layout.cells[0].map { [$0] } : layout.cells
      let spread = GridLayout(cells: cells, headings: isBySurface ? cells.map { _ in Position(0, 0) } : layout.headings)
      last = (spread, strips, words)
      if let cell = layout.cells.first?.first, cell.width >= 60,
        cell.height - overhead >= max(60, 0.4 * cell.height)
      {
        break
      }
      if strips.isEmpty, lines == 0, let cell = layout.cells.first?.first,
        min(cell.width, cell.height - overhead) < Self.leastMap
      {
        let size = Self.size(cells: sections.map(\.groups.count))
        throw InputError(
          "\(cellCount) cells do not fit a picture of \(Int(width))×\(Int(height))",
          remedy: "Leave the size out, which makes \(size.width)x\(size.height), or compare less.")
      }
    }
    return last!
  }

  private var widestTitle: Double {
    sections.flatMap { section in section.groups.map { title(of: $0, in: section) } }
      .map { Typeface.width(of: "★ " + $0, size: sizes.label, weight: .bold) }.max() ?? 0
  }

  private func title(of group: RunGroup, in section: Section) -> String {
    isBySurface ? section.surface.title : group.label
  }

  private func heading(_ section: Section, at place: Position) -> Drawing.Element {
    .text(
      Text(
        section.surface.title, at: Position(place.x, place.y + sizes.label * 1.1), size: sizes.label * 1.1,
        weight: .bold, color: theme.ink))
  }

  private func cells(of section: Section, in rects: [Rect], _ panels: [PathFigure.Panel], _ lines: GridCell.Lines)
    throws(InputError) -> [GridCell]
  {
    let best = section.best
    let shared = try shared(by: section, panels)
    let order = isOrdered ? section.ranking : Array(section.groups.indices)
    // Each cell finds its contour lines; all cores help.
    return Workers.all.map(Array(zip(order, rects))) { index, rect in
      GridCell(
        shared: shared, group: section.groups[index],
        title: title(of: section.groups[index], in: section),
        isBest: index == best, rect: rect, theme: theme, sizes: sizes, lines: lines
      )
    }
  }

  /// Levels and scales of one surface.
  private func shared(by section: Section, _ panels: [PathFigure.Panel]) throws(InputError) -> GridCell.Shared {
    let axis = StepAxis(for: section.groups.map(\.run))
    let limit = Strip.Limit(of: section.groups, on: section.surface)
    let style = theme.style(ofRun: 0)
    let strips = panels.map { panel -> (PathFigure.Panel, Strip.Domain) in
      let series = section.groups.flatMap { GridCell.series(of: $0, panel, axis, style: style) }
      let isRate = panel == .learningRate
      return (panel, Strip.domain(of: series, isRate: isRate, limit: isRate ? limit : nil))
    }
    return GridCell.Shared(
      surface: section.surface, view: section.view,
      levels: try Levels(count: levelCount, surface: section.surface, view: section.view),
      map: try palette.map { name throws(InputError) in try ColorMap.named(name) } ?? theme.colorMap,
      axis: axis, extent: axis.extent(of: section.groups.flatMap(\.runs).map(\.trajectory)), strips: strips,
      limit: limit, paths: min(Self.mostPathsOfFan, max(1, Self.mostPaths / max(1, cellCount))))
  }

  // MARK: Words

  private var hasSeeds: Bool { sections.contains { $0.groups.contains(where: \.isFan) } }

  /// What is best, and by what.
  public var criterion: String? {
    sections.contains { $0.groups.count > 1 }
      ? GridRanking.criterion(isOrdered: isOrdered, hasSeeds: hasSeeds) : nil
  }

  private var settings: [String] {
    let shared =
      sections.count == 1
      ? SettingsLine.items(surface: sections[0].surface, groups: sections[0].groups, title: displayTitle)
      : SettingsLine.shared(by: sections.flatMap(\.groups))
    return shared + [criterion].compactMap(\.self)
  }

  /// The title given, or `Rosenbrock valley: 16 schedules`.
  public var displayTitle: String {
    if let title { return title }
    let runs = sections[0].groups.map(\.run)
    let compared = Comparison.words(of: runs)
    guard sections.count > 1 else {
      return compared.map { "\(sections[0].surface.title): \($0)" } ?? sections[0].surface.title
    }
    return "\(sections.count) surfaces" + (compared.map { ", \($0)" } ?? "")
  }

  /// What the picture shows and what happened, made from the runs.
  public var description: String {
    var accounts: [String] = []
    for section in sections {
      let marked = section.best
      let order = isOrdered ? section.ranking : Array(section.groups.indices)
      if sections.count > 1 { accounts.append("\(section.surface.title).") }
      for index in order {
        let group = section.groups[index]
        let best = index == marked ? " (best)" : ""
        accounts.append("\(group.label)\(best): \(group.sentence)")
      }
    }
    return Caption.paragraphs(
      ["Small multiples, \(cellCount) in all. \(settings.joined(separator: ", "))."], accounts)
  }
}
