import Optimization

/// Seeded Gaussian numbers.
enum NoiseNumbers {
  static let benchmark = Benchmark(name: "noise") {
    let count = 1 << 16
    let noise = GaussianNoise(seed: 1)
    var (x, y) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    let seconds = Stopwatch.median(of: 21) { noise.fill(x: &x, y: &y, count: count, from: 0) }
    return [
      Measurement(
        name: "Gaussian noise", value: seconds * 1e9 / Double(2 * count), unit: "ns/number", goal: 11.6, prize: 3)
    ]
  }
}
