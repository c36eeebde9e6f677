import Diagnosis
import Testing

@Suite struct ZigzagTests {
  @Test func acrossTheRavine() throws {
    let event = try #require(try TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 200).events(.zigzag).first)
    #expect(event.step == 1)
    #expect(event.until == 156)
    #expect(
      event.sentence == """
        Zigzagged from step 1 to 156: η·λmax = 1.9 is above 1, so each step overshoots the floor of the valley.
        """)
  }

  /// The cut after 20 steps brings η·λmax below 1.
  @Test func untilTheRateIsCut() throws {
    let run = TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 80, schedule: "step:factor=0.5,every=20")
    let event = try #require(try run.events(.zigzag).first)
    #expect(event.step == 1)
    #expect((19...21).contains(try #require(event.until)))
    #expect(try run.verdict().words == "0.0012 from the minimum after 80 steps")
  }

  @Test(arguments: [
    TestRun(.ravine, 2.5, 1.5, rate: 0.09, steps: 200), TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200),
    TestRun(.bowl, 2, 1.5, rate: 1, steps: 200),
    // They do not end at the minimum nor on the way to it.
    TestRun(.ravine, 2.5, 1.5, rate: 0.2, steps: 100), TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 40),
    // Too few steps.
    TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 9),
    // Noise turns steps back by chance.
    TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 200, noise: 0.5),
  ])
  func noZigzag(run: TestRun) throws {
    #expect(try run.events(.zigzag).isEmpty)
  }
}
