import Foundation

/// The map of the same figure by matplotlib on this machine, without panels, legend and verdict, when there is a `python3` that
/// has it: goals are shares of its time.
final class MatplotlibFigure {
  /// Bands, lines and path, axes and a title, drawn and written whenever a line is read, in a process that has drawn one
  /// before. The grid of 200×200 is coarser than the picture, so that lines are up to 3 px off where ours are exact.
  private static let script = """
    import io, sys, time
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
    for line in sys.stdin:
        start = time.perf_counter()
        draw()
        print(1000 * (time.perf_counter() - start), flush=True)
    """

  private static let program = (path: "/usr/bin/env", arguments: ["python3", "-c", script])

  /// A process from start to end, in which one figure is drawn; unknown when `python3` has no matplotlib.
  static func cold() -> Command.Cost { Command.median(of: 3, program.arguments, program: program.path) }

  private let process = Process()
  private let (requests, answers) = (Pipe(), Pipe())

  /// Nil when there is none.
  init?() {
    process.executableURL = URL(filePath: Self.program.path)
    process.arguments = Self.program.arguments
    process.standardInput = requests
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    // A process that has ended must not end this one.
    signal(SIGPIPE, SIG_IGN)
    guard (try? process.run()) != nil else { return nil }
  }

  deinit {
    try? requests.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The milliseconds that one drawing takes now; nil when `python3` has no matplotlib.
  func milliseconds() -> Double? {
    guard process.isRunning, (try? requests.fileHandleForWriting.write(contentsOf: [UInt8(ascii: "\n")])) != nil else {
      return nil
    }
    let printed = answers.fileHandleForReading.availableData
    return Double(String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
