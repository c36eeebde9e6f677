/// Measures durations on the monotonic clock.
enum Stopwatch {
  /// The median of the seconds that the work takes, after one run to warm up.
  static func median(of repeats: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    let times = try (0..<repeats).map { _ in try seconds(work) }
    return times.sorted()[repeats / 2]
  }

  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
