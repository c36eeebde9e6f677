import Diagnosis
import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

/// Every schedule and every optimizer on every surface of the catalog, with what they take when nothing is said.
@Suite struct CatalogRunsTests {
  private static let steps = 60

  /// A third of the pairs on each surface, in turn: so each schedule meets two or three optimizers there, each
  /// optimizer six schedules, and all pairs occur on any three neighbouring surfaces.
  @Test(arguments: Catalog.names.enumerated().map { ($0, $1) })
  func endsWithAVerdict(turn: Int, name: String) throws {
    let surface = try Catalog.surface(named: name)
    for (i, schedule) in Schedule.names.enumerated() {
      for (j, optimizer) in Optimizer.names.enumerated() where (turn + i + j) % 3 == 0 {
        try Self.check(surface, schedule, optimizer)
      }
    }
  }

  private static func check(_ surface: Surface, _ schedule: String, _ optimizer: String) throws {
    let given = schedule == "formula" ? "formula:rate=lr/(1 + t/T)" : schedule
    let run = try Run(
      loss: surface.loss, view: surface.view, start: surface.start, steps: steps,
      schedule: Schedule(Specification(parsing: given), learningRate: surface.learningRate, steps: steps),
      optimizer: Optimizer(Specification(optimizer)), batchSize: surface.loss.samples == nil ? nil : 1)
    let trajectory = run.trajectory()
    let verdict = Assessment(of: trajectory, on: surface).verdict
    let title = "\(surface.name), \(schedule), \(optimizer): \(verdict.kind)"
    #expect(!verdict.sentence.isEmpty && !verdict.words.isEmpty, "\(title)")
    #expect(!verdict.sentence.contains("nan") && !verdict.words.contains("nan"), "\(title): \(verdict.sentence)")

    let last = trajectory.lastStep
    #expect(last == trajectory.divergedAt ?? steps && trajectory.learningRate.count == last, "\(title)")
    #expect((verdict.kind == .diverged) == (trajectory.divergedAt != nil), "\(title)")
    for values in [trajectory.x, trajectory.y, trajectory.loss] {
      let numbers = trajectory.divergedAt == nil ? values[...] : values.dropLast()
      let areFinite = numbers.allSatisfy(\.isFinite)
      #expect(areFinite, "\(title): not a number, and the run goes on")
    }
    let areRates = trajectory.learningRate.allSatisfy { $0 >= 0 && $0.isFinite }
    #expect(areRates, "\(title)")
  }
}
