import Documents
import Raster

/// A figure from recipe to file in a process that has drawn one before, and the stages of it.
enum WarmFigure {
  static let benchmark = Benchmark(name: "figure, warm") {
    let rendering = try FigureOfRosenbrock.rendering()
    let drawing = try rendering.drawing()
    func row(_ name: String, goal: Double? = nil, prize: Double? = nil, _ work: () throws -> Void) rethrows
      -> Measurement
    {
      let milliseconds = try Stopwatch.median(of: 15, work) * 1000
      return Measurement(name: name, value: milliseconds, unit: "ms", goal: goal, prize: prize)
    }
    // A twelfth and a twentieth of its time: here, or on the two cores on which the goals were set.
    let matplotlib = MatplotlibFigure.milliseconds()
    return [
      try row("figure, warm", goal: (matplotlib ?? 150) / 12, prize: (matplotlib ?? 150) / 20) {
        _ = try FigureOfRosenbrock.rendering().png()
      },
      try row("  run and verdict") { _ = try FigureOfRosenbrock.rendering() },
      try row("  layout, bands and contour lines") { _ = try rendering.drawing() },
      try row("  pixels") { _ = try drawing.image(scale: 1) },
    ] + (matplotlib.map { [Measurement(name: "  the bare map by matplotlib", value: $0, unit: "ms")] } ?? [])
  }
}
