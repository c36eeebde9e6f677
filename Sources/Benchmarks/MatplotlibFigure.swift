import Foundation

/// The map of the same figure by matplotlib on this machine, without panels, legend and verdict, when there is a `python3` that
/// has it: goals are shares of its time.
enum MatplotlibFigure {
  /// Bands, lines and path, axes and a title, drawn and written 15 times in a process that has drawn one before. The grid of
  /// 200×200 is coarser than the picture, so that lines are up to 3 px off where ours are exact.
  private static let script = """
    import io, statistics, time
    import numpy, matplotlib
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    path = [(-1.2, 1.0)]
    for _ in range(500):
        x, y = path[-1]
        path.append((x + 0.001 * (2 * (1 - x) + 400 * x * (y - x * x)), y - 0.001 * 200 * (y - x * x)))
    path = numpy.array(path)
    levels = numpy.geomspace(0.5, 2000, 30)

    def draw():
        x, y = numpy.meshgrid(numpy.linspace(-2, 2, 200), numpy.linspace(-1, 3, 200))
        f = (1 - x) ** 2 + 100 * (y - x * x) ** 2
        figure, axes = plt.subplots(figsize=(8, 6), dpi=100)
        axes.contourf(x, y, f, levels=levels, extend="both")
        axes.contour(x, y, f, levels=levels, colors="black", linewidths=0.7)
        axes.plot(path[:, 0], path[:, 1], color="white", linewidth=3)
        axes.plot(path[:, 0], path[:, 1], color="red", linewidth=1.5, marker=".", markersize=3)
        axes.set_title("Rosenbrock, learning rate 0.001, 500 steps")
        axes.set_xlabel("x")
        axes.set_ylabel("y")
        figure.savefig(io.BytesIO(), format="png")
        plt.close(figure)

    draw()
    times = []
    for _ in range(15):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    print(1000 * statistics.median(times))
    """

  /// The median in milliseconds; nil when it cannot be measured.
  static func milliseconds() -> Double? {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Double(String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
