import ArgumentParser
import Documents
import Figures
import LossSurfaces
import Terminal

/// The options of every verb that draws; they bear the names of the recipe's keys.
struct PictureOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Write the picture; - for stdout.", valueName: "file"),
    completion: .file())
  var output: String?
  @Option(
    help: ArgumentHelp("png or svg (what the file's name says, else png).", valueName: "name"),
    completion: Candidates.words(PictureFormat.self))
  var format: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Width and height in CSS pixels (720x540).", valueName: "WxH"))
  var size: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Pixels per CSS pixel (2).", valueName: "n"))
  var scale: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The width on paper, as in 85mm, 8.5cm, 3.35in; --size keeps its shape.", valueName: "length"))
  var width: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Pixels an inch on paper (300 with --width).", valueName: "n"))
  var dpi: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("light, dark or print (light).", valueName: "name"),
    completion: Candidates.words(Theme.Name.self))
  var theme: String?
  @OptionGroup var screen: ScreenOptions
  @Flag(help: "Print the result as JSON.")
  var json = false

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let size {
      (recipe.width, recipe.height) = try Values.size(size, "--size")
      recipe.isSized = true
    }
    if let scale { recipe.scale = try Values.positive(scale, "--scale") }
    try applyPaper(to: &recipe)
    if let theme { recipe.theme = try Values.word(theme, "--theme", among: Theme.Name.self, called: "themes") }
  }

  /// The size on paper, in the units of the page: an inch is 96 CSS pixels.
  private func applyPaper(to recipe: inout Recipe) throws(Failure) {
    if dpi != nil, scale != nil { throw Failure("--dpi and --scale exclude each other", .usage) }
    if let width {
      let pixels = try Values.length(width, "--width")
      try Values.located("--width", .usage) { try recipe.fit(width: pixels) }
    }
    if let dpi {
      recipe.scale = try Values.number(dpi, "--dpi", in: PaperSize.possibleResolutions) / PaperSize.pixelsPerInch
    } else if width != nil, scale == nil {
      recipe.scale = PaperSize.usualResolution / PaperSize.pixelsPerInch
    }
  }

  /// The format in which a file is written.
  func format(of file: String) throws(Failure) -> PictureFormat {
    guard let format else { return PictureFormat(ofFile: file) }
    return try Values.word(format, "--format", among: PictureFormat.self, called: "formats")
  }

  /// Writes the picture to `file`, or else where `--output` says.
  func deliver(to file: String? = nil, _ picture: (PictureFormat) throws -> [UInt8]) throws {
    guard let file = file ?? output else { return }
    let bytes = try picture(format(of: file))
    if file == "-" { try Console.put(picture: bytes) } else { try OutputFile.write(bytes, to: file) }
  }

  /// Where the picture is shown: in the terminal that standard output is, unless it is written to a file, or anywhere when
  /// `--graphics` says how. Nil for nowhere; `isTaken` says that standard output has other data.
  func place(isTaken: Bool = false) throws(Failure) -> ScreenPicture? {
    let screen = try screen.screen()
    guard !json, !isTaken, output != "-" else { return nil }
    guard self.screen.graphics != nil || screen.isTerminal && output == nil else { return nil }
    return ScreenPicture(screen: screen, file: output)
  }

  /// The recipe as it is drawn: for a terminal, unless it is drawn to a file.
  func drawn(_ recipe: Recipe, on place: ScreenPicture?) -> Recipe {
    guard output == nil, let place else { return recipe }
    return place.adapted(recipe, hasTheme: theme != nil)
  }

  /// Words for a reader: on stdout, or on stderr when the picture goes there.
  func report(_ text: String) throws(FileError) {
    try report(CollectionOfOne(text))
  }

  /// Lines, a piece at a time: there may be ten million of them.
  func report(_ lines: some Sequence<String>) throws(FileError) {
    let pieceSize = 1 << 16
    var piece = ""
    for line in lines {
      piece += line + "\n"
      guard piece.utf8.count > pieceSize else { continue }
      try report(piece: piece)
      piece = ""
    }
    try report(piece: piece)
  }

  private func report(piece: String) throws(FileError) {
    if output == "-" { Console.say(piece) } else { try Console.put(piece) }
  }
}

/// The options of the verbs that make a new picture.
struct NewPictureOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The title (made from what is shown).", valueName: "text"))
  var title: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("A line at the foot.", valueName: "text"))
  var footer: String?
  @Option(
    help: ArgumentHelp("Write a recipe that draws this picture; - for stdout.", valueName: "file"), completion: .file())
  var saveRecipe: String?

  func apply(to recipe: inout Recipe) {
    recipe.title = title
    recipe.footer = footer
  }

  func deliver(_ recipe: Recipe) throws {
    guard let saveRecipe else { return }
    guard recipe.yaml.utf8.count <= InputFile.longestText else {
      throw Failure(
        "--save-recipe: with its \(NumberText.string(recipe.losses.count)) losses the recipe is larger than 1 MB, which "
          + "none may be\nGive fewer losses, or keep the command line instead.", .data)
    }
    if saveRecipe == "-" { try Console.put(recipe.yaml) } else { try RecipeFile.write(recipe, to: saveRecipe) }
  }
}
