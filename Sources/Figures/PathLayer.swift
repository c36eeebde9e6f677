import LossSurfaces
import Optimization
import Raster

/// One run on the map, or the mean of several: its line with a casing, its step marks, its beginning and its end.
///
/// A run that leaves the view for good fades with each crossing after that and is drawn no more when it can hardly be
/// seen, so that a diverging run looks like one and does not bury what others do.
struct PathLayer: DrawnRun {
  private static let fade = 0.55
  private static let faintest = 0.1

  /// One stretch of the line with its opacity, and the steps at which the run is at its points.
  struct Stretch: Sendable {
    var points: [Position]
    var steps: [Int]
    var opacity: Double
  }

  let trajectory: Trajectory
  let style: RunStyle
  let frame: Frame
  private(set) var stretches: [Stretch]
  /// The last step that is drawn.
  private(set) var shownStep: Int
  /// The first step outside the view, if any.
  let departure: Int?
  /// Whether it never comes back to stay.
  let leavesForGood: Bool
  /// The length of the line on the page.
  let length: Double
  /// Whether it crosses the map so many times that it is drawn finer and without marks.
  let isCrowded: Bool
  /// The widths of the line and of its casing on each side.
  let width: Double
  let casing: Double
  /// The length on the page of steps that are marked: a mean that wanders about the floor of its noise is not.
  private let leastStep: Double

  /// A mean is drawn bolder than a run, for it stands on those that it is the mean of; its casing is thinner, for where
  /// the mean still wanders a wide one would be all that is seen.
  init(_ trajectory: Trajectory, style: RunStyle, frame: Frame, isMean: Bool = false) {
    self.trajectory = trajectory
    self.style = style
    self.frame = frame
    let last = trajectory.lastStep
    shownStep = last
    // Of a run that begins outside, the first step outside after it has come in.
    let entry = (0...last).first { frame.view.contains(trajectory[$0]) } ?? 0
    departure = (entry...last).first { !frame.view.contains(trajectory[$0]) }
    leavesForGood = departure != nil && !frame.view.contains(trajectory[last])
    stretches = Self.stretches(of: trajectory, frame, from: leavesForGood ? departure : nil)
    length = Self.length(of: stretches)
    isCrowded = length > 14 * (frame.rect.width + frame.rect.height)
    let scale = max(0.6, style.scale)
    width = (isCrowded ? 1.3 : 2) * (isMean ? 1.3 : 1) * scale
    casing = (isCrowded || isMean ? 0.7 : 1.3) * scale
    leastStep = isMean ? 14 : 4
  }

  private static func length(of stretches: [Stretch]) -> Double {
    stretches.reduce(0) { sum, stretch in
      sum + zip(stretch.points, stretch.points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
  }

  private static func stretches(of trajectory: Trajectory, _ frame: Frame, from departure: Int?) -> [Stretch] {
    // A line outside the page is cut a little beyond the frame, so that its cap does not show.
    let page = frame.rect.inset(by: -20)
    var stretches: [Stretch] = []
    var current = Stretch(points: [], steps: [], opacity: 1)
    var opacity = 1.0
    func finish() {
      current.opacity = opacity
      if current.points.count > 1 { stretches.append(current) }
      current = Stretch(points: [], steps: [], opacity: 1)
    }
    for step in 0..<max(0, trajectory.lastStep) {
      let (from, to) = (frame.position(trajectory[step]), frame.position(trajectory[step + 1]))
      if let departure, step >= departure {
        finish()
        guard Clipping.segment(from, to, to: frame.rect) != nil else { continue }
        opacity *= fade
        if opacity < faintest { break }
      }
      guard let (a, b) = Clipping.segment(from, to, to: page) else {
        finish()
        continue
      }
      if current.points.last != a { finish() }
      if current.points.isEmpty { current.append(a, step) }
      current.append(b, step + 1)
    }
    finish()
    return stretches.map(\.thinned)
  }

  func lines(theme: Theme) -> [Drawing.Element] {
    stretches.flatMap { style.line($0.points, width: width, casing: casing, opacity: $0.opacity, theme: theme) }
  }

  /// A mark at each step that can be told from its neighbours and stands clear of the marks before it.
  func marks(theme: Theme) -> [Drawing.Element] {
    let end = leavesForGood ? min(departure ?? trajectory.lastStep, trajectory.lastStep) : trajectory.lastStep
    return isCrowded ? [] : stepMarks(theme).marks(before: min(end, shownStep + 1), leastStep: leastStep)
  }

  /// Short strokes across the path where the schedule cut the rate or began again.
  func rateMarks(theme: Theme) -> [Drawing.Element] { stepMarks(theme).rateMarks(through: shownStep) }

  private func stepMarks(_ theme: Theme) -> StepMarks {
    StepMarks(trajectory: trajectory, style: style, theme: theme, rect: frame.rect) { frame.position($0) }
  }

  /// Where the path crosses the frame for the first time, and in which direction.
  var exit: (position: Position, direction: Position, step: Int)? {
    guard let departure, departure > 0 else { return nil }
    let from = frame.position(trajectory[departure - 1])
    let to = frame.position(trajectory[departure])
    guard let (_, edge) = Clipping.segment(from, to, to: frame.rect) else { return nil }
    let length = from.distance(to: to)
    guard length > 0, length.isFinite else { return nil }
    return (edge, Position((to.x - from.x) / length, (to.y - from.y) / length), departure)
  }

  /// The last point, when it is on the map.
  var end: Position? {
    let position = frame.position(trajectory[shownStep])
    return frame.rect.contains(position) ? position : nil
  }

  /// The layer as it is when the run has come to a step: drawn as the whole is, up to there.
  func through(_ step: Int) -> PathLayer {
    var layer = self
    layer.shownStep = min(step, trajectory.lastStep)
    layer.stretches = stretches.compactMap { stretch in
      stretch.through(step) { frame.position(trajectory[$0]) }
    }
    return layer
  }
}
