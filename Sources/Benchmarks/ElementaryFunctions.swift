import LossSurfaces

/// The elementary functions in lanes of eight.
enum ElementaryFunctions {
  static let benchmark = Benchmark(name: "elementary functions") {
    [
      row("exp", goal: 3) { Elementary.exp($0) }, row("log", goal: 3) { Elementary.log($0) },
      row("sin", goal: 4) { Elementary.sin($0) }, row("cos", goal: 4) { Elementary.cos($0) },
      row("tanh") { Elementary.tanh($0) }, row("atan") { Elementary.atan($0) },
      row("pow", goal: 8) { Elementary.pow($0, $0) },
    ]
  }

  private static func row(
    _ name: String, goal: Double? = nil, _ function: (SIMD8<Double>) -> SIMD8<Double>
  ) -> Measurement {
    let ramp = SIMD8<Double>(0.1, 0.6, 1.1, 1.6, 2.1, 2.6, 3.1, 3.6)
    let arguments = (0..<256).map { ramp + Double($0) * 0x1p-10 }
    var results = arguments
    let seconds = Stopwatch.median(of: 201) {
      for i in arguments.indices { results[i] = function(arguments[i]) }
    }
    return Measurement(
      name: "\(name) in lanes", value: seconds * 1e9 / Double(8 * arguments.count), unit: "ns/lane", goal: goal)
  }
}
