import Dispatch
import LossSurfaces

/// Many descents at the same time on formulas given as text, by the block evaluator, on two threads.
struct TrajectoryBlocks {
  private static let lanes = 262_144
  private static let steps = 1000
  private static let threads = 2
  /// Lanes that stay in the first-level cache through all steps.
  private static let chunk = 256

  let loss: LossFunction
  let halfWidth: Double
  let learningRate: Double
  /// The momentum of the heavy ball; 0 is plain descent.
  let momentum: Double

  static let benchmark = Benchmark(name: "trajectories") {
    let rosenbrock = try LossFunction(formula: "(1 - x)^2 + 100*(y - x^2)^2")
    let wells = try LossFunction(formula: "-exp(-10*((x + 1)^2 + y^2)) - exp(-(x - 1)^2/2 - y^2/2)")
    let rastrigin = try LossFunction(formula: "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)")
    func row(
      _ name: String, _ loss: LossFunction, _ rate: Double, _ momentum: Double, goal: Double, prize: Double? = nil
    )
      -> Measurement
    {
      let blocks = TrajectoryBlocks(loss: loss, halfWidth: 1.5, learningRate: rate, momentum: momentum)
      return Measurement(
        name: "trajectories: \(name)", value: blocks.nanosecondsPerStep(), unit: "ns/step", goal: goal, prize: prize)
    }
    return [
      row("Rosenbrock, plain", rosenbrock, 2e-4, 0, goal: 0.54, prize: 0.26),
      row("Rosenbrock, heavy ball", rosenbrock, 2e-4, 0.9, goal: 0.87, prize: 0.47),
      row("two wells of exp, plain", wells, 0.05, 0, goal: 2.1),
      row("two wells of exp, heavy ball", wells, 0.05, 0.9, goal: 2.1),
      row("Rastrigin (cos), plain", rastrigin, 2e-3, 0, goal: 1.98),
      row("Rastrigin (cos), heavy ball", rastrigin, 2e-3, 0.9, goal: 1.98),
    ]
  }

  func nanosecondsPerStep() -> Double {
    let seconds = Stopwatch.median(of: 3) {
      DispatchQueue.concurrentPerform(iterations: Self.threads) { thread in
        let share = Self.lanes / Self.threads / Self.chunk
        descend(chunks: thread * share..<(thread + 1) * share)
      }
    }
    return seconds * 1e9 / Double(Self.lanes * Self.steps)
  }

  private func descend(chunks: Range<Int>) {
    let evaluator = Evaluator(loss)
    let arrays = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 6 * Self.chunk / 8)
    defer { arrays.deallocate() }
    let array = { (index: Int) in arrays + index * Self.chunk / 8 }
    let (x, y, dx, dy) = (array(0), array(1), array(2), array(3))
    let (vx, vy) = (array(4), array(5))
    for chunk in chunks {
      start(chunk, x, y)
      vx.update(repeating: .zero, count: Self.chunk / 8)
      vy.update(repeating: .zero, count: Self.chunk / 8)
      for _ in 0..<Self.steps {
        evaluator.gradients(
          x: doubles(x), y: doubles(y), count: Self.chunk, dx: doubles(dx), dy: doubles(dy))
        if momentum == 0 {
          advance(x, by: dx)
          advance(y, by: dy)
        } else {
          advance(x, by: dx, vx)
          advance(y, by: dy, vy)
        }
      }
    }
  }

  /// The starts lie on a grid of 512 by 512.
  private func start(_ chunk: Int, _ x: UnsafeMutablePointer<SIMD8<Double>>, _ y: UnsafeMutablePointer<SIMD8<Double>>) {
    for lane in 0..<Self.chunk {
      let index = chunk * Self.chunk + lane
      x[lane / 8][lane % 8] = halfWidth * (Double(index % 512) / 256 - 1)
      y[lane / 8][lane % 8] = halfWidth * (Double(index / 512) / 256 - 1)
    }
  }

  private func doubles(_ vectors: UnsafeMutablePointer<SIMD8<Double>>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(vectors).assumingMemoryBound(to: Double.self)
  }

  @inline(__always)
  private func advance(_ w: UnsafeMutablePointer<SIMD8<Double>>, by gradient: UnsafePointer<SIMD8<Double>>) {
    let rate = SIMD8(repeating: learningRate)
    for i in 0..<Self.chunk / 8 { w[i] -= rate * gradient[i] }
  }

  @inline(__always)
  private func advance(
    _ w: UnsafeMutablePointer<SIMD8<Double>>, by gradient: UnsafePointer<SIMD8<Double>>,
    _ velocity: UnsafeMutablePointer<SIMD8<Double>>
  ) {
    let (rate, momentum) = (SIMD8(repeating: learningRate), SIMD8(repeating: momentum))
    for i in 0..<Self.chunk / 8 {
      velocity[i] = momentum * velocity[i] + gradient[i]
      w[i] -= rate * velocity[i]
    }
  }
}
