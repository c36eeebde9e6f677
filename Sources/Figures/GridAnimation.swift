public import LossSurfaces
import Optimization
public import Raster

extension GridFigure {
  /// The figure in motion: all cells in step, one clock for all; the last frame is the finished figure, and the first that
  /// gives the verdicts and says which is best.
  ///
  /// `Moments` chooses the frames by whichever cell moves most. Throws as `drawing` does.
  public func animation() throws(InputError) -> Animation {
    let composition = try composition()
    let courses = composition.cells.flatMap { cell in
      ([cell.group.mean] + cell.group.runs.map(\.trajectory)).map { Moments.Course($0, in: cell.scene.frame) }
    }
    return Moments(of: courses).animation(over: ground(of: composition)) { elements(of: composition, through: $0) }
  }
}
