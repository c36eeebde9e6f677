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

  /// The samples in the middle of a rectangle and of its sides.
  func middles(of x: (Double, Double), _ y: (Double, Double)) -> (
    center: ContourSample, top: ContourSample, bottom: ContourSample, left: ContourSample, right: ContourSample
  ) {
    let (middleX, middleY) = ((x.0 + x.1) / 2, (y.0 + y.1) / 2)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 25) { memory in
      let (x5, y5, f) = (memory.baseAddress!, memory.baseAddress! + 5, memory.baseAddress! + 10)
      (x5[0], x5[1], x5[2], x5[3], x5[4]) = (middleX, middleX, middleX, x.0, x.1)
      (y5[0], y5[1], y5[2], y5[3], y5[4]) = (middleY, y.0, y.1, middleY, middleY)
      sample(x: x5, y: y5, count: 5, f: f, gx: f + 5, gy: f + 10)
      func made(_ i: Int) -> ContourSample { ContourSample(f: f[i], gx: f[5 + i], gy: f[10 + i]) }
      return (made(0), made(1), made(2), made(3), made(4))
    }
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
