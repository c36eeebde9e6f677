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
    return [
      Measurement(name: "figure, cold", value: figure.milliseconds, unit: "ms", goal: 34.5, prize: 17.3),
      Measurement(name: "  peak memory", value: figure.megabytes, unit: "MB", goal: 27, prize: 16.2),
      Measurement(name: "run of 10,000 steps, cold, CSV", value: run.milliseconds, unit: "ms", goal: 25, prize: 12),
    ]
  }
}
