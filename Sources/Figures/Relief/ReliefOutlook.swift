import LossSurfaces
import Optimization
import Raster

/// Chooses whence a relief is seen and how high it is: so that the surface hides little of the paths, and of itself.
struct ReliefOutlook {
  /// Where the viewer stands in most textbooks: x runs to the right, y into the picture.
  private static let usual = 300.0
  /// Heights of the box in units of the floor, whose mean side is 2, the one that looks best first.
  private static let reliefs = [1, 0.85, 0.7, 0.58, 0.46]
  /// Of the paths this much may be hidden without looking for something better.
  private static let enough = 0.94

  private let grid: ReliefGrid
  private let elevation: Double
  private let reliefs: [Double]
  private let onPaths: [Spot]
  private let onSurface: [Spot]

  private struct Spot {
    var point: Point
    var height: Double
  }

  /// On a page higher than wide the box may be higher.
  init(_ grid: ReliefGrid, elevation: Double, trajectories: [Trajectory], room: Rect) {
    self.grid = grid
    self.elevation = elevation
    let stretch = min(max(room.height / room.width, 1), 1.5)
    reliefs = Self.reliefs.map { $0 * stretch }
    func spots(_ points: [Point]) -> [Spot] {
      points.compactMap { point in grid.height(at: point).map { Spot(point: point, height: $0) } }
    }
    let view = grid.view
    onPaths = spots(trajectories.flatMap { Self.points(of: $0, in: view) })
    let shares = (0..<15).map { (Double($0) + 0.5) / 15 }
    onSurface = spots(
      shares.flatMap { u in
        shares.map { v in
          Point(view.x.lowerBound + u * view.width, view.y.lowerBound + v * view.height)
        }
      })
  }

  /// Some forty points of a path, evenly along its length in view.
  private static func points(of trajectory: Trajectory, in view: View) -> [Point] {
    let last = trajectory.lastStep
    let lengths = (0..<last).map { step in
      view.contains(trajectory[step]) && view.contains(trajectory[step + 1])
        ? trajectory[step].distance(to: trajectory[step + 1]) : 0
    }
    let every = lengths.reduce(0, +) / 40
    var points = [trajectory[0], trajectory[last]]
    var along = 0.0
    for step in 0..<last where every > 0 {
      along += lengths[step]
      while along >= every {
        along -= every
        let share = lengths[step] > 0 ? 1 - min(along / lengths[step], 1) : 0
        let (a, b) = (trajectory[step], trajectory[step + 1])
        points.append(Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share))
      }
    }
    return points
  }

  /// The best projection; a given azimuth is kept.
  func projection(azimuth: Double?) -> ReliefProjection {
    let azimuths = azimuth.map { [$0] } ?? Self.azimuths
    var best: (projection: ReliefProjection, worth: Double)?
    for relief in reliefs {
      for azimuth in azimuths {
        let projection = ReliefProjection(view: grid.view, azimuth: azimuth, elevation: elevation, relief: relief)
        let worth = worth(projection)
        if best.map({ worth > $0.worth }) ?? true { best = (projection, worth) }
      }
      if let best, visible(onPaths, best.projection) >= Self.enough { break }
    }
    return best!.projection
  }

  /// Every 15°, save where a side of the floor lies level with the page.
  private static var azimuths: [Double] {
    stride(from: 15.0, to: 360, by: 15).filter { $0.truncatingRemainder(dividingBy: 90) != 0 }
  }

  private func worth(_ projection: ReliefProjection) -> Double {
    let away = abs((projection.azimuth - Self.usual).remainder(dividingBy: 360)) / 180
    return visible(onPaths, projection) + 0.5 * visible(onSurface, projection) - 0.06 * away
  }

  /// The share of places that is seen; 1 of none.
  private func visible(_ spots: [Spot], _ projection: ReliefProjection) -> Double {
    guard !spots.isEmpty else { return 1 }
    let seen = spots.count { !grid.hides($0.point, height: $0.height, from: projection, stride: 4) }
    return Double(seen) / Double(spots.count)
  }
}
