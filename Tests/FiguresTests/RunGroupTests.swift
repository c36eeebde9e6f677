import Diagnosis
import LossSurfaces
import Optimization
import Raster
import SurfaceCatalog
import Testing

@testable import Figures

/// Runs alone and fans of seeds, and how they are drawn.
@Suite struct RunGroupTests {
  static func group(_ label: String, seeds: [UInt64], rate: Double = 0.1, steps: Int = 60, batch: Int = 1) throws
    -> RunGroup
  {
    let surface = try Catalog.surface(named: "linear-regression")
    let runs = try seeds.map { seed in
      let trajectory = try Run(
        loss: surface.loss, view: surface.view, start: surface.start, steps: steps,
        schedule: Schedule(constant: rate), optimizer: Optimizer(Specification("sgd")), batchSize: batch,
        sampling: .replacement, seed: seed
      ).trajectory()
      return FigureRun(
        label: "\(label), seed \(seed)", trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface))
    }
    return RunGroup(label: label, runs: runs, on: surface)
  }

  static func figure(_ groups: [RunGroup]) throws -> PathFigure {
    PathFigure(surface: try Catalog.surface(named: "linear-regression"), groups: groups)
  }

  /// A group of one is the run: nothing about it differs.
  @Test func oneSeedIsARunAlone() throws {
    let group = try Self.group("a", seeds: [3])
    let run = group.runs[0]
    #expect(!group.isFan && group.tally == nil)
    #expect(group.mean.x == run.trajectory.x)
    #expect(group.words == run.assessment.verdict.words)
    var alone = run
    alone.label = "a"
    let (fan, single) = (try Self.figure([group]), try Self.figure([RunGroup(alone)]))
    #expect(try fan.drawing().description == single.drawing().description)
    #expect(fan.description == single.description)
  }

  @Test(arguments: [([7], "seed 7"), ([1, 2, 3], "seeds 1–3"), ([1, 2, 4], "3 seeds")] as [([UInt64], String)])
  func namesSeeds(_ seeds: [UInt64], _ words: String) throws {
    #expect(try Self.group("a", seeds: seeds, steps: 1).seeds == words)
  }

  /// Each seed a thin line in the run's colour, the mean a bold one; a dot for each end.
  @Test func drawsAFan() throws {
    let group = try Self.group("a", seeds: Array(1...5))
    let style = Theme.light.style(ofRun: 0)
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 400, height: 300), view: try View(x: (-10, 10), y: (-10, 10)))
    let fan = FanLayer(group, style: style, frame: frame)
    #expect(fan.lines.count == 5)
    for (path, stroke) in fan.lines.flatMap(\.strokes) {
      #expect(stroke.width == FanLayer.width && stroke.color == style.color.opacity(FanLayer.opacity(of: 5)))
      #expect(path.subpaths[0].points.first == frame.position(group.mean[0]))
    }
    #expect(fan.dots(theme: .light).count == 2 * 5)
    let mean = PathLayer(group.mean, style: style, frame: frame, isMean: true)
    let run = PathLayer(group.mean, style: style, frame: frame)
    #expect(mean.width > run.width && run.width > FanLayer.width)
    let alone = FanLayer(try Self.group("a", seeds: [1]), style: style, frame: frame)
    #expect(alone.lines.isEmpty && alone.dots(theme: .light).isEmpty)
  }

  @Test func manyPathsAreFainter() {
    let opacities = [1, 2, 5, 20, 100, 200, 100_000].map(FanLayer.opacity)
    #expect(zip(opacities, opacities.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(opacities.allSatisfy { $0 >= 0.12 && $0 <= 0.6 })
  }

  /// The strip of losses has the fan and, above it, the mean; the rate, which all seeds share, is one line.
  @Test func stripsShowTheFan() throws {
    var figure = try Self.figure([try Self.group("a", seeds: Array(1...5))])
    let color = figure.theme.style(ofRun: 0).color
    func lines() throws -> [Double] {
      let all = try figure.drawing().elements.flatMap(\.strokes)
      return all.filter { $0.stroke.color == color || $0.stroke.color == color.opacity(FanLayer.opacity(of: 5)) }
        .map(\.stroke.width)
    }
    figure.panels = []
    let map = try lines()
    figure.panels = [.loss]
    #expect(try lines().count - map.count == 5 + 2)
    #expect(try lines().filter { $0 == 0.8 }.count == 5)
    figure.panels = [.learningRate]
    #expect(try lines().count - map.count == 2)
  }

  @Test func theDescriptionSumsUp() throws {
    let groups = [try Self.group("one", seeds: Array(1...8)), try Self.group("four", seeds: Array(1...8), batch: 4)]
    let text = try Self.figure(groups).description
    #expect(text.contains("16 paths, all from (−0.6, 0.8)."))
    #expect(text.contains("Thin lines are the runs of single seeds"))
    #expect(text.contains("seeds 1–8"))
    for group in groups {
      let tally = try #require(group.tally)
      let account = tally.sentence.replacing(Tally.meaningOfErrors, with: "")
      #expect(text.split(separator: "\n").contains { $0.hasPrefix("\(group.label): \(account)") })
    }
    // What ± means is said once, at the end.
    #expect(text.ranges(of: Tally.meaningOfErrors).count == 1)
    #expect(text.hasSuffix(Tally.meaningOfErrors))
  }

  @Test(arguments: PathFigureTests.sizes + [(1600, 1200)])
  func nothingOverlapsAndNothingIsClipped(_ size: (Double, Double)) throws {
    let groups = [1, 4, 8].map { batch in Result { try Self.group("batch \(batch)", seeds: Array(1...8), batch: batch) }
    }
    var figure = try Self.figure(groups.map { try $0.get() })
    (figure.width, figure.height) = size
    try PathFigureTests.checkLettering(of: figure)
  }
}
