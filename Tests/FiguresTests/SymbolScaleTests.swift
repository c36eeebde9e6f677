import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

/// Symbols on small maps.
@Suite struct SymbolScaleTests {
  @Test(arguments: [(400.0, 300.0, 1.0), (140, 200, 1), (200, 70, 0.5), (77, 77, 0.55), (20, 300, 0.45)])
  func goesByTheShorterSide(_ width: Double, _ height: Double, _ scale: Double) {
    #expect(abs(Rect(x: 0, y: 0, width: width, height: height).symbolScale - scale) < 1e-12)
  }

  /// On a map of 80 px no symbol takes more than an eighth of a side.
  @Test(arguments: [80.0, 400]) func symbolsLeaveRoom(side: Double) throws {
    let figure = try PathFigureTests.figure(PathFigureTests.cases[0])
    let frame = Frame(rect: Rect(x: 0, y: 0, width: side, height: side), view: figure.view)
    let scene = MapScene(
      groups: figure.groups, on: figure.surface, frame: frame, theme: .light, sizes: TypeSizes(width: 320, height: 240))
    let sizes = scene.annotations.symbols.flatMap(\.elements).flatMap { element -> [Double] in
      guard case .fill(let path, _) = element else { return [] }
      let across = path.subpaths.flatMap(\.points).map(\.x)
      return [(across.max() ?? 0) - (across.min() ?? 0)]
    }
    let largest = try #require(sizes.max())
    #expect(side > 100 ? largest == 14 : largest <= side / 8)
    #expect(scene.layers.allSatisfy { side > 100 ? $0.style.scale == 1 : $0.style.scale < 0.6 })
  }
}
