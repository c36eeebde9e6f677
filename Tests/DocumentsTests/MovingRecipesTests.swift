import LossSurfaces
import Testing

@testable import Documents

/// Which recipes may say that their pictures move.
@Suite struct MovingRecipesTests {
  @Test(arguments: ["path", "curves", "relief", "grid"]) func figuresOfRunsMove(_ figure: String) throws {
    let recipe = try Recipe(yaml: "surface: bowl\nfigure: \(figure)\nanimate: true\n", file: "a.yaml")
    #expect(recipe.isAnimated)
    #expect(try Recipe(yaml: recipe.yaml, file: "b.yaml").isAnimated)
  }

  @Test(arguments: ["figure: schedule\nanimate: true\n", "figure: range-test\nanimate: true\nsurface: bowl\n"])
  func othersStandStill(_ yaml: String) throws {
    let error = try #require(throws: InputError.self) { try Recipe(yaml: yaml, file: "a.yaml") }
    #expect(error.problem == "'animate' has a meaning in a figure of runs only")
    #expect(error.remedy == "Leave it out: this figure stands still.")
    #expect(error.place?.line == 2)
  }
}
