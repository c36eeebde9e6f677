import Diagnosis
import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Figures

@Suite struct SettingsLineTests {
  /// One run for each size and seed; a size of nil is the whole loss.
  private static func items(
    _ runs: [(size: Int?, seed: UInt64)], sampling: Sampling? = nil, noise: Double = 0
  ) throws -> [String] {
    let surface = try Catalog.surface(named: "linear-regression")
    return SettingsLine.items(
      surface: surface,
      groups: try runs.map { size, seed in
        let trajectory = try Run(
          loss: surface.loss, view: surface.view, start: surface.start, steps: 5,
          schedule: Schedule(constant: 0.1), optimizer: Optimizer(Specification("sgd")),
          noise: Noise(x: noise, y: noise), batchSize: size, sampling: size == nil ? nil : sampling, seed: seed
        ).trajectory()
        return RunGroup(
          FigureRun(label: "", trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface)))
      }, title: surface.title)
  }

  private static let ends = ["start (−0.6, 0.8)", "5 steps"]

  @Test func saysHowBatchesAreDrawn() throws {
    let beginning = ["SGD", "constant rate", "η = 0.1"]
    #expect(
      try Self.items([(4, 7)]).dropFirst()
        == beginning[...] + ["batch 4 of 8, reshuffled", "seed 7"] + Self.ends + ["2 steps an epoch"])
    #expect(
      try Self.items([(1, 7)], sampling: .replacement, noise: 0.5).dropFirst()
        == beginning[...] + ["batch 1 of 8, with replacement", "gradient noise 0.5", "seed 7"] + Self.ends
        + ["8 steps an epoch"])
    #expect(try Self.items([(nil, 7)]).dropFirst() == beginning[...] + ["no noise"] + Self.ends)
  }

  /// What the runs do not share stands in their labels.
  @Test func leavesOutWhatDiffers() throws {
    let sizes = try Self.items([(nil, 7), (4, 7)])
    #expect(!sizes.contains { $0.hasPrefix("batch") || $0 == "no noise" })
    #expect(sizes.contains("seed 7"))
    let seeds = try Self.items([(4, 7), (4, 8)])
    #expect(seeds.contains("batch 4 of 8, reshuffled"))
    #expect(!seeds.contains { $0.hasPrefix("seed") })
  }

  /// A batch of all rows leaves nothing to chance, so no seed is named.
  @Test func namesNoSeedWithoutChance() throws {
    #expect(try !Self.items([(8, 7)]).contains { $0.hasPrefix("seed") })
  }
}
