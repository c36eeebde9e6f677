import LossSurfaces
import Optimization
import Testing

@testable import Documents
@testable import Figures

/// Borders of theory compared with 2(1 + β)/λ by hand.
@Suite struct OutcomeBorderTests {
  private static func borders(_ recipe: String) throws -> [OutcomeBorder] {
    let recipe = try Recipe(yaml: "figure: map\n\(recipe)\nsteps: 5\nresolution: 8x8", file: "r.yaml")
    return OutcomeBorder.all(of: try MapPlan(recipe, surface: recipe.surface()).map)
  }

  @Test func heavyBall() throws {
    // λ = 4.
    let borders = try Self.borders("formula: 2*x^2 + y^2\nx: {learning-rate: 0.1..1}\ny: {momentum: 0..0.9}")
    #expect(borders.map(\.label) == ["η = 2(1+β)/λ"])
    for point in try #require(borders.first).points { #expect(abs(point.x - (1 + point.y) / 2) < 1e-12) }
  }

  /// Dampening δ divides the limit by 1 − δ.
  @Test func dampening() throws {
    let text = "formula: 2*x^2 + y^2\nx: {learning-rate: 0.1..1}\noptimizer: {sgd: {momentum: 0.5, dampening: 0.2}}\n"
    let varied = try #require(Self.borders(text + "y: {dampening: 0..0.9}").first)
    #expect(varied.label == "η = 3/((1−δ)λ)")
    for point in varied.points { #expect(abs(point.x * 4 * (1 - point.y) - 3) < 1e-9) }
    // Without momentum nothing is dampened.
    let plain = try #require(
      Self.borders("formula: 2*x^2 + y^2\nx: {learning-rate: 0.1..1}\ny: {dampening: 0..0.9}").first)
    #expect(plain.label == "η = 2/λ" && plain.points.allSatisfy { abs($0.x - 0.5) < 1e-12 })
    let momentum = try #require(Self.borders(text + "y: {momentum: 0.1..0.9}").first)
    #expect(momentum.label == "η = 2(1+β)/((1−δ)λ)")
    for point in momentum.points { #expect(abs(point.x * 4 * 0.8 - 2 * (1 + point.y)) < 1e-9) }
  }

  /// However flat, a minimum has its border; those that are alike have one.
  @Test func flatMinima() throws {
    let borders = try Self.borders(
      "formula: 1e-8*(x^2 - 1)^2 + 1e-8*y^2\nx: {learning-rate: 1e6..1e9, scale: log}\ny: {momentum: 0..0.9}")
    #expect(borders.map(\.label) == ["η = 2(1+β)/λ"])
    // λ = 8e-8 at both.
    for point in try #require(borders.first).points {
      #expect(abs(point.x / (2 * (1 + point.y) / 8e-8) - 1) < 1e-5)
    }
  }

  /// Weight decay adds to the curvature: 2/λ is no border then.
  @Test(arguments: ["weight-decay: 0..5", "noise: 0..1"]) func whereTheoryIsSilent(_ axis: String) throws {
    let optimizer = axis.hasPrefix("noise") ? "\noptimizer: adam" : ""
    #expect(
      try Self.borders("formula: 2*x^2 + y^2\nx: {learning-rate: 0.1..1}\ny: {\(axis)}\(optimizer)").isEmpty)
  }
}
