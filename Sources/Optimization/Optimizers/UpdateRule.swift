import LossSurfaces

/// An optimizer as a value of hyperparameters; its memory is another value, and a step is a function of both.
///
/// All rules work on the weights component by component.
protocol UpdateRule: Sendable {
  associatedtype Memory: Sendable

  /// The names by which it is known, with their keys; most have one.
  static var entries: [SpecificationEntry] { get }

  /// The rule of one of the entries, its keys resolved.
  init(_ keys: ResolvedKeys) throws(InputError)

  /// What the settings line calls it.
  var title: String { get }

  /// The memory before the first step.
  var initialMemory: Memory { get }

  /// The weights after the next step from `w`, where the gradient is `g`.
  func step(from w: SIMD2<Double>, gradient g: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double>
}

extension SpecificationKey {
  static func eps(_ standard: Double) -> SpecificationKey {
    SpecificationKey("eps", .number(.positive), .value(.number(standard)), "what keeps the denominator from 0")
  }

  static func weightDecay(_ standard: Double = 0) -> SpecificationKey {
    SpecificationKey(
      "weight-decay", .number(.nonnegative), .value(.number(standard)), "the share of the weights in the gradient")
  }

  /// The weight of what is remembered in an exponential average.
  static func average(_ name: String, _ standard: Double, of what: String) -> SpecificationKey {
    SpecificationKey(name, .number(.fraction), .value(.number(standard)), "how much of the average of \(what) is kept")
  }
}
