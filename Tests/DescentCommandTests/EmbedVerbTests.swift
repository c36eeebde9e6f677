import Foundation
import Testing

/// `descent embed` as a user meets it: what it says, where, and how it exits.
@Suite struct EmbedVerbTests {
  private let descent: Command

  init() throws { descent = try Command() }

  private static func figure(_ keys: String, id: String = "a", alt: String = "alt: x\n") -> String {
    "<!-- descent:figure \(id)\n\(keys)\nsize: 320x240\nscale: 1\n\(alt)-->\n<!-- descent:end \(id) -->\n"
  }

  @Test func says() throws {
    try descent.write("Text\n\n" + Self.figure("surface: bowl\nsteps: 20"), to: "page.md")
    let missing = try descent("embed", "--check", "page.md")
    #expect(
      missing.text
        == "page.md:3: figure a is missing (a.png is not there). Run: descent embed page.md\n1 figure: 1 missing\n")
    #expect(missing.code == 1 && missing.errors.isEmpty)
    let drawn = try descent("embed", "page.md")
    #expect(drawn.text == "page.md:3: figure a drawn (a.png is not there)\n1 figure: 1 drawn\n")
    #expect(drawn.code == 0 && drawn.errors.isEmpty)
    #expect(try descent("embed", "page.md").text == "1 figure: 1 current\n")
    try descent.write(
      String(decoding: try descent.data(of: "page.md"), as: UTF8.self).replacing("steps: 20", with: "steps: 30"),
      to: "page.md")
    let stale = try descent("embed", "--check", "page.md")
    #expect(
      stale.text == "page.md:3: figure a is stale (steps 20 → 30). Run: descent embed page.md\n1 figure: 1 stale\n")
    #expect(stale.code == 1)
    let dry = try descent("embed", "--dry-run", "page.md")
    #expect(dry.text == "page.md:3: figure a would be drawn (steps 20 → 30)\n1 figure: would be: 1 drawn\n")
    #expect(dry.code == 0)
    let json = try descent("embed", "--check", "--json", "page.md")
    #expect(
      json.text
        == "{\"format\":1,\"figures\":[{\"file\":\"page.md\",\"line\":3,\"id\":\"a\",\"state\":\"stale\",\"reason\":\"steps 20 → 30\","
        + "\"images\":[\"a.png\"],\"was\":\"stale\",\"drawn\":false,\"rewritten\":false}],\"summary\":{\"stale\":1},\"deleted\":[]}\n"
    )
    #expect(json.code == 1)
  }

  @Test func aPromiseIsBroken() throws {
    try descent.write(Self.figure("surface: bowl\nlearning-rate: 3\nexpect: ['1: converged']"), to: "page.md")
    let result = try descent("embed", "page.md")
    #expect(result.code == 1)
    #expect(
      result.errors.hasPrefix(
        "page.md:1: figure a: expected '1: converged', but run 1 (η = 3) has the verdict diverged: "))
    #expect(result.text == "1 figure: 1 broken-promise\n")
    #expect(descent.files == ["page.md"])
  }

  @Test func nothingToDo() throws {
    try descent.write("Text\n", to: "page.md")
    let result = try descent("embed", "page.md")
    #expect(result.text == "no figures in page.md\n")
    #expect(result.code == 0)
  }

  /// A picture that no page names may be of use elsewhere: it is told of, and is no reason to fail.
  @Test func orphans() throws {
    try descent.write(Self.figure("surface: bowl"), to: "page.md")
    _ = try descent("embed", "page.md")
    _ = try descent.shell("cp a.png b.png")
    let words = "b.png: picture b is an orphan (no page of the folder names it). Run: descent embed --prune .\n"
    let checked = try descent("embed", "--check", "page.md")
    #expect(checked.text == words + "1 figure: 1 current\n")
    #expect(checked.code == 0)
    #expect(try descent("embed", "--check", "--prune", "page.md").code == 1)
    #expect(try descent("embed", "--dry-run", "--prune", "page.md").text.hasPrefix("b.png: would be deleted: "))
    #expect(descent.files == ["a.png", "b.png", "page.md"])
    #expect(
      try descent("embed", "--prune", "page.md").text
        == "b.png: deleted: no page of the folder names it\n1 figure: 1 current\n")
    #expect(descent.files == ["a.png", "page.md"])
  }

  // MARK: A page from a stranger

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let page: String
    let code: Int32
    let message: String

    init(_ name: String, _ page: String, _ code: Int32, _ message: String) {
      (testDescription, self.page, self.code, self.message) = (name, page, code, message)
    }
  }

  private static let strangers = [
    Case(
      "an id with slashes", figure("surface: bowl", id: "../../evil"), 65, "page.md:1:21: '../../evil' cannot be an id"),
    Case(
      "a secret", figure("surface: ../../secret"), 65, "page.md:2:10: '../../secret' lies outside the page's folder"),
    Case(
      "a file by its whole path", figure("surface: /etc/passwd"), 65,
      "page.md:2:10: '/etc/passwd' lies outside the page's folder"),
    Case(
      "a link that leads out", figure("surface: link.yaml"), 65,
      "page.md:2:10: 'link.yaml' lies outside the page's folder"),
    Case(
      "a recipe outside", figure("file: ../recipe.yaml"), 65,
      "page.md:2:7: '../recipe.yaml' lies outside the page's folder"),
    Case(
      "a secret in a grid", figure("figure: grid\ncompare: {surface: [bowl, ../x.yaml]}"), 65,
      "page.md:3:27: '../x.yaml' lies outside the page's folder"),
    Case("a folder for a surface", figure("surface: sub/"), 65, "page.md:2:10: 'sub/' is no file"),
    Case("no such surface", figure("surface: none.yaml"), 66, "page.md:2:10: there is no file 'none.yaml'"),
    Case(
      "steps without end", figure("surface: bowl\nsteps: 1e15"), 65,
      "page.md:3:8: 'steps' needs a whole number from 1 to 10,000,000, got '1e15'"),
    Case(
      "too many steps in all", figure("surface: bowl\nsteps: 1e7\nruns: [{}, {}, {}, {}, {}, {}]"), 65,
      "page.md:1:21: figure 'a': 60,000,000 steps in all are too many for one picture"),
    Case(
      "too many pixels", figure("surface: bowl").replacing("320x240", with: "90000x90000"), 65,
      "page.md:3:7: a picture of 90000×90000 at scale 1 is too large"),
    Case(
      "a bomb of aliases", figure(bomb), 65,
      "page.md:2:29: more than 10,000 values, aliases counted as what they stand for"),
    Case("an unknown key", figure("surface: bowl\nstep: 3"), 65, "page.md:3:1: unknown key 'step'"),
    Case(
      "no recipe", "<!-- descent:figure a -->\n<!-- descent:end a -->\n", 65, "page.md:1:21: figure 'a' has no recipe"),
    Case("no alt", figure("surface: bowl", alt: ""), 65, "page.md:1:21: figure 'a' has no alt text"),
    Case("an empty alt", figure("surface: bowl", alt: "alt: \"\"\n"), 65, "page.md:5:6: figure 'a' has no alt text"),
    Case(
      "two figures with one id", figure("surface: bowl") + figure("surface: ravine"), 65,
      "page.md:8:21: the id 'a' is taken: line 1 has it"),
    Case("an end without a begin", "\n<!-- descent:end a -->\n", 65, "page.md:2:18: the end of 'a' has no beginning"),
    Case(
      "an end that is missing", "<!-- descent:figure a\nsurface: bowl\nalt: x\n-->\n", 65,
      "page.md:1:21: figure 'a' has no end marker"),
    Case(
      "a target that does not fit", figure("surface: bowl\ntarget: latex"), 65,
      "page.md:3:9: the target 'latex' does not fit a page of Markdown"),
    Case(
      "both themes where there is one", figure("surface: bowl\ntarget: plain\ntheme: both"), 65,
      "page.md:4:8: 'theme: both' has no meaning for the target plain"),
    Case(
      "a width without a meaning", figure("surface: bowl\nwidth: 80%"), 65,
      "page.md:3:8: the target plain shows a picture as wide as it is"),
    Case(
      "an expectation of no run", figure("surface: bowl\nexpect: ['2: converged']"), 65,
      "page.md:3:10: '2: converged' speaks of run 2"),
    Case(
      "a picture that leads out", figure("surface: bowl", id: "out"), 65,
      "page.md:1:21: figure 'out': out.png is a link that leads out of the page's folder"),
  ]

  private static let bomb =
    "surface: &a [x, x, x, x, x, x, x, x, x, x]\nlosses: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
    + "runs: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nexpect: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
    + "panels: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\ncompare: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]"

  /// A sound figure in the same page is not drawn either, and nothing is written anywhere.
  @Test(arguments: strangers)
  func refuses(_ stranger: Case) throws {
    let docs = descent.path("docs")
    try FileManager.default.createDirectory(atPath: docs + "/sub", withIntermediateDirectories: true)
    try descent.write("formula: x^2 + y^2\n", to: "secret.yaml")
    try descent.write("surface: bowl\n", to: "recipe.yaml")
    try descent.write("formula: x^2\n", to: "x.yaml")
    try FileManager.default.createSymbolicLink(atPath: docs + "/link.yaml", withDestinationPath: "../secret.yaml")
    try FileManager.default.createSymbolicLink(atPath: docs + "/out.png", withDestinationPath: "../victim.png")
    try descent.write("mine", to: "victim.png")
    let page = stranger.page + Self.figure("surface: bowl", id: "sound")
    try descent.write(page, to: "docs/page.md")
    let before = try FileManager.default.subpathsOfDirectory(atPath: docs).sorted()
    for arguments in ["--force page.md", "--check ."] {
      let result = try descent.shell("cd docs && descent embed \(arguments)")
      #expect(result.code == stranger.code)
      #expect(result.errors.hasPrefix("descent: " + stranger.message + "\n"), "\(result.errors)")
    }
    #expect(try descent.data(of: "docs/page.md") == Data(page.utf8))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: docs).sorted() == before)
    #expect(try descent.data(of: "victim.png") == Data("mine".utf8))
  }

  /// A surface in the folder that was given may be used by a page further down.
  @Test func theFolderGivenCounts() throws {
    try FileManager.default.createDirectory(atPath: descent.path("docs/sub"), withIntermediateDirectories: true)
    try descent.write("formula: x^2 + y^2\n", to: "docs/mine.yaml")
    try descent.write(Self.figure("surface: ../mine.yaml"), to: "docs/sub/page.md")
    #expect(try descent("embed", "docs/sub/page.md").code == 65)
    #expect(try descent("embed", "docs").code == 0)
    #expect(try descent("embed", "--check", "docs").text == "1 figure: 1 current\n")
  }

  @Test func anErrorInASurfaceFileNamesBothFiles() throws {
    try descent.write("formula: sqr(x)\n", to: "mine.yaml")
    try descent.write("\n" + Self.figure("surface: mine.yaml"), to: "page.md")
    let result = try descent("embed", "page.md")
    #expect(result.code == 65)
    #expect(
      result.errors.hasPrefix("descent: ./mine.yaml:1:10: unknown function 'sqr' (read for figure 'a', page.md:2)\n")
        || result.errors.hasPrefix("descent: mine.yaml:1:10: unknown function 'sqr' (read for figure 'a', page.md:2)\n"),
      "\(result.errors)")
  }

  @Test func oneBadPageDoesNotStopOthers() throws {
    try descent.write(Self.figure("surface: bwl"), to: "bad.md")
    try descent.write(Self.figure("surface: bowl", id: "b"), to: "good.md")
    let result = try descent("embed", "bad.md", "good.md")
    #expect(result.code == 65)
    #expect(result.errors.hasPrefix("descent: bad.md:2:10: unknown surface 'bwl'\n"))
    #expect(result.text == "good.md:1: figure b drawn (b.png is not there)\n2 figures: 1 drawn, 1 error\n")
  }

  @Test func ofOnePageAndAnother() throws {
    try descent.write(Self.figure("surface: bowl"), to: "one.md")
    try descent.write("\n" + Self.figure("surface: ravine"), to: "two.md")
    let result = try descent("embed", "two.md")
    #expect(result.code == 65)
    #expect(result.errors.hasPrefix("descent: two.md:2:21: the id 'a' is taken: one.md:1 has it\n"))
    #expect(descent.files == ["one.md", "two.md"])
  }

  @Test func defaultsOfAFolder() throws {
    try FileManager.default.createDirectory(atPath: descent.path("docs/sub"), withIntermediateDirectories: true)
    try descent.write("target: github\nwidth: 50%\nlevels: 7\n", to: "docs/descent.yaml")
    try descent.write(Self.figure("surface: bowl"), to: "docs/sub/page.md")
    try descent.write(Self.figure("figure: schedule\nschedule: cosine", id: "b"), to: "docs/sub/other.md")
    #expect(try descent("embed", "docs").code == 0)
    #expect(
      try String(decoding: descent.data(of: "docs/sub/page.md"), as: UTF8.self).contains(
        "src=\"a.png\" width=\"50%\">\n</picture>"))
    #expect(try descent("inspect", "--recipe", "docs/sub/a~dark.png").text.contains("\nlevels: 7\n"))
    try descent.write("steps: 3\n", to: "docs/descent.yaml")
    let result = try descent("embed", "docs")
    #expect(result.code == 65)
    #expect(result.errors.hasPrefix("descent: docs/descent.yaml:1:1: unknown key 'steps'\n"))
  }

  @Test(arguments: [
    ("embed", 64, "descent: embed where? Name pages or folders, as in `descent embed README.md docs`.\n"),
    ("embed --check --diff page.md", 64, "descent: --check and --diff exclude each other\n"),
    ("embed --jobs 0 page.md", 64, "descent: --jobs: '0' must be a whole number from 1 to 1024\n"),
    ("embed -", 64, "descent: a page on standard input has no folder for its pictures; name a file\n"),
    ("embed none.md", 66, "descent: cannot read none.md: No such file or directory\n"),
    ("embed --only b page.md", 66, "descent: there is no figure 'b'\nThe figures are: a.\n"),
    (
      "embed --check --diff", 64, "descent: embed where? Name pages or folders, as in `descent embed README.md docs`.\n"
    ),
  ])
  func commandLines(_ line: String, code: Int32, message: String) throws {
    try descent.write(Self.figure("surface: bowl"), to: "page.md")
    let result = try descent.run(line.split(separator: " ").map(String.init))
    #expect(result.code == code)
    #expect(result.errors == message)
    #expect(descent.files == ["page.md"])
  }

  @Test(.enabled(if: geteuid() != 0, "nothing is closed to root")) func aFolderThatCannotBeWritten() throws {
    try FileManager.default.createDirectory(atPath: descent.path("docs"), withIntermediateDirectories: true)
    let page = Self.figure("surface: bowl")
    try descent.write(page, to: "docs/page.md")
    _ = try descent.shell("chmod 555 docs")
    let result = try descent("embed", "docs")
    _ = try descent.shell("chmod 755 docs")
    #expect(result.code == 73)
    #expect(result.errors.hasPrefix("descent: cannot write docs/a.png: "))
    #expect(try descent.data(of: "docs/page.md") == Data(page.utf8))
  }
}
