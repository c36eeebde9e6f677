import Optimization
import Raster

/// The paths of a group under its several seeds: thin and translucent beneath the group's mean, with a dot where each
/// ends on the map.
struct FanLayer: Sendable {
  static let width = 1.0

  let style: RunStyle
  /// Those of which paths are drawn.
  private var members: [PathLayer]
  private let opacity: Double
  private let frame: Frame
  private let trajectories: [Trajectory]
  /// The step to which the runs have come.
  private var shownStep = Int.max

  /// Nothing for a run alone. Of many paths the first `paths` are drawn; where all of them end is shown.
  init(_ group: RunGroup, style: RunStyle, frame: Frame, paths: Int = .max) {
    self.style = style
    let drawn = group.isFan ? group.runs.prefix(paths) : []
    self.frame = frame
    members = drawn.map { PathLayer($0.trajectory, style: style, frame: frame) }
    opacity = Self.opacity(of: members.count)
    trajectories = (group.isFan ? group.runs : []).map(\.trajectory)
  }

  /// The fan when its runs have come to a step.
  func through(_ step: Int) -> FanLayer {
    var fan = self
    fan.shownStep = step
    fan.members = members.map { $0.through(step) }
    return fan
  }

  /// Each with the opacity at which it is drawn.
  var stretches: [PathLayer.Stretch] {
    members.flatMap { member in
      member.stretches.map { stretch in
        var stretch = stretch
        stretch.opacity *= opacity * (member.isCrowded ? Self.crowded : 1)
        return stretch
      }
    }
  }

  private var ends: [Position] {
    trajectories.compactMap { trajectory in
      let end = frame.position(trajectory[min(shownStep, trajectory.lastStep)])
      return frame.rect.contains(end) ? end : nil
    }
  }

  /// What a path that covers the map is fainter by, so that the map is seen through it.
  private static let crowded = 0.4

  /// The more paths, the fainter each, so that where they are dense the fan is as dark for many as for few.
  static func opacity(of count: Int) -> Double { min(0.6, max(0.12, 1.5 / Double(max(1, count)).squareRoot())) }

  var lines: [Drawing.Element] {
    stretches.map { stretch in
      .stroke(Path(stretch.points), Stroke(style.color.opacity(stretch.opacity), width: Self.width))
    }
  }

  /// The cloud in which the runs end.
  func dots(theme: Theme) -> [Drawing.Element] {
    ends.flatMap { end -> [Drawing.Element] in
      [
        .fill(.circle(center: end, radius: 2.7 * style.scale), theme.casing.opacity(0.85)),
        .fill(.circle(center: end, radius: 1.9 * style.scale), style.color),
      ]
    }
  }
}
