import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Figures

/// Whether strips count steps or epochs; the data have eight rows.
@Suite struct StepAxisTests {
  private static func runs(_ runs: [(size: Int?, span: Span)]) throws -> [Run] {
    let surface = try Catalog.surface(named: "linear-regression")
    return try runs.map { size, span in
      let epoch = try Run.batches(of: surface.loss, size: size, sampling: nil)?.stepsPerEpoch
      return try Run(
        loss: surface.loss, view: surface.view, start: surface.start,
        steps: span.count(in: "steps", stepsPerEpoch: epoch), span: span, schedule: Schedule(constant: 0.1),
        optimizer: Optimizer(Specification("sgd")), batchSize: size)
    }
  }

  private static let cases: [(runs: [(Int?, Span)], unit: StepAxis.Unit, settings: String?)] = [
    ([], .steps, nil),
    ([(nil, 20)], .steps, nil),
    ([(8, 20)], .steps, nil),
    ([(4, 20)], .epochs(2), "2 steps an epoch"),
    ([(3, 20), (3, 7)], .epochs(3), "3 steps an epoch"),
    ([(4, .epochs(20)), (4, .epochs(20))], .epochs(2), "2 steps an epoch"),
    // The same data in the same order of time, told in epochs or in steps.
    ([(1, .epochs(20)), (4, .epochs(20)), (8, .epochs(20))], .epochs(nil), nil),
    ([(1, 160), (4, 40), (8, 20)], .epochs(nil), "20 epochs"),
    ([(1, 160), (4, .epochs(20))], .epochs(nil), "20 epochs"),
    ([(1, 12), (4, 3)], .epochs(nil), "1.5 epochs"),
    // Half an update is rounded up, and the runs were told to last equally.
    ([(1, .epochs(2.5)), (8, .epochs(2.5))], .epochs(nil), nil),
    ([(1, 160), (4, 41)], .steps, nil),
    ([(1, 160), (4, 160)], .steps, nil),
    ([(4, 20), (nil, 20)], .steps, nil),
  ]

  @Test(arguments: cases)
  func counts(runs: [(Int?, Span)], unit: StepAxis.Unit, settings: String?) throws {
    let runs = try Self.runs(runs)
    let axis = StepAxis(for: runs)
    #expect(axis.unit == unit)
    #expect(axis.label == (unit == .steps ? "step" : "epoch"))
    #expect(axis.settings(of: runs) == settings)
  }

  /// An axis of epochs, each of two updates.
  static var halves: StepAxis { get throws { StepAxis(for: try runs([(4, 20)])) } }

  /// Equal epochs stand above one another.
  @Test func scalesByTheEpoch() throws {
    let runs = try Self.runs([(1, 160), (4, 40), (8, 20)])
    let axis = StepAxis(for: runs)
    #expect(runs.map(axis.length) == [1 / 8, 1 / 2, 1])
    #expect(axis.extent(of: runs.map { $0.trajectory() }) == 20)
    #expect(StepAxis.steps.length(ofStepIn: runs[0]) == 1)
    #expect(StepAxis.steps.extent(of: []) == 1)
  }
}
