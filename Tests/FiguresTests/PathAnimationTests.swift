import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct PathAnimationTests {
  private static func lines(_ elements: [Drawing.Element]) -> [Substring] {
    Drawing(width: 1, height: 1, background: Color(0xFFFFFF), elements: elements).description.split(separator: "\n")
  }

  /// The last frame is the finished figure, every element of it.
  @Test(arguments: PathFigureTests.cases) func endsAsTheFigure(_ one: PathFigureTests.Case) throws {
    let figure = try PathFigureTests.figure(one)
    let animation = try figure.animation()
    let last = animation.drawing(of: try #require(animation.frames.last))
    let isFigure = try last.description == figure.drawing().description
    #expect(isFigure)
    #expect(animation.frames.count <= 100)
    #expect(animation.frames.reduce(0) { $0 + $1.milliseconds } <= 5000)
  }

  /// Text stands still but for what comes with an exit, and the verdicts, which come with the last frame.
  @Test func verdictsComeAtTheEnd() throws {
    let figure = try PathFigureTests.figure(PathFigureTests.cases[0])
    let texts = try figure.animation().frames.map { frame in
      Self.lines(frame.elements()).filter { $0.hasPrefix("text ") }.map(String.init)
    }
    let last = try #require(texts.last)
    for (before, after) in zip(texts, texts.dropFirst()) { #expect(Set(before).isSubset(of: after)) }
    // η = 0.205 leaves the view at step 6 (1.5·1.05⁶ > 2).
    for (step, texts) in texts.enumerated() {
      #expect(texts.contains { $0.contains("leaves at step 6") } == (step >= 6), "step \(step)")
      #expect(texts.contains { $0.contains("0.19") }, "step \(step)")
    }
    let words = figure.groups.map(\.words)
    #expect(words.allSatisfy { word in last.contains { $0.contains(word.prefix(8)) } })
    #expect(words.allSatisfy { word in !texts[texts.count - 2].contains { $0.contains(word.prefix(8)) } })
  }

  /// Lines only get longer: each begins with the points of the one before, but for the tip.
  @Test func pathsGrow() throws {
    let figure = try PathFigureTests.figure(PathFigureTests.cases[0])
    let scene = try figure.composition().plan.scene
    for layer in scene.layers {
      var before: [Position] = []
      for step in 0...layer.trajectory.lastStep {
        let grown = layer.through(step)
        let points = grown.stretches.first?.points ?? []
        #expect(points.count >= before.count)
        #expect(before.dropLast() == points.prefix(max(0, before.count - 1)))
        if !layer.leavesForGood {
          #expect(grown.end == layer.frame.position(layer.trajectory[step]))
          #expect(step == 0 || points.last == grown.end)
        }
        before = points
      }
      #expect(before == layer.stretches.first?.points)
      #expect(layer.through(10_000).stretches.map(\.points) == layer.stretches.map(\.points))
    }
  }

  /// In the middle of a step that is not drawn because it moved too little, the line still ends at the head.
  @Test func thinnedPathsEndAtTheHead() throws {
    var one = PathFigureTests.cases[0]
    (one.rates, one.steps) = ([1e-5], 3000)
    let layer = try #require(try PathFigureTests.figure(one).composition().plan.scene.layers.first)
    #expect(layer.stretches[0].points.count < 300)
    for step in [1, 7, 100, 1501, 2999] {
      let grown = layer.through(step)
      #expect(grown.stretches.first?.points.last == layer.frame.position(layer.trajectory[step]))
    }
  }

  /// The encoded animation, against the plain picture of the same figure.
  @Test(arguments: [PathFigureTests.cases[0], PathFigureTests.cases[4]])
  func isThePlainPicture(_ one: PathFigureTests.Case) throws {
    var figure = try PathFigureTests.figure(one)
    (figure.width, figure.height) = (400, 300)
    let moving = try PNG(decoding: figure.animation().encoded(scale: 1)).image
    let plain = try PNG(decoding: PNG(figure.drawing().image(scale: 1), scale: 1).encoded()).image
    // One colour of the palette fewer: the pixels of the one that was needed least take the nearest.
    let different = zip(moving.pixels, plain.pixels).count { $0 != $1 }
    #expect(different < moving.pixels.count / 200)
  }
}
