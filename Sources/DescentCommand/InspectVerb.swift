import ArgumentParser
import Documents
import LossSurfaces
import Raster

/// `descent inspect`: what a picture says of itself.
struct InspectVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Read title, description and recipe out of a picture.",
    discussion: """
      EXAMPLES
        descent inspect rosenbrock.png
        descent inspect rosenbrock.png --recipe > rosenbrock.yaml     what draws it again
      """)

  @Argument(help: ArgumentHelp("A PNG file.", valueName: "image"))
  var image: String
  @Flag(help: "Print only the recipe.")
  var recipe = false
  @Flag(help: "Print everything as JSON.")
  var json = false

  private struct Report: Encodable {
    let format = 1
    let width: Int
    let height: Int
    let title: String?
    let description: String?
    let recipe: String?
  }

  func run() throws {
    let bytes = try InputFile.bytes(of: image)
    let png: PNG
    do { png = try PNG(decoding: bytes) } catch {
      throw Failure("\(image): \(error.description)", .data)
    }
    let texts = Dictionary(png.texts.map { ($0.keyword, $0.text) }) { first, _ in first }
    let found = texts[CanonicalRecipe.keyword]
    if recipe {
      guard let found else {
        throw Failure("\(image) carries no recipe: descent did not draw it, or another program removed it", .data)
      }
      try Console.put(found)
    } else if json {
      let report = Report(
        width: png.image.width, height: png.image.height, title: texts["Title"], description: texts["Description"],
        recipe: found)
      try Console.put(try JSON.text(report) + "\n")
    } else {
      var lines = ["\(image): \(png.image.width)×\(png.image.height) pixels"]
      lines += png.texts.map { "\n\($0.keyword)\n\($0.text)" }
      try Console.put(lines.joined(separator: "\n") + "\n")
    }
  }
}
