public import Figures
public import LossSurfaces

extension Rendering {
  public func cells(columns: Int, rows: Int) throws(InputError) -> [CellPicture] {
    if let curves = figure as? CurvesFigure { return [try curves.cellChart.picture(columns: columns, rows: rows)] }
    let map = CellMap(
      surface: plan.surface, view: plan.view, groups: groups, theme: .named(plan.recipe.theme),
      palette: plan.recipe.palette)
    return [try map.picture(columns: columns, rows: rows)]
  }
}

extension GridRendering {
  /// A picture is at least that many columns wide, so that a path can be followed, unless the whole is narrower.
  private static let leastColumns = 24

  public func cells(columns: Int, rows: Int) throws(InputError) -> [CellPicture] {
    let count = max(1, figure.sections.reduce(0) { $0 + $1.groups.count })
    let across = min(count, max(1, (columns + 2) / (Self.leastColumns + 2)), 4)
    let each = max(1, (columns + 2) / across - 2)
    return try figure.cellPictures(columns: each, rows: max(1, min(rows, each * 3 / 8)))
  }
}

extension ScheduleRendering {
  public func cells(columns: Int, rows: Int) throws(InputError) -> [CellPicture] {
    [try figure.cellChart.picture(columns: columns, rows: rows)]
  }
}

extension RangeTestRendering {
  public func cells(columns: Int, rows: Int) throws(InputError) -> [CellPicture] {
    [try figure.cellChart.picture(columns: columns, rows: rows)]
  }
}

extension MapRendering {
  public func cells(columns: Int, rows: Int) throws(InputError) -> [CellPicture] {
    [try figure.cellPicture(columns: columns, rows: rows)]
  }
}
