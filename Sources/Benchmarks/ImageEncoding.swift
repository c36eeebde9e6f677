import Documents
import Raster

/// The pixels of a figure to a PNG file.
enum ImageEncoding {
  static let benchmark = Benchmark(name: "PNG encoding") {
    let rendering = try FigureOfRosenbrock.rendering()
    let png = PNG(try rendering.drawing().image(scale: 1), scale: 1)
    let seconds = try Stopwatch.median(of: 15) { _ = try png.encoded() }
    return [
      Measurement(name: "PNG encoding, 800×600", value: seconds * 1000, unit: "ms"),
      Measurement(
        name: "  file of the figure", value: Double(try rendering.png().count) / 1000, unit: "kB", goal: 90, prize: 75),
    ]
  }
}
