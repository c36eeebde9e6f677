import Diagnosis
import LossSurfaces
import Optimization
import Testing

@Suite struct SaddleEscapeTests {
  /// With x = 1.5·0.9ᵗ and y = y₀·1.1ᵗ the gradient, √(x² + y²), is least where 0.19·x² = 0.21·y², and three times as
  /// large some 15 steps later.
  @Test(arguments: [(1e-3, 37, 52), (1e-6, 71, 87), (1e-9, 106, 121)])
  func leavesTheSaddle(y: Double, nearest: Int, escape: Int) throws {
    let events = try TestRun(.boundedSaddle, 1.5, y, rate: 0.1, steps: 300).events(.escapedSaddle)
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.step == escape)
    #expect(event.figures["nearestStep"] == Double(nearest))
    #expect(try #require(event.criticalPoint).point.distance(to: Point(0, 0)) < 1e-6)
  }

  @Test func sentence() throws {
    let event = try #require(try TestRun(.boundedSaddle, 1.5, 1e-6, rate: 0.1, steps: 250).events(.escapedSaddle).first)
    #expect(
      event.sentence == """
        Escaped the saddle at (0, 0) at step 87: the gradient had sunk to 0.0012 by step 71, and grew again along the \
        direction that falls away (λmin = −1).
        """)
  }

  /// A run that starts beside the saddle has no earlier maximum of its gradient, but leaves all the same.
  @Test func startingBesideIt() throws {
    let event = try #require(try TestRun(.boundedSaddle, 0, 1e-6, rate: 0.1, steps: 300).events(.escapedSaddle).first)
    // 1.1ᵗ > 3 from t = 12 on.
    #expect(event.step == 12)
  }

  /// Swinging through the saddle is not leaving it: y = 1e-6 takes its time, while x swings with a period of 20.
  @Test func withMomentum() throws {
    let run = TestRun(.boundedSaddle, 1.5, 1e-6, rate: 0.1, steps: 300, optimizer: "sgd:momentum=0.9")
    let event = try #require(try run.events(.escapedSaddle).first)
    let trajectory = try run.trajectory
    #expect(abs(trajectory.y[event.step]) > abs(trajectory.x[event.step]) / 2)
    #expect(abs(trajectory.y[event.step]) > 1e-4)
  }

  /// Noise lets the gradient rise and fall many times beside the saddle: that is one escape.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func onceWithNoise(seed: UInt64) throws {
    let run = TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 300, noise: 1e-4, seed: seed)
    let events = try run.events(.escapedSaddle)
    #expect(events.count == 1)
    // Facts 5.5: about ln(0.5/s)/ln(1.1) steps, 60 to 120 for this noise; the gradient grows well before.
    #expect((40...130).contains(try #require(events.first).step))
  }

  @Test(arguments: [
    // It stays.
    TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 300),
    // Momentum swings through the saddle and back.
    TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 300, optimizer: "sgd:momentum=0.9"),
    TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 400, optimizer: "adam"),
    // It passes at a distance: the gradient never sinks far.
    TestRun(.boundedSaddle, 1.5, 0.5, rate: 0.1, steps: 300),
    // λmin is negative on the way, but there is no saddle at all.
    TestRun(.rosenbrock, -1.2, 1, rate: 0.0025, steps: 3000), TestRun(.rosenbrock, -1.2, 1, rate: 0.001, steps: 3000),
    TestRun(.rosenbrock, -1.2, 1, rate: 0.001, steps: 3000, optimizer: "sgd:momentum=0.9"),
    TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200), TestRun(.plateau, 4, 0.5, rate: 1, steps: 400),
    TestRun(.himmelblau, 0, 0, rate: 0.01, steps: 200),
  ])
  func noEscape(run: TestRun) throws {
    #expect(try run.events(.escapedSaddle).isEmpty)
  }
}
