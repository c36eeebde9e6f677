import ArgumentParser
import Documents

/// The options of the verbs whose pictures can move.
struct MotionOptions: ParsableArguments {
  @Flag(help: "Let the paths grow before the eye: an animated PNG of 5 seconds at most.")
  var animate = false
  @Option(
    help: ArgumentHelp("Write the frames of the animation as PNGs 0001.png … into a folder.", valueName: "folder"),
    completion: .directory)
  var frames: String?

  func apply(to recipe: inout Recipe, _ picture: PictureOptions) throws(Failure) {
    recipe.isAnimated = animate
    if animate, let output = picture.output, try picture.format(of: output) == .svg {
      throw Failure("--animate: an SVG does not move; name a PNG, or leave --animate out", .usage)
    }
  }

  func deliver(_ rendering: some MovingRendering) throws {
    if let frames { try FrameFolder.write(rendering, to: frames) }
  }
}
