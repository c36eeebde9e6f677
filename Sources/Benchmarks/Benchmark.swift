/// Something to measure.
struct Benchmark: Sendable {
  let name: String
  let measure: @Sendable () throws -> [Measurement]
}

/// A number that was measured, and what it ought to be.
struct Measurement: Sendable {
  var name: String
  /// nan when it could not be measured.
  var value: Double
  var unit: String
  /// At most this.
  var goal: Double?
  /// Better still.
  var prize: Double?
}
