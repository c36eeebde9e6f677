import CKernels
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
      row("two wells of exp, plain", wells, 0.05, 0, goal: 2.0),
      row("two wells of exp, heavy ball", wells, 0.05, 0.9, goal: 2.0),
      row("Rastrigin (cos), plain", rastrigin, 2e-3, 0, goal: 1.7),
      row("Rastrigin (cos), heavy ball", rastrigin, 2e-3, 0.9, goal: 1.7),
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
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: 8 * Self.chunk * MemoryLayout<Double>.stride, alignment: 64)
    let room = memory.initializeMemory(as: Double.self, repeating: 0, count: 8 * Self.chunk)
    defer { memory.deallocate() }
    let array = { (index: Int) in room + index * Self.chunk }
    array(6).update(repeating: learningRate, count: Self.chunk)
    array(7).update(repeating: momentum, count: Self.chunk)
    var block = kernel_block(
      x: array(0), y: array(1), dx: array(2), dy: array(3), velocity_x: array(4), velocity_y: array(5),
      rate: array(6), momentum: array(7), weight_decay: nil)
    var rule = kernel_sgd(has_momentum: momentum == 0 ? 0 : 1, is_nesterov: 0, has_weight_decay: 0)
    for chunk in chunks {
      start(chunk, array(0), array(1))
      array(4).update(repeating: 0, count: 2 * Self.chunk)
      for _ in 0..<Self.steps {
        evaluator.gradients(x: array(0), y: array(1), count: Self.chunk, dx: array(2), dy: array(3))
        kernel_advance(&block, &rule, Self.chunk)
      }
    }
  }

  /// The starts lie on a grid of 512 by 512.
  private func start(_ chunk: Int, _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>) {
    for lane in 0..<Self.chunk {
      let index = chunk * Self.chunk + lane
      x[lane] = halfWidth * (Double(index % 512) / 256 - 1)
      y[lane] = halfWidth * (Double(index / 512) / 256 - 1)
    }
  }
}
