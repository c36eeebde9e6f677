import Diagnosis
import Figures
import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Documents

/// The limits of a picture.
@Suite struct PlanTests {
  private func plan(_ change: (inout Recipe) -> Void) throws -> Plan {
    var recipe = Recipe(source: .named("bowl"))
    change(&recipe)
    return try Plan(recipe, surface: recipe.surface())
  }

  private func refusal(_ change: (inout Recipe) -> Void) -> String? {
    #expect(throws: InputError.self) { try plan(change) }?.description
  }

  @Test func runs() throws {
    #expect(try plan { $0.runs = Array(repeating: RunSettings(), count: 200) }.runs.count == 200)
    #expect(
      refusal { $0.runs = Array(repeating: RunSettings(), count: 201) }
        == "201 runs are too many for one picture\nAt most 200 paths are drawn.")
  }

  /// Each entry runs once for each seed, what leaves nothing to chance once.
  @Test func seeds() throws {
    let plan = try plan { recipe in
      recipe.settings.seeds = 3...6
      var (noisy, calm, own) = (RunSettings(), RunSettings(), RunSettings())
      (noisy.noise, calm.noise, own.noise) = (Noise(x: 1, y: 1), Noise(x: 0, y: 0), Noise(x: 0, y: 1))
      own.seed = 9
      recipe.runs = [noisy, calm, own]
    }
    #expect(plan.entries.map { $0.runs.map(\.seed) } == [[3, 4, 5, 6], [3], [9]])
    #expect(plan.labels == ["noise 1, seeds 3–6", "no noise, seeds 3–6", "noise 0, 1, seed 9"])
    let groups = plan.execute()
    #expect(groups.map(\.runs.count) == [4, 1, 1])
    #expect(groups[0].runs.map(\.label) == (3...6).map { "noise 1, seeds 3–6, seed \($0)" })
    #expect(groups[1].runs.map(\.label) == ["no noise, seeds 3–6"])
    #expect(Set(groups[0].runs.map(\.trajectory.loss)).count == 4)
  }

  @Test func mostSeeds() throws {
    func seeds(_ last: UInt64, runs: Int) -> (inout Recipe) -> Void {
      return { recipe in
        recipe.settings.noise = Noise(x: 1, y: 1)
        recipe.settings.seeds = 1...last
        recipe.runs = Array(repeating: RunSettings(), count: runs)
      }
    }
    #expect(try plan(seeds(50, runs: 4)).runs.count == 200)
    #expect(
      refusal(seeds(67, runs: 3)) == "201 runs are too many for one picture\nAt most 200 paths are drawn.")
    #expect(
      refusal(seeds(1 << 53, runs: 200))
        == "1,801,439,850,948,198,400 runs are too many for one picture\nAt most 200 paths are drawn.")
    #expect(
      refusal { recipe in
        seeds(50, runs: 1)(&recipe)
        recipe.settings.steps = 2_000_000
      } == "100,000,000 steps in all are too many for one picture\nAt most 50,000,000 are kept.")
  }

  @Test func steps() {
    #expect(
      refusal { recipe in
        recipe.settings.steps = 10_000_000
        recipe.runs = Array(repeating: RunSettings(), count: 6)
      } == "60,000,000 steps in all are too many for one picture\nAt most 50,000,000 are kept.")
  }

  @Test(
    arguments: [
      (319, 240, 1.0, "a picture of 319×240 is too small\nThe least size is 320x240."),
      (320, 239, 1.0, "a picture of 320×239 is too small\nThe least size is 320x240."),
      (
        16_385, 240, 1,
        "a picture of 16385×240 at scale 1 is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
      ),
      (
        8193, 240, 2,
        "a picture of 8193×240 at scale 2 is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
      ),
      (
        10_001, 10_001, 1,
        "a picture of 10001×10001 at scale 1 is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
      ),
      (
        1_000_000, 1_000_000, 1,
        "a picture of 1000000×1000000 at scale 1 is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
      ),
      (
        Int.max, Int.max, 2,
        "a picture of 9223372036854775807×9223372036854775807 at scale 2 is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
      ),
      (720, 540, 0, "the scale must be a positive number, not 0.0"),
      (720, 540, -.infinity, "the scale must be a positive number, not -inf"),
      (720, 540, .nan, "the scale must be a positive number, not nan"),
      (720, 540, 1e-9, "a picture of 720×540 at scale 10⁻⁹ has no pixels"),
    ] as [(Int, Int, Double, String)])
  func sizes(_ width: Int, _ height: Int, _ scale: Double, _ message: String) {
    #expect(refusal { ($0.width, $0.height, $0.scale) = (width, height, scale) } == message)
  }

  @Test(arguments: [(320, 240, 1.0), (16_384, 240, 1), (10_000, 10_000, 1), (8192, 240, 2)])
  func largestSizes(_ width: Int, _ height: Int, _ scale: Double) throws {
    _ = try plan { ($0.width, $0.height, $0.scale) = (width, height, scale) }
  }

  @Test func noiseEllipse() throws {
    func at(_ place: NoiseEllipsePlace, noise: Double = 1) -> (inout Recipe) -> Void {
      return { recipe in
        recipe.noiseEllipse = place
        recipe.settings.noise = Noise(x: noise, y: noise)
      }
    }
    #expect(try plan(at(.minimum)).recipe.noiseEllipse == .minimum)
    #expect(try plan(at(.at(Point(1, 1)))).recipe.noiseEllipse == .at(Point(1, 1)))
    #expect(
      refusal(at(.minimum, noise: 0))
        == "'noise-ellipse' is given, but no run has noise\nAdd noise, or a batch size below that of the data, or leave the ellipse out."
    )
    #expect(
      refusal(at(.at(Point(9, -0.5))))
        == "'noise-ellipse' is at (9, -0.5), outside the view\nGive a point within it, or another view.")
    #expect(refusal(at(.at(Point(.nan, 0))))?.contains("outside the view") == true)
    #expect(
      refusal { recipe in
        at(.minimum)(&recipe)
        recipe.view = try? View(x: (1, 2), y: (1, 2))
      }
        == "'noise-ellipse' is to be at a minimum, but the surface declares none in the view\nGive a point, such as [0, 0]."
    )
  }

  @Test func noiseEllipseWithoutAGradient() throws {
    let recipe = try Recipe(
      yaml: """
        surface:
          formula: u*sqrt(x) + y^2
          samples: {columns: [u], rows: [[1], [2]]}
          view: {x: [-2, 2], y: [-2, 2]}
          start: [1, 1]
        batch-size: 1
        noise-ellipse: [-1, 0]
        """, file: "r.yaml")
    let error = #expect(throws: InputError.self) { try Plan(recipe, surface: recipe.surface()) }
    #expect(
      error?.description
        == "r.yaml:7:16: 'noise-ellipse' is at (-1, 0), where the loss has no finite gradient\n    noise-ellipse: [-1, 0]\n                   ^\nGive a point where the formula has finite derivatives."
    )
  }

  @Test func levelsAndPalette() {
    #expect(refusal { $0.levels = 0 } == "levels must be 1 to 200, not 0")
    #expect(refusal { $0.palette = "virids" } == "unknown palette 'virids'\nDid you mean 'viridis'?")
  }

  /// Runs are independent: all cores together give what one run alone gives.
  @Test func executesInOrder() throws {
    let many = try plan { recipe in
      recipe.settings.noise = .init(x: 1, y: 1)
      recipe.runs = (0..<20).map { seed in
        var run = RunSettings()
        run.seed = UInt64(seed)
        return run
      }
    }.execute()
    for seed in [0, 7, 19] {
      let alone = try plan { recipe in
        recipe.settings.noise = .init(x: 1, y: 1)
        recipe.settings.seed = UInt64(seed)
      }.execute()
      #expect(many[seed].runs[0].trajectory.x == alone[0].runs[0].trajectory.x)
      #expect(many[seed].label == "seed \(seed)")
    }
  }

  /// What is near and what is in sight goes by the view of the recipe: two minima 0.002 apart and the saddle between them.
  @Test func aFormulaIsJudgedByTheViewOfTheRecipe() throws {
    let recipe = try Recipe(
      yaml: """
        formula: (x^2*1e6 - 1)^2 + y^2*1e6
        view: {x: [-0.002, 0.002], y: [-0.002, 0.002]}
        start: [0, 0.001]
        learning-rate: 1e-7
        steps: 200
        """, file: "r.yaml")
    let rendering = try recipe.rendering()
    let run = try #require((rendering as? Rendering)?.runs.first)
    #expect(run.assessment.verdict.kind == .atSaddle)
    #expect(!run.assessment.verdict.sentence.contains("minimum at (0, 0)"), "\(run.assessment.verdict.sentence)")
  }
}
