import Raster

/// Finds the place on a map where a legend hides least.
enum LegendPlacement {
  /// The best box of that size along the sides of the panel, or nil when each hides a good part of the paths or a
  /// symbol.
  static func place(width: Double, height: Double, in grid: OccupancyGrid, margin: Double = 8) -> Rect? {
    let area = grid.rect.inset(by: margin)
    guard width <= area.width * 0.75, height <= area.height * 0.6 else { return nil }
    var best: (box: Rect, cost: Int)?
    let columns = [0.0, 1, 0.5, 0.25, 0.75]
    let rows = [0.0, 1, 0.5, 0.25, 0.75]
    for row in rows {
      for column in columns where row == 0 || row == 1 || column == 0 || column == 1 {
        let box = Rect(
          x: area.x + column * (area.width - width), y: area.y + row * (area.height - height), width: width,
          height: height)
        // Symbols want air about them: the basin of a minimum is where the action is.
        let roomy = box.inset(by: -12)
        guard let cost = grid.cost(of: box), !grid.boxes.contains(where: { $0.intersects(roomy) }) else { continue }
        if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
      }
    }
    guard let best, best.cost * 25 <= grid.pathCells else { return nil }
    return best.box
  }
}
