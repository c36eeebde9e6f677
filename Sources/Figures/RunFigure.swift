public import LossSurfaces
public import Raster

/// A picture of runs on a surface, of whatever kind.
public protocol RunFigure: Sendable {
  var surface: Surface { get }
  var groups: [RunGroup] { get }
  /// Says the point; nil takes the surface's title and what is compared.
  var title: String? { get set }
  var width: Double { get set }
  var height: Double { get set }
  var theme: Theme { get set }
  var footer: String? { get set }
  /// What the picture shows and what happened, in words made from the runs: for the PNG's description and for readers
  /// who cannot see it.
  var description: String { get }

  func drawing() throws(InputError) -> Drawing

  /// The figure in motion as its runs go on; the last frame is what `drawing` draws.
  func animation() throws(InputError) -> Animation
}

extension RunFigure {
  var sizes: TypeSizes { TypeSizes(width: width, height: height) }

  /// The title given, or `Rosenbrock valley: 3 learning rates`.
  public var displayTitle: String { title ?? defaultTitle }

  private var defaultTitle: String {
    Comparison.words(of: groups.map(\.run)).map { "\(surface.title): \($0)" } ?? surface.title
  }
}
