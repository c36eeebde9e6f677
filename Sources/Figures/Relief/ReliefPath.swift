import LossSurfaces
import Optimization
import Raster

/// One run draped over a relief, or the mean of several: between its steps the line keeps to the surface; where the surface hides it, it is
/// dotted. A run that leaves the view for good ends there.
struct ReliefPath: DrawnRun {
  /// The line has a corner this often, in CSS pixels on the floor.
  private static let piece = 3.0
  /// At most so many corners, more where there are more steps.
  private static let corners = 60_000
  /// Parts that are seen or hidden for less than this go with those about them.
  private static let shortest = 5.0

  struct Stretch: Sendable {
    var points: [Position]
    /// The steps that a run has made when it is at the points.
    var steps: [Int]
    var isHidden: Bool

    var length: Double { zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } }

    /// What there is of it when the run has come to a step; nil before it begins.
    func through(_ step: Int) -> Stretch? {
      let count = steps.firstIndex { $0 > step } ?? steps.count
      guard count > 1 else { return nil }
      return Stretch(points: Array(points[..<count]), steps: Array(steps[..<count]), isHidden: isHidden)
    }
  }

  /// A point on the way of a run, and the steps it has made there.
  typealias Corner = (point: Point, step: Int)

  let trajectory: Trajectory
  let style: RunStyle
  let ground: ReliefGround
  private(set) var stretches: [Stretch]
  /// The last step that is drawn.
  private(set) var shownStep: Int
  let leavesForGood: Bool
  private let departure: Int?
  private let isCrowded: Bool
  private let isMean: Bool
  /// The length of what is seen of the whole line on the page.
  private let seenLength: Double

  init(_ trajectory: Trajectory, style: RunStyle, ground: ReliefGround, isMean: Bool = false) {
    (self.trajectory, self.style, self.ground, self.isMean) = (trajectory, style, ground, isMean)
    let view = ground.grid.view
    let last = trajectory.lastStep
    shownStep = last
    // Of a run that begins outside, the first step outside after it has come in.
    let entry = (0...last).first { view.contains(trajectory[$0]) } ?? 0
    departure = (entry...last).first { !view.contains(trajectory[$0]) }
    leavesForGood = departure != nil && !view.contains(trajectory[last])
    stretches = Self.lines(of: trajectory, until: leavesForGood ? departure ?? last : last, ground).flatMap {
      Self.stretches(ground.spots($0.map(\.point)), steps: $0.map(\.step))
    }
    seenLength = stretches.reduce(0) { $0 + ($1.isHidden ? 0 : $1.length) }
    isCrowded = stretches.reduce(0) { $0 + $1.length } > 14 * (ground.rect.width + ground.rect.height)
  }

  // MARK: The line in the plane

  /// The path in the plane, cut at the view, with corners close enough to be laid over the surface.
  private static func lines(of trajectory: Trajectory, until end: Int, _ ground: ReliefGround) -> [[Corner]] {
    let (view, projection) = (ground.grid.view, ground.surface.projection)
    let plane = Rect(x: view.x.lowerBound, y: view.y.lowerBound, width: view.width, height: view.height)
    var lines: [[Corner]] = []
    var current: [Corner] = []
    // Where the last piece ended, whether it was kept or not.
    var last: Position?
    for step in 0..<max(0, end) {
      let (from, to) = (trajectory[step], trajectory[step + 1])
      guard let (a, b) = Clipping.segment(Position(from.x, from.y), Position(to.x, to.y), to: plane) else { continue }
      if last != a {
        if current.count > 1 { lines.append(current) }
        current = [(Point(a.x, a.y), step)]
      }
      last = b
      let start = current[current.count - 1].point
      let length = projection.position(start, height: 0).distance(
        to: projection.position(Point(b.x, b.y), height: 0))
      // Steps that nobody can tell from the one kept before are passed over.
      if length < 0.3, step + 1 < end { continue }
      let count = max(1, min(Int(length / piece), corners / max(1, end)))
      for index in 1...count {
        let share = Double(index) / Double(count)
        current.append((Point(start.x + (b.x - start.x) * share, start.y + (b.y - start.y) * share), step + 1))
      }
    }
    return current.count > 1 ? lines + [current] : lines
  }

  // MARK: The line on the page

  /// The line through spots, each with the steps made there; it ends where there is no surface.
  static func stretches(_ spots: [ReliefGround.Spot?], steps: [Int]) -> [Stretch] {
    var stretches: [Stretch] = []
    var current: Stretch?
    for (spot, step) in zip(spots, steps) {
      guard let spot else {
        if let current { stretches.append(current) }
        current = nil
        continue
      }
      if var open = current {
        open.points.append(spot.position)
        open.steps.append(step)
        if open.isHidden == spot.isHidden {
          current = open
          continue
        }
        stretches.append(open)
      }
      current = Stretch(points: [spot.position], steps: [step], isHidden: spot.isHidden)
    }
    return joined(stretches + (current.map { [$0] } ?? []))
  }

  /// Short stretches become parts of those before them.
  private static func joined(_ stretches: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches {
      if let last = result.last, last.points.last == stretch.points.first,
        stretch.length < shortest || stretch.isHidden == last.isHidden
      {
        result[result.count - 1].points += stretch.points.dropFirst()
        result[result.count - 1].steps += stretch.steps.dropFirst()
      } else {
        result.append(stretch)
      }
    }
    return result.filter { $0.points.count > 1 }
  }

  /// The path as it is when the run has come to a step: drawn as the whole is, up to there.
  func through(_ step: Int) -> ReliefPath {
    var path = self
    path.shownStep = min(step, trajectory.lastStep)
    path.stretches = stretches.compactMap { $0.through(step) }
    return path
  }

  func lines(theme: Theme) -> [Drawing.Element] {
    stretches.flatMap { stretch -> [Drawing.Element] in
      if stretch.isHidden {
        return [.stroke(Path(stretch.points), Stroke(style.color.opacity(0.7), width: 1.5, dash: [0.1, 4]))]
      }
      return style.line(
        stretch.points, width: (isCrowded ? 1.3 : 2) * (isMean ? 1.3 : 1), casing: isCrowded ? 0.7 : 1.3, opacity: 1,
        theme: theme)
    }
  }

  /// As one of several seeds: thin, translucent, where it is seen.
  func faintLines(opacity: Double) -> [Drawing.Element] {
    stretches.filter { !$0.isHidden }.map {
      .stroke(Path($0.points), Stroke(style.color.opacity(opacity), width: FanLayer.width))
    }
  }

  // MARK: Marks

  /// Nowhere where it is not seen.
  private func place(_ point: Point) -> Position {
    ground.shows(point, margin: 0) ? ground.position(point) : Position(.nan, .nan)
  }

  func marks(theme: Theme) -> [Drawing.Element] {
    let last = trajectory.lastStep
    let marks = StepMarks(trajectory: trajectory, style: style, theme: theme, rect: ground.rect, position: place)
    let end = leavesForGood ? departure ?? last : last
    return (isCrowded ? [] : marks.marks(before: min(end, shownStep + 1), leastStep: isMean ? 14 : 4))
      + marks.rateMarks(through: shownStep)
  }

  /// Heads along what is seen, where the line keeps its direction.
  func arrowheads(theme: Theme) -> [Drawing.Element] {
    let seen = stretches.filter { !$0.isHidden }
    let spacing = max(110, seenLength / 5)
    var elements: [Drawing.Element] = []
    var sinceLast = spacing * 0.6
    for stretch in seen {
      for index in stretch.points.indices.dropFirst() {
        let here = stretch.points[index]
        sinceLast += stretch.points[index - 1].distance(to: here)
        guard sinceLast > spacing, elements.count < 24, index >= 3, index + 3 < stretch.points.count else { continue }
        let (before, after) = (stretch.points[index - 3], stretch.points[index + 3])
        let chord = before.distance(to: after)
        guard chord > 12, before.distance(to: here) + here.distance(to: after) < 1.02 * chord else { continue }
        let direction = Position((after.x - before.x) / chord, (after.y - before.y) / chord)
        elements += style.arrowhead(at: here, direction, size: 4.2, theme: theme)
        sinceLast = 0
      }
    }
    return elements
  }

  var exit: (position: Position, direction: Position, step: Int)? {
    guard let departure, departure > 0, leavesForGood, let last = stretches.last, !last.isHidden,
      last.points.count > 1
    else { return nil }
    let (from, to) = (last.points[last.points.count - 2], last.points[last.points.count - 1])
    let length = from.distance(to: to)
    guard length > 0 else { return nil }
    return (to, Position((to.x - from.x) / length, (to.y - from.y) / length), departure)
  }

  var end: Position? {
    let point = trajectory[shownStep]
    return ground.shows(point, margin: 0) ? ground.position(point) : nil
  }
}
