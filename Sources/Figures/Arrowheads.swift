import Raster

extension PathLayer {
  /// Arrowheads along the path where it is long and straight enough to carry one: they say which way the run went.
  ///
  /// A path that turns back at every step shows by its corners where it goes; it gets none after its first turn.
  func arrowheads(theme: Theme) -> [Drawing.Element] {
    let spacing = max(110, length / 5)
    var elements: [Drawing.Element] = []
    var sinceLast = spacing * 0.6
    for stretch in stretches where stretch.opacity == 1 {
      var before: Position?
      for (a, b) in zip(stretch.points, stretch.points.dropFirst()) {
        let length = a.distance(to: b)
        let turnsBack = before.map { (a.x - $0.x) * (b.x - a.x) + (a.y - $0.y) * (b.y - a.y) < 0 } ?? false
        before = a
        if turnsBack, !elements.isEmpty { return elements }
        sinceLast += length
        guard length > 22, sinceLast > spacing, elements.count < 24 else { continue }
        let middle = Position((a.x + b.x) / 2, (a.y + b.y) / 2)
        guard frame.rect.inset(by: 10).contains(middle) else { continue }
        let direction = Position((b.x - a.x) / length, (b.y - a.y) / length)
        elements += style.arrowhead(at: middle, direction, size: 4.2, theme: theme)
        sinceLast = 0
      }
    }
    return elements
  }
}
