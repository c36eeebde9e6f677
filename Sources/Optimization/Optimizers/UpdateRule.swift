/// An optimizer as a value of hyperparameters; its memory is another value, and a step is a function of both.
///
/// All rules work on the weights component by component.
protocol UpdateRule: Sendable {
  associatedtype Memory: Sendable

  /// The memory before the first step.
  var initialMemory: Memory { get }

  /// The weights after the next step from `w`, where the gradient is `g`.
  func step(from w: SIMD2<Double>, gradient g: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double>
}

/// Any of the rules, to be told apart once before a loop.
enum AnyUpdateRule: Sendable {
  case sgd(SGD)
  case adagrad(Adagrad)
  case rmsprop(RMSprop)
  case adadelta(Adadelta)
  case adam(Adam)
  case nadam(NAdam)
  case lion(Lion)
}
