import Figures
import LossSurfaces
import Raster
import Testing

/// A surface with levels, and into how many pieces each level curve truly falls, found by marching squares on a grid of
/// 6406×4822 nodes (contourpy 1.3).
private struct ContourCase: CustomTestStringConvertible, Sendable {
  let name: String
  let formula: String
  let view: View
  let levels: [Double]
  let pieces: [Int]
  let closed: [Int]

  var testDescription: String { name }

  static let all: [ContourCase] = [
    ContourCase(
      name: "rosenbrock", formula: "(1-x)^2+100*(y-x^2)^2", view: try! View(x: (-2, 2), y: (-1, 3)),
      levels: [
        0.01, 0.03, 0.1, 0.3, 0.4, 0.5, 0.7, 1, 1.3, 1.8, 2.4, 3.2, 4.5, 6, 8, 11, 15, 20, 25, 35, 50, 65, 90, 120,
        160, 220, 300, 400, 550, 700, 1000, 1300, 1800,
      ],
      pieces: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2,
      ],
      closed: [1, 1, 1, 1, 1, 1] + [Int](repeating: 0, count: 27)),
    ContourCase(
      name: "himmelblau", formula: "(x^2+y-11)^2+(x+y^2-7)^2", view: try! View(x: (-6, 6), y: (-6, 6)),
      levels: [
        0.05, 1.8, 5.5, 13.2, 13.4, 14, 22, 50, 65, 67.6, 67.8, 80, 103.9, 104.1, 160, 178.2, 178.4, 181.5, 181.7, 200,
        320, 500, 800, 1000, 1200, 1600,
      ],
      pieces: [4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1, 1, 1, 5, 3, 3, 1],
      closed: [4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1, 1, 0, 0, 0, 0, 0]),
    ContourCase(
      name: "rastrigin", formula: "20+x^2+y^2-10*cos(2*pi*x)-10*cos(2*pi*y)",
      view: try! View(x: (-2.2, 2.2), y: (-2.2, 2.2)), levels: [0.5, 1, 2, 4, 9, 15, 20, 22, 30, 35, 40, 42],
      pieces: [1, 5, 9, 13, 25, 25, 29, 25, 32, 16, 16, 12], closed: [1, 5, 9, 13, 25, 13, 9, 5, 16, 16, 16, 12]),
    ContourCase(
      name: "kink", formula: "abs(x)+y^2/2", view: try! View(x: (-2, 2), y: (-2, 2)),
      levels: [0.01, 0.1, 0.5, 1.5, 1.99, 2.01, 3], pieces: [1, 1, 1, 1, 1, 4, 4], closed: [1, 1, 1, 1, 1, 0, 0]),
    ContourCase(
      name: "beale", formula: "(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2",
      view: try! View(x: (-4.5, 4.5), y: (-4.5, 4.5)),
      levels: [0.1, 0.5, 1, 3, 9, 9.8, 9.9, 12, 14.1, 14.3, 20, 50, 100, 1000, 10000],
      pieces: [1, 1, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], closed: [1] + [Int](repeating: 0, count: 14)),
  ]
}

/// Distances on the page between contour lines and the curves they stand for.
private struct Accuracy {
  var vertex = 0.0
  var midpoint = 0.0

  init(_ lines: [ContourLine], _ loss: LossFunction, _ frame: Frame, _ levels: Levels) {
    for line in lines {
      let level = levels.values[line.level]
      let ring = line.isClosed ? line.points + [line.points[0]] : line.points
      for point in line.points { vertex = max(vertex, Self.distance(point, loss, frame, level)) }
      for (a, b) in zip(ring, ring.dropFirst()) {
        let middle = Position((a.x + b.x) / 2, (a.y + b.y) / 2)
        // f − level over the slope overestimates where the gradient vanishes; half the chord bounds the distance too.
        midpoint = max(midpoint, min(a.distance(to: b) / 2, Self.distance(middle, loss, frame, level)))
      }
    }
  }

  /// |f − level| over |∇f|, in pixels.
  private static func distance(_ p: Position, _ loss: LossFunction, _ frame: Frame, _ level: Double) -> Double {
    let order = loss.firstOrder(at: frame.point(p))
    let gx = order.x * frame.view.width / frame.rect.width
    let gy = order.y * frame.view.height / frame.rect.height
    return abs(order.value - level) / (gx * gx + gy * gy).squareRoot()
  }
}

@Suite struct ContourLinesTests {
  private static let sizes = [(320.0, 240.0), (137.0, 91.0)]

  private func lines(
    _ formula: String, _ levels: [Double], _ view: View = try! View(x: (-2, 2), y: (-2, 2)), width: Double = 400,
    height: Double = 300
  ) throws -> [ContourLine] {
    let frame = Frame(rect: Rect(x: 10, y: 20, width: width, height: height), view: view)
    return ContourLines(loss: try LossFunction(formula: formula), frame: frame, levels: Levels(levels)).lines
  }

  @Test(arguments: ContourCase.all)
  private func isExactAndWhole(_ surface: ContourCase) throws {
    let loss = try LossFunction(formula: surface.formula)
    let levels = Levels(surface.levels)
    for (width, height) in Self.sizes {
      let frame = Frame(rect: Rect(x: 10, y: 20, width: width, height: height), view: surface.view)
      let lines = ContourLines(loss: loss, frame: frame, levels: levels).lines
      let all = surface.levels.indices.map { level in lines.count { $0.level == level } }
      let closed = surface.levels.indices.map { level in lines.count { $0.level == level && $0.isClosed } }
      #expect(all == surface.pieces, "at \(width)×\(height)")
      #expect(closed == surface.closed, "at \(width)×\(height)")
      let accuracy = Accuracy(lines, loss, frame, levels)
      #expect(accuracy.vertex <= 1e-6)
      #expect(accuracy.midpoint <= 0.02)
    }
  }

  @Test(arguments: ContourCase.all)
  private func endsOnTheFrame(_ surface: ContourCase) throws {
    let sparse = surface.levels.enumerated().filter { $0.offset % 5 == 4 }.map(\.element)
    for line in try lines(surface.formula, sparse, surface.view) where !line.isClosed {
      for end in [line.points[0], line.points[line.points.count - 1]] {
        let distance = min(min(end.x - 10, 410 - end.x), min(end.y - 20, 320 - end.y))
        #expect(abs(distance) < 1e-9)
      }
    }
  }

  @Test func carriesSlopes() throws {
    // |∇(x² + y²)| = 2r, with 100 px to the unit.
    let lines = try lines("x^2+y^2", [1], try View(x: (-2, 2), y: (-1.5, 1.5)))
    #expect(lines.count == 1 && lines[0].isClosed)
    #expect(lines[0].slopes.count == lines[0].points.count)
    for slope in lines[0].slopes { #expect(abs(slope - 0.02) < 1e-9) }
  }

  @Test func decidesSaddlesByTheLossItself() throws {
    // Below the saddle's loss the curves open up and down, above it to the sides.
    for (level, isAcross) in [(-1e-9, true), (1e-9, false), (-0.3, true), (0.3, false)] {
      let lines = try lines("(x^2-y^2)/2", [level], width: 401, height: 299)
      #expect(lines.count == 2)
      for line in lines {
        let ends = [line.points[0], line.points[line.points.count - 1]]
        #expect((abs(ends[0].y - ends[1].y) < 1e-6) == isAcross)
      }
    }
  }

  @Test func findsAnIslandInsideACell() throws {
    // A well 1 px wide between the nodes of the grid.
    let lines = try lines("-exp(-5000*((x-0.013)^2+(y-0.017)^2))", [-0.5])
    #expect(lines.count == 1 && lines[0].isClosed)
  }

  @Test(arguments: ["sqrt(x)", "log(x*y)", "sqrt(1-x^2-y^2)", "x + sqrt(-1-x^2)", "1/x", "-1/(x^2+y^2)"])
  func bearsWhereNothingIsDefined(_ formula: String) throws {
    let view = try View(x: (-2, 2), y: (-2, 2))
    let surface = try Surface(formula: formula)
    let levels = try Levels(count: 12, surface: surface, view: view)
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 100, height: 75), view: view)
    for line in ContourLines(loss: surface.loss, frame: frame, levels: levels).lines {
      for point in line.points {
        #expect(point.x.isFinite && point.y.isFinite)
        #expect(frame.rect.inset(by: -1e-9).contains(point))
      }
    }
  }

  @Test func reachesTheEndOfTheDomain() throws {
    // √(1 − x² − y²) = 0.05 is a circle 0.125 px inside the rim of the domain on a page of 100 px to the unit.
    let view = try View(x: (-2, 2), y: (-1.5, 1.5))
    #expect(try lines("sqrt(1-x^2-y^2)", [0.05], view).count >= 1)
    let lines = try lines("x + 0*sqrt(y)", [0.5], view)
    #expect(lines.count == 1)
    let lowest = try #require(lines[0].points.map(\.y).max())
    // y = 0 is at 170 px.
    #expect(lowest <= 170 && lowest > 169.8)
  }

  @Test func saysWhetherPartOfTheFrameIsUndefined() throws {
    let view = try View(x: (-2, 2), y: (-2, 2))
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 200, height: 150), view: view)
    for (formula, isUndefined) in [("sqrt(x)", true), ("x^2", false)] {
      let contours = ContourLines(loss: try LossFunction(formula: formula), frame: frame, levels: Levels([0.5]))
      #expect(contours.isUndefinedInPart == isUndefined)
    }
  }

  @Test func drawsNothingOnAFlatSurfaceOrOutsideTheRange() throws {
    #expect(try lines("3 + 0*x", [1, 2, 3, 4]).isEmpty)
    #expect(try lines("x^2+y^2", [-1, 100]).isEmpty)
    #expect(try lines("x^2+y^2", []).isEmpty)
  }

  @Test(arguments: [(0.0, 0.0), (1, 1), (0.3, 500), (3, 3)])
  func bearsTinyFrames(_ width: Double, _ height: Double) throws {
    for line in try lines("x^2+y^2", [0.5, 1, 2], width: width, height: height) {
      for point in line.points { #expect(point.x >= 10 && point.x <= 10 + width) }
    }
  }

  @Test func endsOnNoise() throws {
    // The search is bounded, so this ends at all; 10 px of side, thousands of extrema.
    let lines = try lines("sin(1000*x)*cos(900*y)", [0.5], width: 12, height: 8)
    #expect(!lines.isEmpty)
  }
}
