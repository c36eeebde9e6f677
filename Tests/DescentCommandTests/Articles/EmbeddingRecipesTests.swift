import Foundation
import SurfaceCatalog
import Testing

/// The recipes that the article on embedding hands over: a hook, a step of a workflow, a rule for make. Each is cut out of the
/// article and run against the built command, on pages with a figure that is missing, current, and stale.
@Suite struct EmbeddingRecipesTests {
  private static let article = "EmbeddingInYourDocuments"

  /// Whether a line for the shell ends well, with the built command on its path.
  private static func works(_ line: String) -> Bool {
    (try? Command().shell(line).code) == 0
  }

  private static let hasMake = works("command -v make > .make")
  private static let hasGit = works("command -v git > .git-path")

  // MARK: What is cut out

  private static func hook() throws -> String { try Article(article).block("sh", in: "A hook for git") }

  /// The lines that the step of a workflow gives to the shell.
  private static func step() throws -> String {
    let steps = try YAMLNode.parse(try Article(article).block("yaml", in: "A step for GitHub Actions"), file: "step")
      .list()
    let runs = try steps.compactMap { step in try step.mapping()["run"]?.string() }
    return try #require(runs.count == 1 ? runs[0] : nil)
  }

  /// The command of the hook for pre-commit.
  private static func entry() throws -> String {
    let file = try YAMLNode.parse(try Article(article).block("yaml", in: "A hook for pre-commit"), file: "hooks")
    let hooks = try #require(try file.mapping().required("repos").list().first).mapping().required("hooks").list()
    return try #require(hooks.first).mapping().required("entry").string()
  }

  @Test func areFound() throws {
    #expect(try Self.hook().hasPrefix("#!/bin/sh\n"))
    #expect(try Self.step().contains("descent embed --check README.md docs"))
    #expect(try Self.entry() == "descent embed --check README.md docs")
    #expect(
      try Article(Self.article).block("make", in: "A rule for make").contains("\n\tdescent embed README.md docs\n"))
  }

  /// The marker that the article shows is the marker of its own figure.
  @Test func theMarkerShownIsTheMarkerUsed() throws {
    let article = try Article(Self.article)
    let shown = try article.block("markdown", in: "A figure in a page")
    let body = try #require(shown.components(separatedBy: "\n-->\n").first)
    #expect(article.text.components(separatedBy: body).count == 3)
  }

  // MARK: Pages

  private static func page(_ id: String, steps: Int) -> String {
    """
    # A page

    <!-- descent:figure \(id)
    surface: ravine
    learning-rate: 0.19
    steps: \(steps)
    size: [320, 240]
    scale: 1
    alt: A path that zigzags across the floor of a ravine.
    -->
    <!-- descent:end \(id) -->

    """
  }

  /// A README and a page in `docs`, with a figure each that is not made yet.
  private static func project() throws -> Command {
    let project = try Command()
    try FileManager.default.createDirectory(atPath: project.path("docs"), withIntermediateDirectories: true)
    try project.write(page("first", steps: 20), to: "README.md")
    try project.write(page("second", steps: 30), to: "docs/page.md")
    return project
  }

  /// Changes the recipe of the page in `docs`.
  private static func spoil(_ project: Command) throws {
    let page = String(decoding: try project.data(of: "docs/page.md"), as: UTF8.self)
    try project.write(page.replacing("steps: 30", with: "steps: 40"), to: "docs/page.md")
  }

  // MARK: They run

  @Test(.enabled(if: hasMake)) func ruleForMake() throws {
    let project = try Self.project()
    try project.write(try Article(Self.article).block("make", in: "A rule for make"), to: "Makefile")
    #expect(try project.shell("make check-figures").code != 0)
    let made = try project.shell("make figures")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try project.data(of: "docs/second.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try project.shell("make check-figures").code == 0)
    try Self.spoil(project)
    #expect(try project.shell("make check-figures").code != 0)
  }

  @Test(arguments: [true, false]) func stepAndHookForPreCommit(isStep: Bool) throws {
    let project = try Self.project()
    // As the runner of a workflow and as pre-commit do it.
    try project.write(isStep ? try Self.step() : try Self.entry(), to: "line.sh")
    #expect(try project.shell("sh -e line.sh").code == 1)
    #expect(try project.shell("descent embed README.md docs").code == 0)
    let result = try project.shell("sh -e line.sh")
    #expect(result.code == 0, "\(result.errors)")
    try Self.spoil(project)
    #expect(try project.shell("sh -e line.sh").code == 1)
  }

  /// A commit goes through when what is staged is current, whatever lies in the folder.
  @Test(.enabled(if: hasGit)) func hookForGit() throws {
    let project = try Self.project()
    try project.write(try Self.hook(), to: "hook")
    func git(_ line: String) throws -> Command.Result {
      try project.shell(
        """
        unset $(git rev-parse --local-env-vars)
        export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
        export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b.c GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b.c
        \(line)
        """)
    }
    let made = try git("git init -q . && cp hook .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit")
    #expect(made.code == 0, "\(made.errors)")
    let commit = "git commit -q -m page"
    // Missing; drawn and added; another recipe; drawn, but not added; added.
    #expect(try git("git add README.md docs && \(commit)").code != 0)
    let first = try git("descent embed README.md docs && git add README.md first.png docs && \(commit)")
    #expect(first.code == 0, "\(first.errors)")
    try Self.spoil(project)
    #expect(try git("git add docs && \(commit)").code != 0)
    #expect(try git("descent embed docs && \(commit)").code != 0)
    let second = try git("git add docs && \(commit)")
    #expect(second.code == 0, "\(second.errors)")
    #expect(try git("git log --oneline | wc -l").text.trimmingCharacters(in: .whitespacesAndNewlines) == "2")
  }
}
