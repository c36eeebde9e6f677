import Raster

/// A run drawn over the plane of the weights, with what notes beside it need to know.
protocol DrawnRun: Sendable {
  var style: RunStyle { get }
  /// Whether it leaves the view and never comes back to stay.
  var leavesForGood: Bool { get }
  /// Where it leaves the view for the first time, and in which direction.
  var exit: (position: Position, direction: Position, step: Int)? { get }
  /// The last point, where it can be seen.
  var end: Position? { get }
  /// The step that it has come to, before which its end does not stand.
  var shownStep: Int { get }
}

extension DrawnRun {
  /// A full disc in the run's colour at the last point; where there are several runs with the run's marker in it, so that
  /// their ends can be told apart without colour. A disc in the disc would look like a start: that run's stays full.
  func head(theme: Theme) -> [Drawing.Element] {
    guard let end else { return [] }
    let (scale, isMarked) = (style.scale, style.isOneOfSeveral && style.marker != .disc)
    let radius = isMarked ? 5.4 * scale : 4.6 * scale
    let marker = style.marker.elements(at: end, radius: 2.5 * scale, color: theme.casing, casing: style.color, rim: 0)
    return [
      .fill(.circle(center: end, radius: radius + 1.6 * scale), theme.casing),
      .fill(.circle(center: end, radius: radius), style.color),
    ] + (isMarked ? marker : [])
  }
}

extension RunStyle {
  /// A piece of a path. The casing has the gaps of the line, so that a path beneath that runs the same way is seen
  /// through them.
  func line(_ points: [Position], width: Double, casing: Double, opacity: Double, theme: Theme) -> [Drawing.Element] {
    let path = Path(points)
    return [
      .stroke(
        path,
        Stroke(
          theme.casing.opacity(opacity), width: width + 2 * casing, dash: dash, cap: dash.isEmpty ? .round : .butt)),
      .stroke(path, Stroke(color.opacity(opacity), width: width, dash: dash, cap: .round)),
    ]
  }

  /// A filled arrowhead whose middle is at `position`.
  func arrowhead(at position: Position, _ direction: Position, size: Double, theme: Theme) -> [Drawing.Element] {
    let size = size * scale
    let across = Position(-direction.y, direction.x)
    func corner(_ along: Double, _ side: Double) -> Position {
      Position(
        position.x + (along * direction.x + side * across.x) * size,
        position.y + (along * direction.y + side * across.y) * size)
    }
    let path = Path([corner(1.25, 0), corner(-0.95, 0.95), corner(-0.55, 0), corner(-0.95, -0.95)], isClosed: true)
    return [
      .stroke(path, Stroke(theme.casing, width: 2.2 * scale)),
      .fill(path, color),
    ]
  }
}
