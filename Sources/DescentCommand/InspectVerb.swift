import ArgumentParser
import Documents
import LossSurfaces
import Raster

/// `descent inspect`: what a picture says of itself.
struct InspectVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Read title, description and recipe out of a picture.",
    usage: "descent inspect IMAGE [options]",
    discussion: """
      EXAMPLES
        descent inspect rosenbrock.png
        # what draws the picture again
        descent inspect rosenbrock.png --recipe > rosenbrock.yaml
        descent render rosenbrock.yaml -o again.png
      """)

  @Argument(
    help: ArgumentHelp("A PNG or SVG file; - for stdin.", valueName: "image"),
    completion: .file(extensions: ["png", "svg"]))
  var image: String
  @Flag(help: "Print only the recipe.")
  var recipe = false
  @Flag(help: "Print everything as JSON.")
  var json = false

  func run() throws {
    if recipe, json { throw Failure("--recipe and --json exclude each other", .usage) }
    let report = try PictureReport(image)
    if recipe {
      guard let recipe = report[CanonicalRecipe.keyword] else {
        throw Failure("\(image) carries no recipe: descent did not draw it, or another program removed it", .data)
      }
      try Console.put(recipe)
    } else if json {
      try JSONWriter.print(report)
    } else {
      try Console.put(report.words)
    }
  }
}

/// A picture's size and what stands in its text chunks, or in the same elements of an SVG.
private struct PictureReport: Report {
  let name: String
  let width: Int
  let height: Int
  let texts: [PNG.Text]

  init(_ path: String) throws {
    name = path
    let bytes = try InputFile.bytes(of: path, limit: InputFile.largestPicture)
    do {
      if SVGContents.isSVG(bytes) {
        let svg = try SVGContents(String(decoding: bytes, as: UTF8.self))
        (width, height) = (Int(svg.width.rounded()), Int(svg.height.rounded()))
        let all = [("Title", svg.title), ("Description", svg.description), (CanonicalRecipe.keyword, svg.recipe)]
        texts = all.compactMap { keyword, text in text.map { PNG.Text(keyword, $0) } }
      } else {
        let png = try PNG(decoding: bytes)
        (width, height, texts) = (png.image.width, png.image.height, png.texts)
      }
    } catch {
      throw Failure("\(path): \(error.description)", .data)
    }
  }

  subscript(keyword: String) -> String? { texts.first { $0.keyword == keyword }?.text }

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.member("width", width)
    json.member("height", height)
    json.member("title", self["Title"])
    json.member("description", self["Description"])
    json.member("recipe", self[CanonicalRecipe.keyword])
  }

  var words: String {
    let texts = texts.map { text in "\n\(text.keyword)\n\(text.text)\(text.text.hasSuffix("\n") ? "" : "\n")" }
    return "\(name): \(width)×\(height) pixels\n" + texts.joined()
  }
}
