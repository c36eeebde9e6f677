import ArgumentParser
import Documents
import Foundation
import LossSurfaces
import Terminal

/// How pictures and words look in a terminal.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How a terminal shows the picture: auto, kitty, iterm, sixel, blocks, text or none.", valueName: "name"),
    completion: .list(GraphicsChoice.words))
  var graphics: String?
  @Option(
    help: ArgumentHelp("Whether a terminal's output has colour: auto, always or never.", valueName: "when"),
    completion: Candidates.words(ColorChoice.Wish.self))
  var color: String?

  /// What stands behind standard output, and how it is used.
  func screen() throws(Failure) -> Screen {
    let wish =
      try color.map { text throws(Failure) in
        try Values.word(text, "--color", among: ColorChoice.Wish.self, called: "choices")
      } ?? .auto
    let isAutomatic = graphics == "auto"
    let mode =
      isAutomatic
      ? nil
      : try graphics.map { text throws(Failure) in
        guard let mode = GraphicsMode(rawValue: text) else {
          throw Failure(
            "--graphics: unknown way '\(text)'\n"
              + Spelling.remedy(for: text, among: GraphicsChoice.words, called: "ways of showing a picture"), .usage)
        }
        return mode
      }
    do {
      return try Screen(
        graphics: mode, isAutomatic: isAutomatic, color: wish, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw Failure(error.description, .usage)
    }
  }
}
