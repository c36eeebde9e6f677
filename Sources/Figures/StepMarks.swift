import LossSurfaces
import Optimization
import Raster

/// Marks on a path at its steps, and where its rate changes.
struct StepMarks {
  /// The least distance of marks.
  private var spacing: Double { 10 * style.scale }
  private static let neighbours = (-1...1).flatMap { x in (-1...1).map { SIMD2(x, $0) } }

  let trajectory: Trajectory
  let style: RunStyle
  let theme: Theme
  /// Marks outside are left out.
  let rect: Rect
  /// Where a point stands on the page; not a number where it is not to be seen.
  let position: (Point) -> Position

  private func place(_ step: Int) -> Position { position(trajectory[step]) }

  /// A mark at each step that can be told from its neighbours, `leastStep` away on the page, and stands clear of the
  /// marks before it.
  func marks(before end: Int, leastStep: Double) -> [Drawing.Element] {
    var taken: [SIMD2<Int>: Position] = [:]
    var elements: [Drawing.Element] = []
    guard end > 1 else { return [] }
    for step in 1..<end {
      let here = place(step)
      guard rect.contains(here), here.distance(to: place(step - 1)) > leastStep,
        here.distance(to: place(step + 1)) > leastStep
      else {
        continue
      }
      let cell = SIMD2(Int(here.x / spacing), Int(here.y / spacing))
      let isClear = Self.neighbours.allSatisfy { offset in
        taken[cell &+ offset].map { $0.distance(to: here) >= spacing } ?? true
      }
      guard isClear else { continue }
      taken[cell] = here
      if elements.count >= 2 * 400 { break }
      elements += style.marker.elements(
        at: here, radius: 2.7 * style.scale, color: style.color, casing: theme.casing, rim: style.scale)
    }
    return elements
  }

  /// Short strokes across the path where the schedule cut the rate or began again.
  func rateMarks(through end: Int = .max) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var last: Position?
    for step in (trajectory.cuts + trajectory.restarts).sorted()
    where step > 0 && step <= min(end, trajectory.lastStep - 1) {
      let here = place(step)
      guard rect.contains(here), last.map({ $0.distance(to: here) > 7 * style.scale }) ?? true else { continue }
      let before = place(step - 1)
      let length = before.distance(to: here)
      guard length > 0, length.isFinite else { continue }
      let half = 6 * style.scale
      let normal = Position(-(here.y - before.y) / length * half, (here.x - before.x) / length * half)
      let path = Path([Position(here.x - normal.x, here.y - normal.y), Position(here.x + normal.x, here.y + normal.y)])
      elements.append(.stroke(path, Stroke(theme.casing, width: 4.2 * style.scale)))
      elements.append(.stroke(path, Stroke(style.color, width: 2 * style.scale)))
      last = here
      if elements.count >= 2 * 60 { break }
    }
    return elements
  }
}
