/// The derivatives of a loss, printed as formulas.
///
/// Edge cases: with samples they are those of one row; a formula longer than 20,000 characters is replaced by a remark.
public struct DerivativeFormulas: Hashable, Sendable {
  public var value, x, y, xx, xy, yy: String
}
