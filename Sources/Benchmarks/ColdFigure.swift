import Foundation

/// The command from start to end of the process, as a user meets it.
enum ColdFigure {
  static let benchmark = Benchmark(name: "figure, cold") {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let picture = folder.appending(path: "rosenbrock.png").path
    let table = folder.appending(path: "history.csv").path
    let figure = Command.median(of: 15, FigureOfRosenbrock.arguments + ["-o", picture])
    let run = Command.median(
      of: 15, ["run", "rosenbrock", "--learning-rate", "0.0005", "--steps", "10000", "--csv", table])
    // A twentieth of matplotlib's time and a third of its memory: here, or where the goals were set.
    let cold = MatplotlibFigure.cold()
    let reference = cold.milliseconds.isNaN ? Command.Cost(milliseconds: 690, megabytes: 81) : cold
    let matplotlib = [
      Measurement(name: "  the bare map by matplotlib", value: cold.milliseconds, unit: "ms"),
      Measurement(name: "  its peak memory", value: cold.megabytes, unit: "MB"),
    ]
    return [
      Measurement(
        name: "figure, cold", value: figure.milliseconds, unit: "ms", goal: reference.milliseconds / 20,
        prize: reference.milliseconds / 40),
      Measurement(
        name: "  peak memory", value: figure.megabytes, unit: "MB", goal: reference.megabytes / 3,
        prize: reference.megabytes / 5),
    ] + (cold.milliseconds.isNaN ? [] : matplotlib) + [
      Measurement(name: "run of 10,000 steps, cold, CSV", value: run.milliseconds, unit: "ms", goal: 25, prize: 12)
    ]
  }
}
