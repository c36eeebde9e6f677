import Diagnosis
import Optimization
import Testing

@Suite struct RateChangeTests {
  @Test func cuts() throws {
    let run = TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 80, schedule: "step:factor=0.5,every=20")
    let events = try run.events(.rateCut)
    #expect(events.map(\.step) == [20, 40, 60])
    #expect(events.first?.figures["from"] == 0.19)
    #expect(events.first?.figures["to"] == 0.095)
    #expect(events.first?.sentence == "The learning rate was cut from 0.19 to 0.095 at step 20.")
  }

  @Test func cutsOfAPlateauSchedule() throws {
    let run = TestRun(.bowl, 2, 1.5, rate: 2, steps: 60, schedule: "plateau:factor=0.5,patience=5")
    let trajectory = try run.trajectory
    #expect(!trajectory.cuts.isEmpty)
    #expect(try run.events(.rateCut).map(\.step) == trajectory.cuts)
  }

  @Test func restarts() throws {
    let run = TestRun(.sharpFlat, -1.9, 0.6, rate: 0.15, steps: 120, schedule: "warm-restarts:period=40")
    let events = try run.events(.restart)
    #expect(events.map(\.step) == [40, 80])
    #expect(
      events.first?.sentence == "A new cycle began at step 40: the learning rate went from 0.000231 to 0.15.")
  }

  @Test func neitherWithAConstantRate() throws {
    let kinds = try TestRun(.ravine, 2.5, 1.5, rate: 0.1, steps: 80).assessed().events.map(\.kind)
    #expect(!kinds.contains(.rateCut) && !kinds.contains(.restart))
  }
}
