import Foundation
import Raster
import Testing

/// What the verbs write beside words: animations, frames, vectors, pictures for paper, tables.
@Suite struct OutputsTests {
  private let descent: Command
  private static let small = ["--size", "320x240", "--scale", "1"]

  init() throws { descent = try Command() }

  private func png(_ name: String) throws -> PNG { try PNG(decoding: Array(descent.data(of: name))) }

  private func text(_ name: String) throws -> String { String(decoding: try descent.data(of: name), as: UTF8.self) }

  /// A picture that moves shows, where nothing moves, what the still picture shows, and makes itself again.
  @Test(arguments: [
    ["run", "ravine", "--learning-rate", "0.19,0.21", "--steps", "30"],
    ["run", "bowl", "--start", "0,0", "--steps", "5"],
    ["run", "bowl", "--steps", "1"], ["run", "bowl", "--noise", "1", "--steps", "300"],
    ["run", "kink", "--panels", "none"],
    ["run", "rosenbrock", "--learning-rate", "0.0025", "--steps", "200", "--panels", "loss,stability"],
    ["run", "bowl", "--noise", "0.5", "--seeds", "1..5", "--learning-rate", "0.1,1.5", "--steps", "40"],
    ["run", "bowl", "--learning-rate", "0.1,2.1", "--steps", "9", "--figure", "curves"],
    ["compare", "ravine", "--learning-rate", "0.05,0.1", "--steps", "4"],
  ])
  func animation(_ arguments: [String]) throws {
    let arguments = arguments + Self.small
    for extra in [["-o", "still.png"], ["-o", "moving.png", "--animate"]] {
      #expect(try descent.run(arguments + extra).code == 0)
    }
    let (still, moving) = (try png("still.png"), try png("moving.png"))
    // One place in the palette is taken by what is transparent.
    let different = zip(still.image.pixels, moving.image.pixels).count { $0 != $1 }
    #expect(different <= still.image.pixels.count / 200)
    #expect(still.texts[0] == moving.texts[0] && still.texts[1] == moving.texts[1])
    #expect(moving.texts[2].text.contains("animate: true\n"))
    #expect(try descent.data(of: "moving.png").range(of: Data("acTL".utf8)) != nil)
    #expect(!still.texts[2].text.contains("animate"))
    try descent.write(try descent("inspect", "moving.png", "--recipe").text, to: "moving.yaml")
    #expect(try descent("render", "moving.yaml", "-o", "again.png").code == 0)
    let isSame = try descent.data(of: "again.png") == descent.data(of: "moving.png")
    #expect(isSame)
  }

  /// Frames are whole pictures, as many as there are steps and one, the last of them the figure.
  @Test func frames() throws {
    let arguments = ["run", "ravine", "--learning-rate", "0.19", "--steps", "12"] + Self.small
    #expect(try descent.run(arguments + ["--frames", "frames", "-o", "figure.png"]).code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: descent.path("frames")).sorted()
    #expect(names == (1...13).map { $0 < 10 ? "000\($0).png" : "00\($0).png" })
    let isFigure = try png("frames/0013.png").image == png("figure.png").image
    #expect(isFigure)
    let isOther = try png("frames/0001.png").image != png("frames/0002.png").image
    #expect(isOther)
    // The folder is there; the files are replaced.
    #expect(try descent.run(arguments + ["--frames", "frames/"]).code == 0)
    let again = try FileManager.default.contentsOfDirectory(atPath: descent.path("frames")).sorted()
    #expect(again == names)
  }

  @Test(arguments: [
    ["run", "ravine", "--steps", "20"], ["schedule", "cosine", "linear"], ["range-test", "bowl", "--steps", "20"],
  ])
  func vectors(_ arguments: [String]) throws {
    #expect(try descent.run(arguments + ["-o", "a.svg"]).code == 0)
    #expect(try descent.run(arguments + ["-o", "b", "--format", "svg"]).code == 0)
    let stdout = try descent.run(arguments + ["-o", "-", "--format", "svg"])
    let svg = try text("a.svg")
    #expect(svg.hasPrefix("<?xml") && svg.hasSuffix("</svg>\n"))
    for word in ["<title>", "<desc>", "</metadata>", "<text ", "<path "] { #expect(svg.contains(word)) }
    #expect(!svg.contains("nan") && !svg.contains("data:") && !svg.contains(descent.folder))
    let isSame = try text("b") == svg && stdout.text == svg
    #expect(isSame)
    // What draws it again is in it.
    try descent.write(try descent("inspect", "a.svg", "--recipe").text, to: "a.yaml")
    #expect(try descent("render", "a.yaml", "-o", "again.svg").code == 0)
    let isAgain = try text("again.svg") == svg
    #expect(isAgain)
    // The name says one thing, the option another.
    #expect(try descent.run(arguments + ["-o", "c.svg", "--format", "png"]).code == 0)
    #expect(try descent.data(of: "c.svg").starts(with: [0x89, 0x50]))
  }

  /// An animation that a recipe asks for is no SVG; in a folder pictures are named by their format.
  @Test func recipesAsVectors() throws {
    try descent.write("surface: bowl\nsteps: 3\n", to: "still.yaml")
    try descent.write("surface: bowl\nsteps: 3\nanimate: true\n", to: "moving.yaml")
    let result = try descent("render", "still.yaml", "moving.yaml", "--format", "svg", "-o", "./")
    #expect(result.code == 65)
    #expect(
      result.errors
        == "descent: moving.yaml: an SVG does not move\nWrite the animation as a PNG, or leave 'animate' out for a still picture.\n"
    )
    #expect(descent.files == ["moving.yaml", "still.svg", "still.yaml"])
  }

  /// 85 mm at 96 px to the inch are 321 CSS pixels; 300 dots to the inch are 3.125 to the pixel.
  @Test(arguments: [
    (["--width", "85mm", "--dpi", "300"], 1003, 753, 3.125), (["--width", "8.5cm"], 1003, 753, 3.125),
    (["--width", "5in", "--dpi", "96"], 480, 360, 1), (["--width", "640px", "--scale", "1"], 640, 480, 1),
    (["--width", "6.69in", "--size", "800x400", "--dpi", "600"], 4013, 2006, 6.25),
    (["--dpi", "192", "--size", "320x240"], 640, 480, 2),
  ])
  func paper(_ options: [String], _ width: Int, _ height: Int, _ scale: Double) throws {
    #expect(try descent.run(["schedule", "cosine", "-o", "a.png"] + options).code == 0)
    let png = try png("a.png")
    #expect(png.image.width == width && png.image.height == height)
    #expect(png.scale == scale)
  }

  /// In print there is no colour at all.
  @Test(arguments: [
    ["run", "ravine", "--learning-rate", "0.05,0.1,0.19,0.205", "--steps", "30"],
    ["schedule", "cosine", "linear", "step"],
    ["range-test", "bowl", "--steps", "30"],
  ])
  func print(_ arguments: [String]) throws {
    #expect(try descent.run(arguments + ["--theme", "print", "-o", "a.png"] + Self.small).code == 0)
    let colored = try png("a.png").image.pixels.count { pixel in
      pixel & 255 != pixel >> 8 & 255 || pixel & 255 != pixel >> 16 & 255
    }
    #expect(colored == 0)
  }

  /// The picture, its recipe, the table and the data come from one call.
  @Test(arguments: [
    (["run", "bowl", "--steps", "2"], 4, "run,"), (["compare", "bowl", "ravine", "--steps", "2"], 7, "run,"),
    (["range-test", "bowl", "--steps", "10"], 111, "series,"),
    (["schedule", "cosine", "--steps", "3"], 4, "schedule,"),
  ])
  func allAtOnce(_ verb: [String], _ lines: Int, _ heading: String) throws {
    let arguments = verb + ["-o", "a.png", "--csv", "a.csv", "--save-recipe", "a.yaml", "--json"] + Self.small
    let result = try descent.run(arguments)
    #expect(result.code == 0 && result.text.hasPrefix("{\"format\":1"))
    #expect(try text("a.csv").split(separator: "\n").count == lines)
    #expect(try text("a.csv").hasPrefix(heading))
    #expect(try png("a.png").image.width == 320)
    #expect(descent.files == ["a.csv", "a.png", "a.yaml"])
    // With the picture on stdout the table may go to a file.
    let piped = try descent.run(verb + ["-o", "-", "--csv", "b.csv"] + Self.small)
    #expect(piped.code == 0)
    #expect(try text("b.csv") == text("a.csv"))
  }

  /// A grid's rows bear the names of its cells, with the seed where a cell has several; the numbers are those of `run`.
  @Test func tableOfAGrid() throws {
    let shared = ["bowl", "--steps", "3", "--noise", "0.5", "--seeds", "1..2"]
    let grid = try descent.run(["compare"] + shared + ["--learning-rate", "0.1,0.2", "--csv", "-"])
    let run = try descent.run(["run"] + shared + ["--learning-rate", "0.1,0.2", "--csv", "-"])
    let (rows, plain) = (grid.text.split(separator: "\n"), run.text.split(separator: "\n"))
    #expect(grid.code == 0 && rows[0] == plain[0] && rows.count == 17)
    let names = ["\"η = 0.1, seed 1\"", "\"η = 0.1, seed 2\"", "\"η = 0.2, seed 1\"", "\"η = 0.2, seed 2\""]
    for (index, row) in rows.dropFirst().enumerated() {
      let name = names[index / 4]
      #expect(row.hasPrefix(name + ","))
      #expect(row.dropFirst(name.count) == plain[index + 1].dropFirst(1))
    }
    let surfaces = try descent.run(["compare", "bowl", "kink", "--steps", "1", "--csv", "-"])
    #expect(
      surfaces.text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("bowl: ") || $0.hasPrefix("kink: ") })
  }

  @Test func tables() throws {
    let rates = try descent(
      "schedule", "step:factor=0.5,every=2", "constant", "--steps", "3", "--csv", "-", "--learning-rate", "0.1")
    #expect(
      rates.text == "schedule,step,learningRate\n1,0,0.1\n1,1,0.1\n1,2,0.05\n2,0,0.1\n2,1,0.1\n2,2,0.1\n")
    let result = try descent("range-test", "bowl", "--steps", "10", "--csv", "sweep.csv")
    #expect(result.code == 0 && !result.text.isEmpty)
    let lines = try text("sweep.csv").split(separator: "\n")
    #expect(lines[0] == "series,step,learningRate,loss,smoothedLoss")
    #expect(lines.count { $0.hasPrefix("sweep,") } == 10 && lines.contains { $0.hasPrefix("truth,10,") })
    #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 5 })
  }
}
