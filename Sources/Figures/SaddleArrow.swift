import LossSurfaces
import Raster

/// A small double arrow through a saddle: the direction in which the surface falls away to both sides.
struct SaddleArrow {
  /// Beyond the cross that marks the saddle, in CSS pixels from its middle.
  static let root = 7.5
  private static let (tip, head) = (19.0, 5.0)

  private let center: Position
  /// The direction on the page, of length 1.
  private let direction: Position

  /// Nil where the surface does not fall to two sides and rise to the others.
  init?(at point: Point, on evaluator: Evaluator, in frame: Frame) {
    guard let axis = evaluator.secondOrder(at: point).hessian.unstableDirection else { return nil }
    // The view may be stretched, and y points down.
    let (x, y) = (axis.x * frame.rect.width / frame.view.width, -axis.y * frame.rect.height / frame.view.height)
    let length = (x * x + y * y).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    center = frame.position(point)
    direction = Position(x / length, y / length)
  }

  /// What the arrow covers.
  var box: Rect {
    let reach = Position(Self.tip * abs(direction.x) + 3, Self.tip * abs(direction.y) + 3)
    return Rect(x: center.x - reach.x, y: center.y - reach.y, width: 2 * reach.x, height: 2 * reach.y)
  }

  func elements(theme: Theme) -> [Drawing.Element] {
    let degrees = Elementary.atan2(direction.y, direction.x) * 180 / .pi
    let shafts = Path([1.0, -1].map { .init([place(Self.root * $0), place((Self.tip - 3) * $0)]) })
    let heads = [1.0, -1].flatMap { side in
      Path.arrowhead(
        tip: place(Self.tip * side), direction: degrees + (side < 0 ? 180 : 0), length: Self.head, width: Self.head
      ).subpaths
    }
    return [
      .stroke(Path(shafts.subpaths + heads), Stroke(theme.casing.opacity(0.9), width: 3.4)),
      .stroke(shafts, Stroke(theme.ink, width: 1.3, cap: .butt)), .fill(Path(heads), theme.ink),
    ]
  }

  private func place(_ distance: Double) -> Position {
    Position(center.x + distance * direction.x, center.y + distance * direction.y)
  }
}
