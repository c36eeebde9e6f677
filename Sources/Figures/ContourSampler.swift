import LossSurfaces
import Raster

/// The loss and its gradient at a place on the page, per CSS pixel (x to the right, y down).
struct ContourSample {
  var f: Double
  var gx: Double
  var gy: Double
}

/// Evaluates a loss at places on the page.
struct ContourSampler {
  private let evaluator: Evaluator
  private let frame: Frame
  /// Plane units per CSS pixel.
  private let scaleX: Double
  private let scaleY: Double

  init(_ loss: LossFunction, _ frame: Frame) {
    evaluator = Evaluator(loss)
    self.frame = frame
    scaleX = frame.view.width / frame.rect.width
    scaleY = frame.view.height / frame.rect.height
  }

  func sample(_ x: Double, _ y: Double) -> ContourSample {
    let order = evaluator.firstOrder(at: frame.point(Position(x, y)))
    return ContourSample(f: order.value, gx: order.x * scaleX, gy: -order.y * scaleY)
  }

  /// Samples `count` places in blocks.
  func sample(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, f: UnsafeMutablePointer<Double>,
    gx: UnsafeMutablePointer<Double>, gy: UnsafeMutablePointer<Double>
  ) {
    let block = 512
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * block) { plane in
      guard let px = plane.baseAddress else { return }
      let py = px + block
      var first = 0
      while first < count {
        let lanes = min(block, count - first)
        for lane in 0..<lanes {
          let point = frame.point(Position(x[first + lane], y[first + lane]))
          px[lane] = point.x
          py[lane] = point.y
        }
        evaluator.gradients(x: px, y: py, count: lanes, value: f + first, dx: gx + first, dy: gy + first)
        for lane in first..<first + lanes {
          gx[lane] *= scaleX
          gy[lane] *= -scaleY
        }
        first += lanes
      }
    }
  }
}
