import Foundation
import Testing

/// A picture can be made again from what was kept of it.
@Suite struct RoundTripTests {
  private let descent: Command

  init() throws { descent = try Command() }

  private func good(_ arguments: [String]) throws -> Command.Result {
    let result = try descent.run(arguments)
    #expect(result.code == 0, "\(result.errors)")
    return result
  }

  private static let small = ["--size", "400x300", "--scale", "1"]

  @Test(arguments: [
    ["run", "ravine", "--learning-rate", "0.05,0.19", "--schedule", "constant", "--schedule", "step:every=20"],
    ["run", "--formula", "a*x^2 + y^2 - 1/2", "--parameter", "a=3", "--start", "-1.2,1", "--view", "-2..2,-1..3"],
    ["run", "rosenbrock", "--parameters", "a=1,b=10", "--optimizer", "adam", "--theme", "dark", "--palette", "mako"],
    ["run", "linear-regression", "--batch-size", "1,4", "--sampling", "reshuffle,replacement", "--seed", "3"],
    [
      "run", "linear-regression", "--batch-size", "1,4,8", "--steps", "20 epochs", "--schedule", "step:every=3epochs",
      "--schedule", "multi-step:milestones=3 epochs/6 epochs",
    ],
    ["run", "linear-regression", "--batch-size", "1,8", "--seeds", "1..4", "--steps", "2 epochs"],
    ["run", "bowl", "--noise", "1", "--noise-ellipse", "-1,0.5"],
    ["run", "bowl", "--noise", "0,1", "--seed", "3,4", "--label", "a: b", "--levels", "9", "--labels", "false"],
    [
      "run", "mine.yaml", "--steps", "30", "--panels", "none", "--arrows", "false", "--title", "- T", "--footer", "'f'",
    ],
    ["run", "bounded-saddle", "--figure", "relief", "--azimuth", "-60", "--elevation", "50", "--levels", "9"],
    ["run", "bowl", "--figure", "curves", "--noise", "0.5", "--seeds", "1..3", "--labels", "false"],
    ["run", "mine.yaml", "--figure", "curves", "--panels", "learning-rate", "--schedule", "step", "--theme", "dark"],
    ["run", "mine.yaml", "--figure", "relief", "--steps", "20", "--learning-rate", "0.1,0.4"],
    ["schedule", "cosine", "step:every=20", "--learning-rate", "0.1,0.2", "--steps", "60"],
    ["schedule", "plateau:patience=2", "--losses", "log.txt"],
    ["compare", "mine.yaml", "--learning-rate", "0.1,0.2", "--schedule", "all", "--steps", "30"],
    ["compare", "mine.yaml", "bowl", "--optimizer", "sgd", "--optimizer", "adam", "--steps", "30"],
    ["range-test", "mine.yaml", "--steps", "40", "--growth", "linear", "--high", "1", "--smoothing", "0.9"],
    ["range-test", "linear-regression", "--batch-size", "2", "--seed", "3", "--steps", "30", "--optimizer", "adam"],
    [
      "map", "himmelblau", "--basins", "--zoom", "3,2,4", "--resolution", "32x24", "--steps", "50", "--labels", "false",
    ],
    [
      "map", "mine.yaml", "--x", "learning-rate=0.01..2:log", "--y", "momentum=0..0.9", "--resolution", "16x12",
      "--steps", "40", "--noise", "0.1", "--seed", "3", "--labels", "false",
    ],
  ])
  func again(_ arguments: [String]) throws {
    try descent.write("formula: x^2 + 3*y^2\nstart: [1, 1]\n", to: "mine.yaml")
    try descent.write("3\n2\n2\n2\n2\n2\n1\n", to: "log.txt")
    try FileManager.default.createDirectory(atPath: descent.path("sub"), withIntermediateDirectories: true)
    _ = try good(arguments + Self.small + ["-o", "first.png", "--save-recipe", "sub/saved.yaml"])
    _ = try good(["render", "sub/saved.yaml", "-o", "second.png"])
    #expect(try descent.data(of: "first.png") == descent.data(of: "second.png"))
    // What the picture carries needs no file beside it.
    let inside = try good(["inspect", "first.png", "--recipe"]).text
    try FileManager.default.removeItem(atPath: descent.path("mine.yaml"))
    try descent.write(inside, to: "inside.yaml")
    _ = try good(["render", "inside.yaml", "-o", "third.png"])
    #expect(try descent.data(of: "first.png") == descent.data(of: "third.png"))
    // And standard output carries the same bytes, the words go to stderr.
    let piped = try good(["render", "inside.yaml", "-o", "-"])
    #expect(piped.output == (try descent.data(of: "first.png")))
    #expect(piped.errors.hasPrefix("inside.yaml"))
  }

  @Test func standardInput() throws {
    let result = try descent("render", "-", "-o", "a.png", input: "surface: bowl\nsize: 320x240\nscale: 1\n")
    #expect(result.code == 0, "\(result.errors)")
    let wrong = try descent("render", "-", input: "surface: bowl\nsteps: 0\n")
    #expect(wrong.code == 65)
    #expect(wrong.errors.hasPrefix("descent: standard input:2:8: 'steps' needs a whole number"))
    let losses = try descent("schedule", "plateau", "--losses", "-", "--json", input: "1\n2\n")
    #expect(losses.text.contains("\"learningRates\":[0.1,0.1]"))
    let picture = try descent.shell("descent inspect - < a.png")
    #expect(picture.text.hasPrefix("-: 320×240 pixels\n\nTitle\n"))
  }

  /// The same picture is not written again.
  @Test func unchangedPictureIsNotTouched() throws {
    let arguments = ["run", "bowl", "-o", "a.png"] + Self.small
    _ = try good(arguments)
    func changed() throws -> Date? {
      try FileManager.default.attributesOfItem(atPath: descent.path("a.png"))[.modificationDate] as? Date
    }
    let before = try changed()
    _ = try good(arguments)
    #expect(try changed() == before)
  }

  /// A surface that is undefined in part or all of its view is drawn.
  @Test(arguments: ["-1..3,-1..1", "-3..-1,-1..1"])
  func undefinedParts(_ view: String) throws {
    _ = try good(["run", "--formula", "log(x) + y^2", "--start", "1,1", "--view", view, "-o", "a.png"] + Self.small)
    #expect(try descent.data(of: "a.png").count > 1000)
  }
}
