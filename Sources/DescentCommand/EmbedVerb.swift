import ArgumentParser
import Documents
import LossSurfaces

/// `descent embed`: the figures of documents.
struct EmbedVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Keep the figures of documents current.",
    usage: "descent embed FILE…|FOLDER… [options]",
    discussion: """
      EXAMPLES
        Put this into README.md, on lines of their own:

          <!-- descent:figure ravine-limit
          surface: ravine
          learning-rate: 0.19
          alt: A narrow ravine from above, in which a path zigzags to the minimum.
          -->
          <!-- descent:end ravine-limit -->

        Then draw ravine-limit.png and show it between the two markers:

        descent embed README.md
        # all pages of a folder and of those below it
        descent embed docs
        # in CI: exit 1 unless all is current; nothing is drawn or written
        descent embed --check README.md docs
        # what an update would do, and what it would change in the pages
        descent embed --dry-run docs
        descent embed --diff README.md
        # pictures that no page names any more
        descent embed --prune docs

      Between the arrows stands a recipe, in YAML: the keys are the options of
      `descent run`, and `descent run … --save-recipe FILE` writes one. Change it
      and embed again: what is not current is drawn, all else stays, byte for
      byte. The hash of the recipe, which the picture carries, tells what is.

      \(keys)

      \(states)

      Markers in code are left alone, and so are those of lessons
      (descent:predict, number, challenge, try). All markers of a page are checked
      before anything is drawn; one error leaves the page and its pictures as they
      were. What a page names must lie below its folder or the folder given.
      """)

  private static let keys = """
    KEYS beside those of recipes, all in the comment of the begin marker
      alt         what the picture shows, for those who do not see it; required.
                  auto takes the picture's own description, none is decoration
      caption     plain text below the picture
      file        a recipe file; what the marker says goes before what it says
      pictures    a folder below the page's for its pictures: images
      width       the width on the page: 640, 80%, 85mm
      expect      claims that must hold, as in ["1: converged"]; or else the
                  figure is not drawn and the old picture stays
      animate     true makes a moving PNG
      theme       light, dark, print; both draws two and implies github
      target      plain    ![alt](id.png)
                  github   <picture>, which follows the reader's light or dark
                  docc     id.png, @2x, ~dark; taken for pages in a .docc folder
                  mkdocs   two images, #only-light and #only-dark
                  myst     the directive {figure}
                  quarto   {#fig-id fig-alt=…}; taken for .qmd
                  latex    \\includegraphics; taken for .tex, where the markers
                           and their YAML stand behind %
    The file descent.yaml, the nearest upwards within the folder given, sets
    defaults: target theme size scale palette levels labels arrows panels footer
    width pictures.
    """

  private static let states = """
    STATES that --check tells
      current         nothing to do
      stale           the recipe, its surface or its words changed
      missing         a picture or its text is not there
      edited          someone changed the generated text: move your words out of
                      the markers, or overwrite them with --force
      unknown         a picture of that name that descent did not draw, and that
                      shows something else: rename it, or overwrite with --force
      orphan          a picture by descent that no page of the folder names; a
                      reason to exit with 1 only together with --prune
      no-alt          the figure has no alt text
      broken-promise  a run did not do what is expected of it
      error           the marker or its recipe is wrong
    """

  @Argument(
    help: ArgumentHelp("Pages (.md .markdown .qmd .tex) and folders of them.", valueName: "file or folder"),
    completion: .file())
  var paths: [String] = []
  @Flag(help: "Write nothing; exit 1 unless all is current.")
  var check = false
  @Flag(help: "Write nothing; show what would change in the pages.")
  var diff = false
  @Flag(help: "Write nothing; say what would be done.")
  var dryRun = false
  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("Only this figure; may be repeated.", valueName: "id"))
  var only: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("Figures drawn at once (all cores).", valueName: "n"))
  var jobs: String?
  @Flag(help: "Delete the pictures by descent that no page of their folder names.")
  var prune = false
  @Flag(help: "Overwrite edited text and unknown pictures; do not ask before deleting.")
  var force = false
  @Flag(name: .customLong("init"), help: "Add the end markers that figures lack.")
  var addEnds = false
  @Flag(help: "Print the states as JSON.")
  var json = false

  func run() throws {
    try checkOptions()
    let report = try embedding().run(on: paths)
    if json {
      try JSONWriter.print(EmbedJSON(report: report))
    } else {
      try tell(report)
    }
    let failures = EmbedFailures(of: report, isCheck: check, prunes: prune)
    if let failure = failures.whole { throw failure }
    if failures.isNegative { Console.exit(Failure.Code.no.rawValue) }
  }

  private func checkOptions() throws(Failure) {
    guard !paths.isEmpty else {
      throw Failure("embed where? Name pages or folders, as in `descent embed README.md docs`.", .usage)
    }
    guard !paths.contains("-") else {
      throw Failure("a page on standard input has no folder for its pictures; name a file", .usage)
    }
    let modes = [("--check", check), ("--diff", diff), ("--dry-run", dryRun)].filter(\.1).map(\.0)
    guard modes.count < 2 else { throw Failure("\(modes.joined(separator: " and ")) exclude each other", .usage) }
    if check, addEnds { throw Failure("--check and --init exclude each other", .usage) }
    if diff, json { throw Failure("--diff and --json exclude each other", .usage) }
  }

  private var mode: Embedding.Mode { check ? .check : diff ? .difference : dryRun ? .dryRun : .update }

  private func embedding() throws(Failure) -> Embedding {
    var embedding = Embedding()
    embedding.mode = mode
    embedding.only = only
    embedding.jobs =
      try jobs.map { text throws(Failure) in try Values.integer(text, "--jobs", 1...1024) } ?? Console.cores
    embedding.isForced = force
    embedding.insertsEnds = addEnds
    embedding.prunes = prune
    embedding.progress = { done, all in Console.progress("drawing: \(done) of \(all)", isDone: done == all) }
    let isForced = force
    embedding.mayDelete = { files in
      isForced || !Console.isInteractive
        || Console.ask("delete \(files.joined(separator: ", "))?")
    }
    return embedding
  }

  private func tell(_ report: Embedding.Report) throws(FileError) {
    for difference in report.differences { try Console.put(difference) }
    let words = EmbedWords(report: report, mode: mode)
    try Console.put(
      (words.lines + (mode == .difference ? [] : [words.summary].compactMap(\.self))).map { $0 + "\n" }.joined())
  }
}

/// What makes `descent embed` exit with another code than 0.
private struct EmbedFailures {
  /// All that is wrong, with the worst code; nil if nothing is.
  let whole: Failure?
  /// Whether the answer is no, for which there are words already.
  let isNegative: Bool

  init(of report: Embedding.Report, isCheck: Bool, prunes: Bool) {
    let errors = report.failures as [any Error] + report.outcomes.compactMap(\.failure)
    let failures = errors.map { Failure($0) }
    whole = failures.max { $0.code < $1.code }.map { worst in
      failures.count == 1 ? worst : Failure(failures, code: worst.code)
    }
    isNegative = report.outcomes.contains { outcome in
      switch outcome.state {
      case .edited, .unknown: true
      case .stale, .missing: isCheck
      case .orphan: prunes
      case .current, .noAlt, .brokenPromise, .error: false
      }
    }
  }
}
