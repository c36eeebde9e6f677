public import LossSurfaces

/// A rule that turns gradients into steps: hyperparameters only, its state is another value.
public struct Optimizer: Sendable {
  public let specification: Specification

  public static var names: [String] { fatalError("not built yet") }

  public init(_ specification: Specification) throws(InputError) { self.specification = specification }

  /// What the settings line says: `SGD`, `SGD with momentum 0.9`.
  public var settings: String { fatalError("not built yet") }
  /// Heavy-ball or Nesterov momentum β, or 0; nil when the optimizer is not sgd.
  public var momentum: Double? { fatalError("not built yet") }
  public var isNesterov: Bool { fatalError("not built yet") }
  /// The largest stable η·λmax on a quadratic: 2, 2(1+β), or 2(1+β)/(1+2β); nil when the optimizer is not sgd.
  public var stabilityLimit: Double? { fatalError("not built yet") }
}
