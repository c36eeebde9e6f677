import Diagnosis
public import LossSurfaces
import Optimization
import Raster

/// A map of a surface with the paths of runs, for a grid of cells.
public struct CellMap: Sendable {
  public var surface: Surface
  public var view: View
  public var groups: [RunGroup]
  public var theme: Theme
  /// A colour map's name; nil takes the theme's.
  public var palette: String?

  public init(surface: Surface, view: View, groups: [RunGroup], theme: Theme, palette: String? = nil) {
    self.surface = surface
    self.view = view
    self.groups = groups
    self.theme = theme
    self.palette = palette
  }

  /// More bands could not be told apart at so few pixels.
  private static let levelCount = 8
  private static let pathsOfFan = 12

  /// Throws when the palette has no such name.
  public func picture(columns: Int, rows: Int) throws(InputError) -> CellPicture {
    let map = try palette.map { name throws(InputError) in try ColorMap.named(name) } ?? theme.colorMap
    let levels = try Levels(count: Self.levelCount, surface: surface, view: view)
    let rect = Rect(x: 0, y: 0, width: Double(columns), height: Double(2 * rows))
    let frame = Frame(rect: rect, view: view)
    var drawing = Drawing(width: rect.width, height: rect.height, background: theme.background)
    drawing.elements = [.field(Bands.field(loss: surface.loss, frame: frame, levels: levels, map: map))]
    var owners = CellOwners(
      columns: columns, rows: rows, contents: bands(levels, frame, columns: columns, rows: rows))
    let layers = groups.enumerated().map { index, group in
      PathLayer(group.mean, style: theme.style(ofRun: index), frame: frame, isMean: group.isFan)
    }
    for (group, layer) in zip(groups, layers) where group.isFan {
      drawing.elements += fan(group, layer)
    }
    for (index, layer) in layers.enumerated() {
      for stretch in layer.stretches {
        drawing.elements += line(stretch.points, layer.style, width: 1.5, opacity: stretch.opacity)
        owners.mark(stretch.points, as: index)
      }
    }
    let image: Image
    do { image = try drawing.image(scale: 1) } catch { throw InputError(error.description) }
    return CellPicture(
      columns: columns, rows: rows, image: image, marks: marks(layers, frame, columns: columns, rows: rows),
      contents: owners.contents,
      legend: zip(groups, layers).map { .init(label: $0.label, color: $1.style.color) }, key: key(levels))
  }

  private func line(_ points: [Position], _ style: RunStyle, width: Double, opacity: Double) -> [Drawing.Element] {
    var style = style
    style.dash = []
    return style.line(points, width: width, casing: 0.5, opacity: opacity, theme: theme)
  }

  /// The runs of a fan, faint.
  private func fan(_ group: RunGroup, _ mean: PathLayer) -> [Drawing.Element] {
    group.runs.prefix(Self.pathsOfFan).flatMap { run in
      PathLayer(run.trajectory, style: mean.style, frame: mean.frame).stretches.map { stretch in
        .stroke(Path(stretch.points), Stroke(mean.style.color.opacity(0.3 * stretch.opacity), width: 0.8))
      }
    }
  }

  /// The band at the middle of each cell.
  private func bands(_ levels: Levels, _ frame: Frame, columns: Int, rows: Int) -> [CellPicture.Content] {
    let evaluator = Evaluator(surface.loss)
    return (0..<rows * columns).map { index in
      let place = Position(Double(index % columns) + 0.5, Double(index / columns) * 2 + 1)
      let loss = evaluator.value(at: frame.point(place))
      return loss.isNaN ? .empty : .band(levels.band(of: loss))
    }
  }

  // MARK: Marks

  /// What is known of the surface, where the runs begin and where they end; a run that ends at a minimum gives that its colour.
  private func marks(_ layers: [PathLayer], _ frame: Frame, columns: Int, rows: Int) -> [CellPicture.Mark] {
    var marks: [Int: CellPicture.Mark] = [:]
    func put(_ character: Character, at point: Point, _ color: Color, keeps: Bool = false) {
      guard view.contains(point), let cell = CellOwners.cell(of: frame.position(point), columns: columns, rows: rows)
      else { return }
      let place = cell.row * columns + cell.column
      marks[place] = .init(
        column: cell.column, row: cell.row, character: keeps ? marks[place]?.character ?? character : character,
        color: color)
    }
    for point in surface.criticalPoints.marked(where: view.contains) {
      put(Self.character(of: point.kind), at: point.point, theme.ink)
    }
    for layer in layers { put("○", at: layer.trajectory[0], theme.ink) }
    for layer in layers { put("●", at: layer.trajectory[layer.trajectory.lastStep], layer.style.color, keeps: true) }
    return marks.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func character(of kind: CriticalPoint.Kind) -> Character {
    switch kind {
    case .minimum, .valley, .cusp: "★"
    case .saddle, .degenerate, .maximum: "×"
    }
  }

  private func key(_ levels: Levels) -> [String] {
    let (x, y) = (view.x, view.y)
    let kinds = Set(surface.criticalPoints.marked(where: view.contains).map { Self.character(of: $0.kind) })
    let lowest = NumberText.string(levels.values.first ?? 0, digits: 3)
    let highest = NumberText.string(levels.values.last ?? 0, digits: 3)
    return [
      "\(surface.axes.x) from \(NumberText.string(x.lowerBound)) to \(NumberText.string(x.upperBound)) across, "
        + "\(surface.axes.y) from \(NumberText.string(y.lowerBound)) to \(NumberText.string(y.upperBound)) up; "
        + "\(levels.values.count + 1) bands of loss from below \(lowest) to above \(highest)",
      (["○\u{A0}start", "●\u{A0}end"] + (kinds.contains("★") ? ["★\u{A0}minimum"] : [])
        + (kinds.contains("×") ? ["×\u{A0}saddle"] : []))
        .joined(separator: "  "),
    ]
  }
}
