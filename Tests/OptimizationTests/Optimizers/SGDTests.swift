import LossSurfaces
import Optimization
import Testing

@Suite struct SGDTests {
  /// 5.2: on x²/2 the largest stable rate is 2(1 + β) for the heavy ball, 2(1 + β)/(1 + 2β) for Nesterov's momentum;
  /// one in a thousand below it the weights return, one in a thousand above it they leave.
  @Test(arguments: [
    ("sgd", 2), ("sgd:momentum=0.3", 2.6), ("sgd:momentum=0.5", 3), ("sgd:momentum=0.9", 3.8),
    ("sgd:momentum=0.99", 3.98), ("sgd:momentum=0.3,nesterov=true", 1.625),
    ("sgd:momentum=0.5,nesterov=true", 1.5),
    ("sgd:momentum=0.9,nesterov=true", 3.8 / 2.8), ("sgd:momentum=0.99,nesterov=true", 3.98 / 2.98),
    ("sgd:momentum=0.5,dampening=0.5", 6),
  ])
  func stabilityLimit(text: String, limit: Double) throws {
    let optimizer = try Optimizer(Specification(parsing: text))
    #expect(abs(optimizer.stabilityLimit! - limit) < 1e-12)
    for (factor, isStable) in [(0.999, true), (1.001, false)] {
      let trajectory = try run(
        on: "x^2/2", from: Point(1, 0), Schedule(constant: limit * factor), steps: 20_000,
        optimizer: text
      ).trajectory()
      #expect((trajectory.divergedAt == nil) == isStable)
      if isStable { #expect(abs(trajectory.x.last!) < 1e-3) }
    }
  }

  /// 5.2: the optimal heavy ball on curvatures 1 and 10 reaches a distance of 1e-3 in 17 steps, plain descent in 40.
  @Test(arguments: [(2 / 11.0, 0.0, 40), (0.2309, 0.2699, 17)])
  func optimalRates(η: Double, β: Double, steps: Int) throws {
    let trajectory = try run(
      on: "(x^2 + 10*y^2)/2", from: Point(2.5, 1.5), Schedule(constant: η), steps: 100,
      optimizer: "sgd:momentum=\(β)"
    ).trajectory()
    #expect((0...100).first { trajectory[$0].distance(to: Point(0, 0)) < 1e-3 } == steps)
  }

  /// The first velocity is the whole gradient, whatever the dampening.
  @Test func firstVelocityIsTheGradient() throws {
    let trajectory = try run(
      on: "x", from: Point(0, 0), Schedule(constant: 1), steps: 3,
      optimizer: "sgd:momentum=0.5,dampening=0.75"
    ).trajectory()
    #expect(trajectory.x == [0, -1, -1.75, -2.375])
  }

  /// The rate stands outside the velocity: a rate of 0 stops at once, and nothing is forgotten meanwhile.
  @Test func rateIsOutsideTheVelocity() throws {
    let trajectory = try run(
      on: "x", from: Point(0, 0), schedule("formula:rate=if(t < 1, 1, if(t < 2, 0, 1))", steps: 3),
      steps: 3,
      optimizer: "sgd:momentum=0.5"
    ).trajectory()
    #expect(trajectory.x == [0, -1, -1, -2.75])
  }

  /// 5.2: after a cut to a tenth at step 10 the velocity still moves w by its old gradients at the new rate: −0.358 at
  /// step 20. The form with the rate inside the velocity, v ← β·v + η·g, w ← w − v, is the same until then and goes on at
  /// the old one: −0.292.
  @Test func aCutActsAtOnce() throws {
    let cut = try schedule("multi-step:milestones=10,factor=0.1", learningRate: 0.1)
    let trajectory = try run(on: "x^2/2", from: Point(1, 0), cut, steps: 20, optimizer: "sgd:momentum=0.9")
      .trajectory()
    #expect(abs(trajectory.x[20] + 0.3583546711483883) < 1e-14)
    var (w, v) = (1.0, 0.0)
    for (t, η) in trajectory.learningRate.enumerated() {
      // Before the cut the two differ by the roundings of a step, each carried on by a factor below 1.
      if t <= 10 { #expect(abs(trajectory.x[t] - w) < 1e-15 * Double(4 * (t + 1))) }
      v = 0.9 * v + η * w
      w -= v
    }
    #expect(abs(w + 0.292) < 0.0005)
  }

  /// No schedule touches the momentum; torch's `OneCycleLR` and `CyclicLR` do, unless told not to.
  @Test(arguments: Schedule.names.filter { $0 != "formula" }, [0, 0.9])
  func momentumStaysAsItIs(name: String, β: Double) throws {
    let schedule = try schedule(name, learningRate: 0.1, steps: 60)
    let trajectory = try run(
      on: "x^2/2", from: Point(1, 0), schedule, steps: 60, optimizer: "sgd:momentum=\(β)"
    ).trajectory()
    var (w, velocity) = (1.0, 0.0)
    for (t, η) in trajectory.learningRate.enumerated() {
      velocity = β * velocity + w
      w -= η * velocity
      #expect(trajectory.x[t + 1] == w)
    }
    #expect(trajectory.run.optimizer.momentum == β)
  }

  @Test func weightDecayPullsToZero() throws {
    let trajectory = try run(
      on: "0*x", from: Point(1, -2), Schedule(constant: 0.5), steps: 1,
      optimizer: "sgd:weight-decay=0.1"
    ).trajectory()
    #expect(trajectory.x == [1, 0.95])
    #expect(trajectory.y == [-2, -1.9])
  }
}
