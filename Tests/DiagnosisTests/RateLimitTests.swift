import Diagnosis
import LossSurfaces
import Optimization
import Testing

@Suite struct RateLimitTests {
  /// 2/λmax, and what momentum makes of it.
  @Test(arguments: [
    ("sgd", 0.2, "2/λ = 0.2"), ("sgd:momentum=0.9", 0.38, "3.8/λ = 0.38"),
    ("sgd:momentum=0.5,nesterov=true", 0.15, "1.5/λ = 0.15"),
  ])
  func onTheRavine(optimizer: String, rate: Double, words: String) throws {
    let limit = try #require(
      RateLimit(
        of: Optimizer(Specification(parsing: optimizer)), at: Point(0, 0), on: TestSurface.ravine.surface))
    // The limit and its quotient are rounded, once each.
    #expect(abs(limit.rate - rate) <= 0x1p-52 * rate)
    #expect(limit.sharpness == 10)
    #expect(limit.words == words)
  }

  @Test(arguments: [
    (TestSurface.ravine, "adam", 0.0), (.slope, "sgd", 0), (.plateau, "sgd", 40),
  ])
  func thereIsNone(surface: TestSurface, optimizer: String, x: Double) throws {
    let limit = RateLimit(
      of: try Optimizer(Specification(parsing: optimizer)), at: Point(x, 0), on: try surface.surface)
    #expect(limit == nil)
  }
}
