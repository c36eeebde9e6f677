import LossSurfaces

/// How much one run may ask for.
enum RunLimits {
  /// 10⁷: the history of a run is kept whole.
  static let steps = 10_000_000
  /// 10⁸, where no history is kept.
  static let stepsWithoutHistory = 100_000_000

  static func check(steps: Int, limit: Int) throws(InputError) {
    guard (1...limit).contains(steps) else {
      let digits = NumberText.superscript(String(limit).count - 1)
      throw InputError(
        "the number of steps must be from 1 to 10\(digits), not \(steps)",
        remedy: "Give a number of updates, such as 100.")
    }
  }
}
