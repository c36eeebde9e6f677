import Diagnosis
import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

/// Figures of runs other than on one map, in motion.
@Suite struct RunAnimationTests {
  enum Kind: CaseIterable, Sendable {
    case grid
    case gridOfSeeds
    case curves
    case relief
    case reliefOfSeeds
  }

  /// Two rates on a ravine of sharpness 10, of which the second leaves the view at step 6 (1.5·1.05⁶ > 2).
  private static func groups(on surface: Surface, seeds: Int, steps: Int) throws -> [RunGroup] {
    try [0.05, 0.205].map { rate in
      let runs = try (1...seeds).map { seed in
        let run = try Run(
          loss: surface.loss, view: surface.view, start: Point(2.5, 1.5), steps: steps,
          schedule: Schedule(Specification("constant"), learningRate: rate, steps: steps),
          optimizer: Optimizer(Specification("sgd")), noise: Noise(x: seeds > 1 ? 0.2 : 0, y: 0), seed: UInt64(seed))
        let trajectory = run.trajectory()
        return FigureRun(
          label: "η = \(rate)", trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface))
      }
      return RunGroup(label: "η = \(rate)", runs: runs, on: surface)
    }
  }

  private static func figure(
    _ kind: Kind, steps: Int = 12, size: (Double, Double) = (640, 480)
  ) throws -> (drawing: Drawing, animation: Animation, groups: [RunGroup]) {
    let surface = try Surface(formula: "(x^2 + 10*y^2)/2")
    let seeds = [.gridOfSeeds, .reliefOfSeeds].contains(kind) ? 3 : 1
    let groups = try groups(on: surface, seeds: seeds, steps: steps)
    switch kind {
    case .grid, .gridOfSeeds:
      var figure = GridFigure(sections: [.init(surface: surface, view: surface.view, groups: groups)])
      (figure.width, figure.height) = size
      return (try figure.drawing(), try figure.animation(), groups)
    case .curves:
      var figure = CurvesFigure(surface: surface, groups: groups)
      (figure.width, figure.height) = size
      return (figure.drawing(), figure.animation(), groups)
    case .relief, .reliefOfSeeds:
      var figure = ReliefFigure(surface: surface, groups: groups)
      (figure.width, figure.height) = size
      return (try figure.drawing(), try figure.animation(), groups)
    }
  }

  private static func texts(_ frame: Animation.Frame) -> [String] {
    // Equations are kept on one line by spaces that do not break.
    frame.elements().flatMap(\.texts).map { $0.string.replacing("\u{A0}", with: " ") }
  }

  /// The last frame is the finished figure, every element of it; a short run has a frame for every step.
  @Test(arguments: Kind.allCases) func endsAsTheFigure(_ kind: Kind) throws {
    let (drawing, animation, _) = try Self.figure(kind)
    let last = animation.drawing(of: try #require(animation.frames.last))
    let isFigure = last.description == drawing.description
    #expect(isFigure)
    #expect(animation.frames.count == 13)
  }

  /// However long the runs, there are 97 frames and five seconds at most.
  @Test(arguments: [Kind.grid, .curves, .relief]) func isShort(_ kind: Kind) throws {
    let animation = try Self.figure(kind, steps: 400).animation
    #expect((80...97).contains(animation.frames.count))
    #expect(animation.frames.reduce(0) { $0 + $1.milliseconds } <= 5000)
  }

  /// Names are there from the beginning, verdicts and the star of the best with the last frame alone.
  @Test(arguments: Kind.allCases) func verdictsComeAtTheEnd(_ kind: Kind) throws {
    let (_, animation, groups) = try Self.figure(kind)
    let frames = animation.frames.map(Self.texts)
    for group in groups {
      let start = String(group.words.prefix(6))
      for (index, texts) in frames.enumerated() {
        #expect(texts.contains { $0.contains(group.label) }, "frame \(index)")
        #expect(texts.contains { $0.contains(start) } == (index == frames.count - 1), "frame \(index)")
        #expect(!texts.contains { $0.hasPrefix("★") } || index == frames.count - 1)
      }
    }
  }

  /// A head moves, so that every frame differs from the one before; lines are never shorter than they were.
  @Test(arguments: Kind.allCases) func linesGrow(_ kind: Kind) throws {
    let frames = try Self.figure(kind).animation.frames.map { $0.elements() }
    let pages = frames.map { Drawing(width: 1, height: 1, background: Color(0), elements: $0).description }
    #expect(Set(pages).count == pages.count)
    let lengths = frames.map { $0.reduce(0) { $0 + Self.length(of: $1) } }
    #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $1 >= $0 - 1 })
    #expect(try #require(lengths.last) > lengths[0] + 100)
  }

  /// The length of all open lines that are not hair-thin axes.
  private static func length(of element: Drawing.Element) -> Double {
    switch element {
    case .clipped(_, let inner): inner.reduce(0) { $0 + length(of: $1) }
    case .stroke(let path, _):
      path.subpaths.filter { !$0.isClosed }.reduce(0) { sum, part in
        sum + zip(part.points, part.points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
      }
    default: 0
    }
  }

  /// The encoded animation decodes to the plain picture of the same figure.
  @Test(arguments: [Kind.grid, .curves, .relief]) func isThePlainPicture(_ kind: Kind) throws {
    let (drawing, animation, _) = try Self.figure(kind, size: (400, 300))
    let moving = try PNG(decoding: animation.encoded(scale: 1)).image
    let plain = try PNG(decoding: PNG(drawing.image(scale: 1), scale: 1).encoded()).image
    let different = zip(moving.pixels, plain.pixels).count { $0 != $1 }
    #expect(different < moving.pixels.count / 200)
  }
}
