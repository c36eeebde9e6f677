import Optimization
import Raster

/// The steps at which an animation shows its runs, so that the eye can follow them.
///
/// Between one frame and the next the paths move about equally far, as seen on the map: three quarters of the frames go by
/// the distance, the rest by the number of steps. So the large steps of the beginning have frames of their own, what
/// hardly moves is passed over quickly, and a run that stands still goes on. A step counts as far as its fastest run moves,
/// at most 60 px, what lies outside the map not at all. A run of up to 96 steps has a frame for every step.
///
/// The frame of the start is shown for 0.4 s, each further one for a quarter of a second at most and all together for
/// 3.4 s at most, and the last for 1.2 s: 5 s at most.
struct Moments {
  /// Steps from 0 to the last of the longest run, rising.
  let steps: [Int]

  static let mostFrames = 97
  private static let startDuration = 400
  private static let longestDuration = 250
  private static let runningTime = 3400
  private static let endDuration = 1200
  /// The share of frames that go by distance.
  private static let distanceShare = 0.75
  private static let longestMove = 60.0

  /// What moves on the page: a run's place there at each step up to the last.
  struct Course {
    var lastStep: Int
    /// What lies outside is not seen.
    var rect: Rect
    var position: (Int) -> Position
  }

  /// Moments of trajectories on a map.
  init(of trajectories: [Trajectory], in frame: Frame) {
    self.init(of: trajectories.map { Course($0, in: frame) })
  }

  /// Moments at which all courses are shown together, wherever on the page each is.
  init(of courses: [Course]) {
    let last = courses.map(\.lastStep).max() ?? 0
    guard last > Self.mostFrames - 1 else {
      steps = Array(0...last)
      return
    }
    var moves = [Double](repeating: 0, count: last)
    for course in courses {
      for step in 0..<course.lastStep { moves[step] = max(moves[step], Self.move(course, step)) }
    }
    let distance = moves.reduce(0, +)
    let share = distance > 0 ? Self.distanceShare : 0
    var (steps, moved) = ([0], 0.0)
    for step in 1..<last {
      moved += moves[step - 1]
      let passed = (distance > 0 ? share * moved / distance : 0) + (1 - share) * Double(step) / Double(last)
      // A frame is due a hair early rather than, for a rounding, a step late.
      if passed * Double(Self.mostFrames - 1) >= Double(steps.count) - 1e-9 { steps.append(step) }
    }
    self.steps = steps.prefix(Self.mostFrames - 1) + [last]
  }

  /// How far a run is seen to move in a step.
  private static func move(_ course: Course, _ step: Int) -> Double {
    guard let (a, b) = Clipping.segment(course.position(step), course.position(step + 1), to: course.rect) else {
      return 0
    }
    return min(a.distance(to: b), longestMove)
  }

  /// How long each frame is shown.
  var milliseconds: [Int] {
    let between = steps.count - 2
    guard between >= 0 else { return [Self.endDuration] }
    let each = min(Self.longestDuration, Self.runningTime / max(between, 1))
    return [Self.startDuration] + Array(repeating: each, count: between) + [Self.endDuration]
  }
}

extension Moments.Course {
  /// A run on a map.
  init(_ trajectory: Trajectory, in frame: Frame) {
    self.init(lastStep: trajectory.lastStep, rect: frame.rect) { frame.position(trajectory[$0]) }
  }
}

extension Moments {
  /// The animation over a ground that stays; `elements` makes what is painted when the runs have come to a step, with nil
  /// the finished figure, which is the last frame.
  func animation(
    over ground: Drawing, _ elements: @escaping @Sendable (_ step: Int?) -> [Drawing.Element]
  ) -> Animation {
    let last = steps.count - 1
    let frames = zip(steps.enumerated(), milliseconds).map { moment, duration in
      Animation.Frame(milliseconds: duration) { elements(moment.offset == last ? nil : moment.element) }
    }
    return Animation(ground: ground, frames: frames)
  }
}
