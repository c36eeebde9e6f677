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

  /// Moments of trajectories on a map.
  init(of trajectories: [Trajectory], in frame: Frame) {
    let last = trajectories.map(\.lastStep).max() ?? 0
    guard last > Self.mostFrames - 1 else {
      steps = Array(0...last)
      return
    }
    var moves = [Double](repeating: 0, count: last)
    for trajectory in trajectories {
      for step in 0..<trajectory.lastStep {
        moves[step] = max(moves[step], Self.move(trajectory, step, frame))
      }
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
  private static func move(_ trajectory: Trajectory, _ step: Int, _ frame: Frame) -> Double {
    let (from, to) = (frame.position(trajectory[step]), frame.position(trajectory[step + 1]))
    guard let (a, b) = Clipping.segment(from, to, to: frame.rect) else { return 0 }
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
