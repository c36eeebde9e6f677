import Figures
import LossSurfaces
import Raster

/// Contour lines: how long they take, and how far they are from the curves.
enum LevelCurves {
  static let benchmark = Benchmark(name: "contour lines") {
    try rows("Rosenbrock", "(1 - x)^2 + 100*(y - x^2)^2", View(x: (-2, 2), y: (-1, 3)))
      + rows("Himmelblau", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", View(x: (-5, 5), y: (-5, 5)))
  }

  private static func rows(_ name: String, _ formula: String, _ view: View) throws -> [Measurement] {
    var surface = try Surface(formula: formula)
    surface.view = view
    let loss = surface.loss
    let levels = try Levels(count: 30, surface: surface, view: view)
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 800, height: 600), view: view)
    var lines: [ContourLine] = []
    let seconds = Stopwatch.median(of: 11) {
      lines = ContourLines(loss: loss, frame: frame, levels: levels).lines
    }
    let distance = Distance(loss: loss, frame: frame, levels: levels)
    return [
      Measurement(name: "contour lines: \(name), 30 levels, 800×600", value: seconds * 1000, unit: "ms"),
      Measurement(name: "  pieces", value: Double(lines.count), unit: ""),
      Measurement(
        name: "  vertices off the curve, at most", value: lines.map(distance.ofVertices).max() ?? 0, unit: "px",
        goal: 0.01, prize: 1e-6),
      Measurement(
        name: "  midpoints off the curve, at most", value: lines.map(distance.ofMidpoints).max() ?? 0, unit: "px",
        prize: 0.02),
    ]
  }

  /// How far points of a line are from its level curve.
  private struct Distance {
    let loss: LossFunction
    let frame: Frame
    let levels: Levels

    func ofVertices(_ line: ContourLine) -> Double {
      line.points.map { distance($0, levels.values[line.level]) }.max() ?? 0
    }

    func ofMidpoints(_ line: ContourLine) -> Double {
      zip(line.points, line.points.dropFirst()).map { a, b in
        distance(Position((a.x + b.x) / 2, (a.y + b.y) / 2), levels.values[line.level])
      }.max() ?? 0
    }

    /// By Newton's steps along the gradient, which near a curve end at its nearest point.
    private func distance(_ position: Position, _ level: Double) -> Double {
      var current = position
      for _ in 0..<4 {
        let first = loss.firstOrder(at: frame.point(current))
        let scale = (x: frame.view.width / frame.rect.width, y: -frame.view.height / frame.rect.height)
        let (gx, gy) = (first.x * scale.x, first.y * scale.y)
        let square = gx * gx + gy * gy
        guard square > 0 else { return 0 }
        let step = (first.value - level) / square
        current = Position(current.x - step * gx, current.y - step * gy)
      }
      return current.distance(to: position)
    }
  }
}
