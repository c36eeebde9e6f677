import Optimization
import Testing

@Suite struct WarmRestartsTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("warm-restarts:period=10,multiplier=2", 0, 1.0),
    ("warm-restarts:period=10,multiplier=2", 9, 0.024471741852423234),
    ("warm-restarts:period=10,multiplier=2", 10, 1.0),
    ("warm-restarts:period=10,multiplier=2", 20, 0.5),
    ("warm-restarts:period=10,multiplier=2", 29, 0.00615582970243117),
    ("warm-restarts:period=10,multiplier=2", 30, 1.0),
    ("warm-restarts:period=10,multiplier=2", 50, 0.5),
    ("warm-restarts:period=10,multiplier=2", 70, 1.0),
    ("warm-restarts:period=10,final=0.1", 0, 1.0),
    ("warm-restarts:period=10,final=0.1", 5, 0.55),
    ("warm-restarts:period=10,final=0.1", 9, 0.12202456766718092),
    ("warm-restarts:period=10,final=0.1", 10, 1.0),
    ("warm-restarts:period=10,final=0.1", 100_000_000, 1.0),
    ("warm-restarts:period=1", 5, 1.0),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  /// The restarts are at T₀·(1 + m + … + mⁱ⁻¹); a formula with a logarithm is wrong at 121·T₀ for m = 3.
  @Test(arguments: [1, 2, 3, 10], [1, 5, 10, 30, 100])
  func restartPoints(multiplier: Int, period: Int) throws {
    let restarts = try schedule("warm-restarts:period=\(period),multiplier=\(multiplier)")
    var (point, length) = (period, period * multiplier)
    for _ in 0..<20 where point < 100_000_000 {
      #expect(restarts.rate(at: point) == 1)
      #expect(restarts.isRestart(at: point))
      if period > 1 {
        #expect(restarts.rate(at: point - 1) < 1)
        #expect(!restarts.isRestart(at: point - 1) && !restarts.isRestart(at: point + 1))
      }
      point += length
      length *= multiplier
    }
  }

  /// Neither a long run with cycles of one length nor a cycle beyond all whole numbers takes time or traps.
  @Test(.timeLimit(.minutes(1))) func farOut() throws {
    let even = try schedule("warm-restarts:period=3")
    let long = try schedule("warm-restarts:period=1e12,multiplier=1e12")
    let growing = try schedule("warm-restarts:period=1,multiplier=1e12")
    #expect(even.rate(at: 99_999_999) == 1)
    #expect(long.rate(at: 100_000_000) > 0.99)
    #expect(growing.rate(at: .max) >= 0)
  }
}
