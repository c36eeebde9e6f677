import LossSurfaces
import Raster

/// The floor of a relief with its grid, numbers along the two sides nearest to the viewer, and the scale of the loss upright at
/// the corner on the left.
struct ReliefAxes {
  private static let tick = 4.0

  var projection: ReliefProjection
  let heights: ReliefHeights
  let names: (x: String, y: String)
  let theme: Theme
  let sizes: TypeSizes

  /// The room that all this needs beyond the box itself.
  var margins: (left: Double, right: Double, top: Double, bottom: Double) {
    let widest = lossTicks.ticks.map { Typeface.width(of: $0.label, size: sizes.tick) }.max() ?? 0
    return (max(widest + Self.tick + 5, sizes.tick * 2.5), sizes.tick * 2.5, sizes.tick * 1.8, sizes.tick * 2.4)
  }

  private var view: View { projection.view }
  private var lossTicks: Ticks { heights.ticks(count: 5) }

  // MARK: Sides

  /// A side of the floor along which x or y runs.
  private struct Side {
    var from: Point
    var to: Point
    var scale: Scale
    /// The direction on the page that leads away from the floor.
    var outward: Position
    var name: String
  }

  private var sides: [Side] {
    let (turn, tilt) = (projection.turn, projection.tilt)
    // The side nearer to the viewer, or if both are as near the one on the right.
    let up = turn.y != 0 ? turn.y > 0 : turn.x > 0
    let right = turn.x != 0 ? turn.x > 0 : turn.y < 0
    let y = up ? view.y.upperBound : view.y.lowerBound
    let x = right ? view.x.upperBound : view.x.lowerBound
    func outward(_ u: Double, _ v: Double) -> Position {
      let (dx, dy) = (v * turn.x - u * turn.y, tilt.y * (u * turn.x + v * turn.y))
      let length = (dx * dx + dy * dy).squareRoot()
      return Position(dx / length, dy / length)
    }
    func side(_ from: Point, _ to: Point, _ range: ClosedRange<Double>, _ outward: Position, _ name: String) -> Side {
      let length = projection.position(from, height: 0).distance(to: projection.position(to, height: 0))
      return Side(from: from, to: to, scale: Scale(range, from: 0, to: length), outward: outward, name: name)
    }
    return [
      side(Point(view.x.lowerBound, y), Point(view.x.upperBound, y), view.x, outward(0, up ? 1 : -1), names.x),
      side(Point(x, view.y.lowerBound), Point(x, view.y.upperBound), view.y, outward(right ? 1 : -1, 0), names.y),
    ]
  }

  /// The corner that stands furthest to the left.
  private var corner: Point {
    let corners = [view.x.lowerBound, view.x.upperBound].flatMap { x in
      [view.y.lowerBound, view.y.upperBound].map { Point(x, $0) }
    }
    // Of two that are as far left the one behind.
    func key(_ point: Point) -> (Double, Double) {
      let place = projection.place(point)
      return ((place.across * 1e9).rounded(), place.near)
    }
    return corners.min { key($0) < key($1) }!
  }

  /// As close as the numbers allow: side by side they need more room than one above the other.
  private func ticks(_ side: Side) -> Ticks {
    let (from, to) = (floor(side.from), floor(side.to))
    let room = (3.4 * abs(to.x - from.x) + 1.6 * abs(to.y - from.y)) / from.distance(to: to)
    return side.scale.ticks(spacing: max(26, sizes.tick * room))
  }

  private func floor(_ point: Point) -> Position { projection.position(point, height: 0) }

  // MARK: Drawing

  /// The floor: what lies beneath the surface.
  var under: [Drawing.Element] {
    let (x, y) = (view.x, view.y)
    let outline = Path(
      [
        Point(x.lowerBound, y.lowerBound), Point(x.upperBound, y.lowerBound), Point(x.upperBound, y.upperBound),
        Point(x.lowerBound, y.upperBound),
      ].map(floor), isClosed: true)
    var lines = Path()
    for tick in ticks(sides[0]).ticks where tick.value > x.lowerBound && tick.value < x.upperBound {
      lines.subpaths.append(.init([Point(tick.value, y.lowerBound), Point(tick.value, y.upperBound)].map(floor)))
    }
    for tick in ticks(sides[1]).ticks where tick.value > y.lowerBound && tick.value < y.upperBound {
      lines.subpaths.append(.init([Point(x.lowerBound, tick.value), Point(x.upperBound, tick.value)].map(floor)))
    }
    return [
      .fill(outline, theme.grid.opacity(0.28)), .stroke(lines, Stroke(theme.grid, width: 1, cap: .butt)),
      .stroke(outline, Stroke(theme.quietInk.opacity(0.75), width: 1)),
    ]
  }

  /// Ticks, numbers and names; those that would overlap are left out.
  var over: [Drawing.Element] {
    let (marks, texts) = lettering
    return [.stroke(marks, Stroke(theme.quietInk, width: 1))] + texts.map { .text($0) }
  }

  /// What numbers and names take up.
  var boxes: [Rect] { lettering.texts.map(\.bounds) }

  private var lettering: (marks: Path, texts: [Text]) {
    var marks = Path()
    var texts: [Text] = []
    func add(_ text: Text) {
      let box = text.bounds.inset(by: -1)
      if !texts.contains(where: { $0.bounds.intersects(box) }) { texts.append(text) }
    }
    addLoss(&marks, add)
    for side in sides {
      addName(of: side, add)
      addTicks(of: side, &marks, add)
    }
    return (marks, texts)
  }

  private func addLoss(_ marks: inout Path, _ add: (Text) -> Void) {
    let corner = corner
    let (foot, head) = (floor(corner), projection.position(corner, height: 1))
    marks.subpaths.append(.init([foot, head]))
    let name = "loss"
    add(
      Text(
        name, at: Position(foot.x - Self.tick - 3, head.y - sizes.tick * 0.75), anchor: .middle, size: sizes.tick,
        color: theme.ink))
    for tick in lossTicks.ticks {
      let at = projection.position(corner, height: heights(tick.value))
      marks.subpaths.append(.init([at, Position(at.x - Self.tick, at.y)]))
      add(
        Text(
          tick.label, at: Position(at.x - Self.tick - 3, at.y + sizes.tick * Typeface.capHeight / 2), anchor: .end,
          size: sizes.tick, color: theme.quietInk))
    }
  }

  private func addTicks(of side: Side, _ marks: inout Path, _ add: (Text) -> Void) {
    for tick in ticks(side).ticks {
      let at = place(tick.value, on: side)
      marks.subpaths.append(.init([at, moved(at, side.outward, Self.tick)]))
      add(text(tick.label, beside: at, side.outward, distance: Self.tick + 3, theme.quietInk))
    }
  }

  /// The name stands at the middle of its side, beyond the numbers.
  private func addName(of side: Side, _ add: (Text) -> Void) {
    let middle = place((side.scale.domain.lowerBound + side.scale.domain.upperBound) / 2, on: side)
    let widest = ticks(side).ticks.map { Typeface.width(of: $0.label, size: sizes.tick) }.max() ?? 0
    let beyond = Self.tick + 3 + abs(side.outward.x) * widest + abs(side.outward.y) * sizes.tick + 4
    add(text(side.name, beside: middle, side.outward, distance: beyond, theme.ink))
  }

  private func place(_ value: Double, on side: Side) -> Position {
    let share = side.scale(value) / side.scale.end
    let (a, b) = (floor(side.from), floor(side.to))
    return Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
  }

  private func moved(_ p: Position, _ direction: Position, _ distance: Double) -> Position {
    Position(p.x + direction.x * distance, p.y + direction.y * distance)
  }

  /// A text whose box begins `distance` away in a direction.
  private func text(_ string: String, beside p: Position, _ direction: Position, distance: Double, _ color: Color)
    -> Text
  {
    let width = Typeface.width(of: string, size: sizes.tick)
    let near = moved(p, direction, distance)
    let height = sizes.tick * Typeface.capHeight
    return Text(
      string,
      at: Position(near.x + direction.x * width / 2, near.y + direction.y * height / 2 + height / 2), anchor: .middle,
      size: sizes.tick, color: color)
  }
}
