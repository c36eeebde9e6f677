public import LossSurfaces
import Optimization
public import Raster

/// A picture of runs on a surface, of whatever kind.
public protocol RunFigure: Sendable {
  var surface: Surface { get }
  var runs: [FigureRun] { get }
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
}

extension RunFigure {
  /// The title given, or `Rosenbrock valley: 3 learning rates`.
  public var displayTitle: String { title ?? defaultTitle }

  private var defaultTitle: String {
    let all = runs.map(\.trajectory.run)
    guard all.count > 1 else { return surface.title }
    let kinds = [
      (Set(all.map { $0.schedule.settings }).count, "schedules"),
      (Set(all.map { $0.schedule.learningRate }).count, "learning rates"),
      (Set(all.map { $0.optimizer.settings }).count, "optimizers"),
    ].filter { $0.0 > 1 }
    let compared = kinds.count == 1 && kinds[0].0 == all.count ? "\(all.count) \(kinds[0].1)" : "\(all.count) runs"
    return "\(surface.title): \(compared)"
  }
}
