import Raster
import Testing

@testable import Figures

/// Figures of schedules, as drawings.
@Suite struct ScheduleFigureTests {
  private static let step = (0..<100).map { (t: Int) -> Double in t < 50 ? 0.1 : 0.05 }
  private static let level = [Double](repeating: 0.08, count: 100)

  private static func figure(_ count: Int, label: String = "curve", losses: [Double] = []) -> ScheduleFigure {
    let curves = (0..<count).map { index in
      ScheduleFigure.Curve(
        label: "\(label) \(index)", words: "0.1 → 0.05", rates: index == 0 ? step : level.map { $0 / Double(index) },
        cuts: index == 0 ? [50] : [])
    }
    var figure = ScheduleFigure(curves: curves, title: "Title", settings: ["100 updates"])
    figure.losses = losses
    return figure
  }

  private static func texts(_ elements: [Drawing.Element]) -> [Text] {
    elements.flatMap { element -> [Text] in
      switch element {
      case .text(let text): [text]
      case .clipped(_, let inner): texts(inner)
      default: []
      }
    }
  }

  private func words(_ figure: ScheduleFigure) -> [String] { Self.texts(figure.drawing().elements).map(\.string) }

  @Test func oneCurveHasNoLegend() {
    #expect(!words(Self.figure(1)).contains("curve 0"))
    #expect(words(Self.figure(1)).contains("cut"))
  }

  /// Short names stand at the ends, in the colours of the curves; long ones in a legend.
  @Test func namesStandAtTheEnds() throws {
    let texts = Self.texts(Self.figure(3).drawing().elements)
    let names = texts.filter { $0.string.hasPrefix("curve") }
    #expect(names.count == 3)
    #expect(names.allSatisfy { $0.position.x > 600 && $0.color != Theme.light.ink })
    let long = Self.texts(Self.figure(3, label: String(repeating: "curve ", count: 6)).drawing().elements)
      .filter { $0.string.hasPrefix("curve") }
    #expect(long.count == 3 && long.allSatisfy { $0.color == Theme.light.ink })
  }

  @Test func aFamilyIsShaded() {
    var figure = Self.figure(3)
    for index in figure.curves.indices { figure.curves[index].shade = Double(index) / 2 }
    let drawing = figure.drawing().description
    for shade in [0, 0.5, 1] { #expect(drawing.contains("\(Theme.light.shade(shade)) width 1.90 M")) }
  }

  /// Losses above, rates below, the cut through both with its update and its rate.
  @Test func replay() throws {
    var figure = Self.figure(1, losses: (0..<100).map { 1 / Double($0 + 1) })
    figure.curves[0].isJudged = true
    figure.curves[0].best = (0..<100).map { max(0.05, 1 / Double($0 + 1)) }
    let words = words(figure)
    for word in ["loss", "learning rate η", "best so far", "cut", "50 → 0.05"] { #expect(words.contains(word)) }
    #expect(words.filter { $0 == "step" }.count == 1)
    let uprights = figure.drawing().elements.compactMap { element -> [Position]? in
      guard case .stroke(let path, let stroke) = element, stroke.color.alpha == 140 else { return nil }
      return path.subpaths[0].points
    }
    try #require(uprights.count == 2)
    #expect(Set(uprights.flatMap { $0.map(\.x) }).count == 1)
    #expect(uprights[0][1].y < uprights[1][0].y)
  }

  @Test(
    arguments: [1, 2, 8, 12, 20],
    [(320.0, 240.0), (720, 540), (1600, 1200), (900, 300), (330, 900)])
  func everythingIsOnThePage(count: Int, size: (width: Double, height: Double)) {
    for losses in [[], [Double](repeating: 1, count: 100)] {
      var figure = Self.figure(count, label: "linear to 0.001 at 60", losses: losses)
      (figure.width, figure.height) = size
      figure.footer = "foot"
      for text in Self.texts(figure.drawing().elements) {
        let box = text.bounds
        #expect(
          box.minX >= -0.5 && box.maxX <= size.width + 0.5 && box.minY >= -0.5 && box.maxY <= size.height + 0.5,
          "\(text.string)")
      }
    }
  }

  @Test(arguments: [[], [0.0], [0.1], [0, 0], [1e-300, 1e300], [.nan, 1], [.infinity]])
  func degenerateRates(_ rates: [Double]) {
    let figure = ScheduleFigure(curves: [.init(label: "a", rates: rates, cuts: [0, 5])], title: "T", settings: [])
    #expect(!figure.drawing().description.contains("nan"))
  }
}
