import LossSurfaces
import Testing

@testable import Documents

/// The critical points of a formula are searched for when a plan is carried out, not when it is made: what is current
/// costs no search, and a page with a thousand sines is checked at once.
@Suite struct PlanSearchTests {
  @Test(arguments: ["", "figure: curves\n", "figure: relief\n"])
  func drawsAsIfSearchedBefore(figure: String) throws {
    let recipe = try Recipe(
      yaml: "formula: (x^2 - 1)^2 + y^2\n\(figure)size: 320x240\nscale: 1\nsteps: 30\n", file: "r.yaml")
    let plan = try #require(try recipe.plan() as? Plan)
    #expect(plan.surface.criticalPoints.isEmpty)
    #expect(plan.sought().surface.criticalPoints.count == 3)
    let searched = try Plan(recipe, surface: recipe.surface())
    #expect(plan.canonicalText == searched.canonicalText)
    #expect(try plan.rendering().png() == Rendering(searched).png())
  }

  @Test func searchesWhereAnEllipseNeedsIt() throws {
    let recipe = try Recipe(yaml: "formula: x^2 + y^2\nnoise: 0.1\nnoise-ellipse: minimum\n", file: "r.yaml")
    #expect(try #require(try recipe.plan() as? Plan).surface.criticalPoints.count == 1)
  }
}
