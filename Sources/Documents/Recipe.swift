public import Figures
public import LossSurfaces
import Raster

/// One picture as text: a surface, the runs over it, and how they are drawn.
public struct Recipe: Sendable {
  /// Where the surface comes from.
  public enum Source: Sendable {
    /// A name of the catalog, or a path to a surface file relative to the recipe.
    case named(String)
    /// A formula with the defaults of a bare formula.
    case formula(String)
    /// Written out in the recipe itself.
    case definition(Surface)
    /// None: a picture of schedules alone.
    case none
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case path
    case curves
    case relief
    case schedule
    case rangeTest = "range-test"
    case grid
    case map
    case basins

    /// The panels of a figure that names none.
    public var panels: [PathFigure.Panel] { self == .curves ? [.loss] : PathFigure.Panel.standard }
  }

  public var source: Source
  /// Values for parameters of the formula; they go before the surface's own.
  public var parameters: [Parameter] = []
  public var definitions: [Definition] = []
  /// The surfaces of a grid, when there are several; `source` is then none.
  public var surfaces: [Source] = []
  /// What all runs share.
  public var settings = RunSettings()
  /// What each run says beside or against that; empty for one run.
  public var runs: [RunSettings] = []
  public var kind = Kind.path
  /// What a plateau schedule is fed in a picture of schedules: loss i after update i.
  public var losses: [Double] = []
  /// The sweep of a range test.
  public var range = SweepSettings()
  /// The axes of a map of outcomes, and how fine it is.
  public var map = MapSettings()
  /// What stands under a map, or under the losses.
  public var panels: [PathFigure.Panel] = Kind.path.panels
  public var expectations: [Expectation] = []
  public var title: String?
  public var view: View?
  public var levels = 20
  public var palette: String?
  public var theme = Theme.Name.light
  /// CSS pixels.
  public var width = usualSize.width
  public var height = usualSize.height
  /// Whether width and height were asked for; a grid chooses its own.
  public var isSized = false
  /// The width that was asked for of a grid, which keeps its shape.
  var fittedWidth: Int?
  /// Device pixels per CSS pixel.
  public var scale = 2.0
  public var hasLabels = true
  public var hasArrows = true
  public var footer: String?
  /// Whether the runs go on before the eye; figures of runs only.
  public var isAnimated = false
  /// Where the noise of one step is drawn; nil for nowhere.
  public var noiseEllipse: NoiseEllipsePlace?
  /// Where the viewer of a relief stands, in degrees; nil where the surface hides least.
  public var azimuth: Double?
  public var elevation = ReliefFigure.standardElevation
  /// Where the recipe says so.
  var noiseEllipseMark = Mark()
  /// For the pages that embed the picture; no pixels depend on them.
  public var alt: String?
  public var caption: String?
  public var displayWidth: String?

  public init(source: Source) { self.source = source }

  public static let usualSize = (width: 720, height: 540)
  public static let leastSize = (width: 320, height: 240)
  public static let largestSide = Drawing.largestSide
  public static let mostPixels = Double(Drawing.mostPixels)
  public static let mostRuns = 200
  /// All runs of a picture together: their histories are kept whole.
  public static let mostSteps = 50_000_000
}
