import ArgumentParser
import Documents
import Figures
import LossSurfaces

/// The options of every verb that draws; they bear the names of the recipe's keys.
struct PictureOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write the picture; - for stdout.", valueName: "file"))
  var output: String?
  @Option(help: ArgumentHelp("Size in CSS pixels (default 720x540).", valueName: "WxH"))
  var size: String?
  @Option(help: ArgumentHelp("Pixels per CSS pixel (default 2).", valueName: "n"))
  var scale: String?
  @Option(help: ArgumentHelp("light or dark.", valueName: "name"))
  var theme: String?
  @Option(help: ArgumentHelp("The title (default: made from the surface).", valueName: "text"))
  var title: String?
  @Option(help: ArgumentHelp("A line at the foot.", valueName: "text"))
  var footer: String?
  @Option(help: ArgumentHelp("Write a recipe that draws this picture.", valueName: "file"))
  var saveRecipe: String?
  @Flag(help: "Print the result as JSON.")
  var json = false

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let size { (recipe.width, recipe.height) = try Values.size(size, "--size") }
    if let scale { recipe.scale = try Values.number(scale, "--scale") }
    if let theme {
      guard let name = Theme.Name(rawValue: theme) else {
        throw Failure("--theme: there is no theme '\(theme)'. The themes are: light, dark.", .usage)
      }
      recipe.theme = name
    }
    recipe.title = title
    recipe.footer = footer
  }

  func check() throws(Failure) {
    if json, output == "-" {
      throw Failure("--json and -o - both want standard output; give the picture a file", .usage)
    }
  }

  /// Writes recipe and picture where they are wanted.
  func deliver(_ recipe: Recipe, _ png: () throws(InputError) -> [UInt8]) throws {
    if let saveRecipe { try OutputFile.write(Array(recipe.yaml.utf8), to: saveRecipe) }
    guard let output else { return }
    let bytes = try usage { () throws(InputError) in try png() }
    if output == "-" { try Console.put(bytes) } else { try OutputFile.write(bytes, to: output) }
  }

  /// Words for a reader: on stdout, or on stderr when the picture goes there.
  func report(_ text: String) throws {
    if output == "-" { Console.say(text) } else { try Console.put(text + "\n") }
  }
}
