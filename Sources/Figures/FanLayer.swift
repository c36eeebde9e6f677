import Optimization
import Raster

/// The paths of a group under its several seeds: thin and translucent beneath the group's mean, with a dot where each
/// ends on the map.
struct FanLayer: Sendable {
  static let width = 1.0

  let style: RunStyle
  /// Each with the opacity at which it is drawn.
  let stretches: [PathLayer.Stretch]
  private let ends: [Position]

  /// Nothing for a run alone. Of many paths the first `paths` are drawn; where all of them end is shown.
  init(_ group: RunGroup, style: RunStyle, frame: Frame, paths: Int = .max) {
    self.style = style
    let drawn = group.isFan ? group.runs.prefix(paths) : []
    let members = drawn.map { PathLayer($0.trajectory, style: style, frame: frame) }
    let opacity = Self.opacity(of: members.count)
    stretches = members.flatMap { member in
      member.stretches.map {
        PathLayer.Stretch(points: $0.points, opacity: $0.opacity * opacity * (member.isCrowded ? Self.crowded : 1))
      }
    }
    ends = (group.isFan ? group.runs : []).compactMap { run in
      let end = frame.position(run.trajectory[run.trajectory.lastStep])
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
        .fill(.circle(center: end, radius: 2.7), theme.casing.opacity(0.85)),
        .fill(.circle(center: end, radius: 1.9), style.color),
      ]
    }
  }
}
