/// A point where the gradient vanishes (or, at a cusp, does not exist).
public struct CriticalPoint: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Both eigenvalues of the Hessian are positive, or one is zero and the loss is still larger all around.
    case minimum
    /// One eigenvalue is positive, the other zero, and the points beside it in the flat direction are critical too.
    case valley
    /// The eigenvalues have opposite signs.
    case saddle
    /// Both eigenvalues are negative.
    case maximum
    /// The Hessian is singular and its kind cannot be told from second derivatives (a monkey saddle, a flat rim).
    case degenerate
    /// A minimum where the gradient does not exist.
    case cusp
  }

  public var point: Point
  public var kind: Kind
  public var name: String?

  public init(at point: Point, kind: Kind, name: String? = nil) {
    self.point = point
    self.kind = kind
    self.name = name
  }

  /// Whether descent can come to rest here: a minimum, a valley or a cusp.
  public var isMinimum: Bool { kind == .minimum || kind == .valley || kind == .cusp }
}
