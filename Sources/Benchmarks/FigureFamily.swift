import Foundation

/// The other figures, each from start to end of its process.
enum FigureFamily {
  /// A picture to draw and what it ought to cost.
  private struct Picture {
    var name: String
    var arguments: [String]
    var goal: Double?
    var prize: Double?
    /// Of the file, in kB.
    var size: Double?
  }

  private static let pictures = [
    Picture(
      name: "2×3 small multiples, 1800×1200, cold",
      arguments: [
        "compare", "rosenbrock", "--learning-rate", "0.0005,0.001,0.0015,0.002,0.0025,0.004", "--steps", "500",
        "--size", "1800x1200", "--scale", "1",
      ], goal: 75, prize: 50),
    Picture(
      name: "animation of 97 frames, 640×480, cold",
      arguments: ["run", "rosenbrock", "--steps", "500", "--animate", "--size", "640x480", "--scale", "1"],
      goal: 287, prize: 57, size: 119.5),
    Picture(name: "relief, 1440×1080, cold", arguments: ["run", "himmelblau", "--figure", "relief"], size: 400),
    Picture(
      name: "relief of Rastrigin, 1440×1080, cold", arguments: ["run", "rastrigin", "--figure", "relief"], size: 400),
    Picture(name: "range test, 1440×1080, cold", arguments: ["range-test", "ravine"]),
  ]

  static let benchmark = Benchmark(name: "family of figures, cold") {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return pictures.enumerated().flatMap { index, picture in
      let file = folder.appending(path: "\(index).png").path
      let cost = Command.median(of: 11, picture.arguments + ["-o", file])
      let bytes = FileManager.default.contents(atPath: file)?.count
      return [
        Measurement(
          name: picture.name, value: cost.milliseconds, unit: "ms", goal: picture.goal, prize: picture.prize),
        Measurement(
          name: "  its file", value: bytes.map { Double($0) / 1000 } ?? .nan, unit: "kB", goal: picture.size),
      ]
    }
  }
}
