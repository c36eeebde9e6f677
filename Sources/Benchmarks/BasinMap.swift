import Documents
import LossSurfaces

/// A map of 512×512 starts on Himmelblau's function with 1000 steps each, from the recipe to the file's bytes.
enum BasinMap {
  static let benchmark = Benchmark(name: "basin map") {
    let recipe = try Recipe(
      yaml: "surface: himmelblau\nfigure: basins\nlearning-rate: 0.01\nsteps: 1000\n", file: "recipe")
    let surface = try recipe.surface()
    let seconds = try Stopwatch.median(of: 5) {
      _ = try MapRendering(MapPlan(recipe, surface: surface)).png()
    }
    return [Measurement(name: "basin map 512×512, 1000 steps", value: seconds * 1e3, unit: "ms", goal: 500)]
  }
}
