import LossSurfaces

/// What is painted of a relief: heights, colours and whence they are seen. An object, so that inner loops copy no arrays.
final class ReliefSurface: Sendable {
  let loss: LossFunction
  let heights: ReliefHeights
  let shading: ReliefShading
  let projection: ReliefProjection

  init(loss: LossFunction, heights: ReliefHeights, shading: ReliefShading, projection: ReliefProjection) {
    (self.loss, self.heights, self.shading, self.projection) = (loss, heights, shading, projection)
  }
}
