import LossSurfaces

/// The elementary functions in blocks of lanes.
enum ElementaryFunctions {
  static let benchmark = Benchmark(name: "elementary functions") {
    try [
      row("exp", goal: 3), row("log", goal: 3), row("sin", goal: 4), row("cos", goal: 4), row("tanh"), row("atan"),
      row("pow", "x^x", goal: 8),
    ]
  }

  private static func row(_ name: String, _ formula: String? = nil, goal: Double? = nil) throws -> Measurement {
    let evaluator = Evaluator(try LossFunction(formula: formula ?? "\(name)(x)"))
    let arguments = (0..<2048).map { (lane: Int) -> Double in
      let (step, place) = lane.quotientAndRemainder(dividingBy: 8)
      return 0.1 + 0.5 * Double(place) + Double(step) * 0x1p-10
    }
    var results = arguments
    let seconds = Stopwatch.median(of: 201) {
      evaluator.values(x: arguments, y: arguments, count: arguments.count, into: &results)
    }
    return Measurement(
      name: "\(name) in lanes", value: seconds * 1e9 / Double(arguments.count), unit: "ns/lane", goal: goal)
  }
}
