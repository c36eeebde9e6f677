public import LossSurfaces
import Optimization
import Raster

extension OutcomeFigure {
  /// The map for a grid of cells: in colour the shades, without it a letter for each fate; the borders of theory and,
  /// where the axes are the weights, minima and saddles.
  public func cellPicture(columns: Int, rows: Int) throws(InputError) -> CellPicture {
    let shades = OutcomeShades(outcomes, minima: map.minima.count, show: show)
    let legend = OutcomeLegend(
      shades, names: names, total: outcomes.count, show: show, theme: theme,
      sizes: TypeSizes(width: width, height: height))
    let rect = Rect(x: 0, y: 0, width: Double(columns), height: Double(2 * rows))
    let (x, y) = (scaleX(0, rect.width), scaleY(rect.height, 0))
    var drawing = Drawing(width: rect.width, height: rect.height, background: theme.background)
    drawing.elements = [
      .field(OutcomeField(rect: rect, columns: map.x.count, rows: map.y.count, colors: shades.colors).field)
    ]
    let borders = isPlane ? [] : OutcomeBorder.all(of: map)
    for border in borders {
      let line = Path(border.points.map { Position(x.unheld($0.x), y.unheld($0.y)) })
      drawing.elements.append(.stroke(line, Stroke(Color(0xFFFFFF), width: 0.9)))
    }
    let image: Image
    do { image = try drawing.image(scale: 1) } catch { throw InputError(error.description) }
    return CellPicture(
      columns: columns, rows: rows, image: image, marks: isPlane ? marks(x, y, columns: columns, rows: rows) : [],
      contents: fates(legend, columns: columns, rows: rows),
      legend: legend.entries.map {
        .init(label: "\($0.label) \($0.share)", color: shades.inks.color($0.family, 0.5))
      }, key: [axes] + borders.map { "border: \($0.label)" })
  }

  /// What became of the run in the middle of each cell, by its place in the legend.
  private func fates(_ legend: OutcomeLegend, columns: Int, rows: Int) -> [CellPicture.Content] {
    let places = Dictionary(uniqueKeysWithValues: legend.entries.enumerated().map { ($1.family, $0) })
    return (0..<rows * columns).map { index in
      let column = (index % columns * 2 + 1) * map.x.count / (2 * columns)
      let row = map.y.count - 1 - (index / columns * 2 + 1) * map.y.count / (2 * rows)
      let family = OutcomeInks.Family(outcomes[row * map.x.count + column])
      return places[family].map { .path($0) } ?? .empty
    }
  }

  private func marks(_ x: Scale, _ y: Scale, columns: Int, rows: Int) -> [CellPicture.Mark] {
    surface.criticalPoints.marked { x.domain.contains($0.x) && y.domain.contains($0.y) }.compactMap { point in
      guard let cell = CellOwners.cell(of: Position(x(point.point.x), y(point.point.y)), columns: columns, rows: rows)
      else { return nil }
      return .init(
        column: cell.column, row: cell.row, character: point.isMinimum ? "★" : "×", color: Color(0x0A0D12))
    }
  }

  private var axes: String {
    func range(_ axis: MapAxis) -> String {
      let ends = [axis.range.lowerBound, axis.range.upperBound].map { NumberText.string($0, digits: 3) }
      return "\(Self.name(axis.setting)) from \(ends[0]) to \(ends[1])" + (axis.isLogarithmic ? " (logarithmic)" : "")
    }
    return "\(range(map.x)) across, \(range(map.y)) up"
  }
}
