public import LossSurfaces
import Optimization
public import Raster

extension ReliefFigure {
  /// The figure in motion: over a surface that stays, paths grow as the runs go on; the last frame is the finished figure,
  /// and the first in which the legend gives the verdicts.
  ///
  /// `Moments` chooses the frames. Throws as `drawing` does.
  public func animation() throws(InputError) -> Animation {
    let composition = try composition()
    let ground = composition.scene.ground
    let courses = (composition.scene.paths + composition.scene.fans.joined()).map { path in
      Moments.Course(lastStep: path.trajectory.lastStep, rect: ground.rect) { step in
        // Past the view the surface may rise without end.
        let point = path.trajectory[step]
        return ground.grid.view.contains(point) ? ground.position(point) : Position(.nan, .nan)
      }
    }
    return Moments(of: courses).animation(over: self.ground(of: composition)) {
      elements(of: composition, through: $0)
    }
  }
}
