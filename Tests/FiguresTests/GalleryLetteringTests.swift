import Foundation
import LossSurfaces
import Raster
import Testing

@testable import Documents
@testable import Figures

/// The pictures of the gallery, made small and large, light and dark, remain legible.
@Suite struct GalleryLetteringTests {
  private static let folder = URL(filePath: #filePath).appending(path: "../../../Gallery").standardized.path

  private static let figures = (try? PageFigure.all(in: folder)) ?? []

  /// A size and a theme.
  struct Page: CustomTestStringConvertible {
    var width: Double
    var height: Double
    var theme: Theme

    var testDescription: String { "\(width)×\(height), \(theme.name)" }

    /// A theme changes colours alone: `ThemeLayoutTests` has that.
    static let all = [(320.0, 240.0), (720, 540), (1200, 900)].map { Page(width: $0, height: $1, theme: .light) }
  }

  @Test func thereAreFigures() { #expect(Self.figures.count > 40) }

  /// The runs are made once for all pages; of maps, which are lettered the same however fine they are, few.
  @Test(arguments: figures) func nothingOverlapsAndNothingIsClipped(_ figure: PageFigure) throws {
    var recipe = figure.recipe
    if recipe.kind == .map || recipe.kind == .basins { (recipe.map.columns, recipe.map.rows) = (48, 36) }
    let rendering = try recipe.rendering(relativeTo: Self.folder)
    for page in Page.all {
      let drawing = try #require(try Self.drawing(of: rendering, on: page))
      #expect(drawing.width == page.width)
      #expect(drawing.faultyLettering == [], "\(page.testDescription)")
    }
  }

  private static func drawing(of rendering: any PictureRendering, on page: Page) throws -> Drawing? {
    switch rendering {
    case let runs as Rendering:
      var figure = runs.figure
      (figure.width, figure.height, figure.theme) = (page.width, page.height, page.theme)
      return try figure.drawing()
    case let schedules as ScheduleRendering:
      var figure = schedules.figure
      (figure.width, figure.height, figure.theme) = (page.width, page.height, page.theme)
      return figure.drawing()
    case let test as RangeTestRendering:
      var figure = test.figure
      (figure.width, figure.height, figure.theme) = (page.width, page.height, page.theme)
      return figure.drawing()
    case let map as MapRendering:
      var figure = map.figure
      (figure.width, figure.height, figure.theme) = (page.width, page.height, page.theme)
      return figure.drawing()
    case let grid as GridRendering:
      var figure = grid.figure
      (figure.width, figure.height, figure.theme) = (page.width, page.height, page.theme)
      return try figure.drawing()
    default: return nil
    }
  }
}

extension PageFigure: CustomTestStringConvertible {
  public var testDescription: String { id }
}
