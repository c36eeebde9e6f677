import Documents
import Raster

/// A hundred frames of 640×480 pixels, and the other ways out of a figure.
enum AnimatedFigure {
  static let benchmark = Benchmark(name: "animation, vectors") {
    var recipe = FigureOfRosenbrock.recipe
    (recipe.width, recipe.height, recipe.levels) = (640, 480, 20)
    recipe.isAnimated = true
    let rendering = try Rendering(Plan(recipe, surface: recipe.surface()))
    let seconds = try Stopwatch.median(of: 15) { _ = try rendering.png() }
    recipe.isAnimated = false
    let still = try Rendering(Plan(recipe, surface: recipe.surface())).picture()
    let svgSeconds = try Stopwatch.median(of: 15) { _ = try still.svg() }
    return [
      Measurement(
        name: "animation of \(try rendering.animation().frames.count) frames, 640×480", value: seconds * 1000,
        unit: "ms",
        goal: 287, prize: 57),
      Measurement(name: "  its file", value: Double(try rendering.png().count) / 1000, unit: "kB", goal: 119.5),
      Measurement(name: "SVG of the figure", value: svgSeconds * 1000, unit: "ms"),
      Measurement(name: "  its file", value: Double(try still.svg().utf8.count) / 1000, unit: "kB"),
    ]
  }
}
