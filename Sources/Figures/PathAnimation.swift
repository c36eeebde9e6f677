public import LossSurfaces
public import Raster

extension PathFigure {
  /// The figure in motion: over a map that stays, paths and curves grow and marks appear as the runs go on; the last
  /// frame is the finished figure, and the first in which the legend gives the verdicts.
  ///
  /// `Moments` chooses the frames. Layout and axes are those of the finished figure throughout.
  ///
  /// Throws as `drawing` does.
  public func animation() throws(InputError) -> Animation {
    let composition = try composition()
    let moments = Moments(
      of: groups.flatMap { [$0.mean] + $0.runs.map(\.trajectory) }, in: composition.plan.scene.frame)
    return moments.animation(over: ground(of: composition)) { elements(of: composition, through: $0) }
  }
}
