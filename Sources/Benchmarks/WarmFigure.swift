import Documents
import Raster

/// A figure from recipe to file in a process that has drawn one before, and the stages of it; in turn with matplotlib's, so that
/// both meet the same moods of the machine.
enum WarmFigure {
  private static let turns = 9
  private static let figuresATurn = 5

  static let benchmark = Benchmark(name: "figure, warm") {
    let rendering = try FigureOfRosenbrock.rendering()
    let drawing = try rendering.drawing()
    let stages: [(name: String, work: () throws -> Void)] = [
      ("figure, warm", { _ = try FigureOfRosenbrock.rendering().png() }),
      ("  run and verdict", { _ = try FigureOfRosenbrock.rendering() }),
      ("  layout, bands and contour lines", { _ = try rendering.drawing() }),
      ("  pixels", { _ = try drawing.image(scale: 1) }),
    ]
    var matplotlib = MatplotlibFigure()
    var theirs: [Double] = []
    var ours = stages.map { _ in [Double]() }
    for _ in 0..<turns {
      if let milliseconds = matplotlib?.milliseconds() { theirs.append(milliseconds) } else { matplotlib = nil }
      for (stage, (_, work)) in stages.enumerated() {
        try work()
        for _ in 0..<figuresATurn { ours[stage].append(try Stopwatch.seconds(work) * 1000) }
      }
    }
    var rows = zip(stages, ours).map { Measurement(name: $0.name, value: $1.sorted()[$1.count / 2], unit: "ms") }
    // A twelfth and a twentieth of its time: here, or on the two cores on which the goals were set.
    let reference = theirs.isEmpty ? 150 : theirs.sorted()[theirs.count / 2]
    (rows[0].goal, rows[0].prize) = (reference / 12, reference / 20)
    if !theirs.isEmpty { rows.append(Measurement(name: "  the bare map by matplotlib", value: reference, unit: "ms")) }
    return rows
  }
}
