import Optimization
import Testing

@Suite struct CyclicalRateTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("triangular:low=0,up=5", 0, 0.0),
    ("triangular:low=0,up=5", 4, 0.8),
    ("triangular:low=0,up=5", 5, 1.0),
    ("triangular:low=0,up=5", 6, 0.8),
    ("triangular:low=0,up=5", 10, 0.0),
    ("triangular:low=0,up=5", 15, 1.0),
    ("triangular:low=0,up=5", 100_000_000, 0.0),
    ("triangular2:low=0,up=5", 5, 1.0),
    ("triangular2:low=0,up=5", 15, 0.5),
    ("triangular2:low=0,up=5", 25, 0.25),
    ("triangular2:low=0,up=5", 100_000_005, 0.0),
    ("exp-range:low=0,up=5,decay=0.5", 5, 0.03125),
    ("exp-range:low=0,up=5,decay=0.5", 15, 3.0517578125e-05),
    ("triangular:low=0.1,up=2,down=8", 0, 0.1),
    ("triangular:low=0.1,up=2,down=8", 1, 0.55),
    ("triangular:low=0.1,up=2,down=8", 2, 1.0),
    ("triangular:low=0.1,up=2,down=8", 6, 0.55),
    ("triangular:low=0.1,up=2,down=8", 10, 0.1),
    ("triangular:low=0.1,up=2,down=8", 11, 0.55),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  @Test func restartsWithEachCycle() throws {
    #expect(try (0..<35).filter(schedule("triangular:up=5,down=7").isRestart) == [12, 24])
  }

  /// The decay of exp-range fits a run of T steps, and stays positive in a short one.
  @Test(arguments: [(100, 0.95), (10, 0.5), (1, 0.5)])
  func fits(steps: Int, decay: Double) throws {
    #expect(try schedule("exp-range", steps: steps).specification["decay"] == .number(decay))
  }
}
