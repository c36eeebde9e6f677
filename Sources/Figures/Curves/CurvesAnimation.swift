public import Raster

extension CurvesFigure {
  /// The figure in motion: curves grow behind their heads and marks appear as the runs go on; the last frame is the finished
  /// figure, and the first that gives the verdicts.
  ///
  /// `Moments` chooses the frames. Layout and axes are those of the finished figure throughout.
  public func animation() -> Animation {
    let composition = composition()
    let moments = Moments(of: composition.marks.courses)
    return moments.animation(over: composition.ground) { elements(of: composition, through: $0) }
  }
}
