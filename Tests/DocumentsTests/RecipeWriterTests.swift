import LossSurfaces
import Optimization
import Testing

@testable import Documents

/// The recipe that a user would write.
@Suite struct RecipeWriterTests {
  @Test(arguments: [
    "surface: bowl\n",
    "formula: \"x^2\"\nparameters: {a: 1}\ndefinitions: {u: \"x^2\"}\n",
    "surface: ravine\nlearning-rate: 0.1\nruns:\n  - {label: small, learning-rate: 0.05}\n  - {schedule: {step: {factor: 0.5, every: 20}}}\n",
    "surface: bowl\nstart: [1, -2]\nsteps: 3\noptimizer: {sgd: {momentum: 0.9}}\nnoise: [0, 1]\nseed: 7\npanels: []\n",
    "surface: linear-regression\nsteps: \"20 epochs\"\nschedule: {multi-step: {milestones: [\"3 epochs\", \"6.5 epochs\"]}}\nbatch-size: 4\n",
    "surface: linear-regression\nschedule: {step: {every: \"1 epoch\"}}\nbatch-size: 4\n",
    "surface: bowl\nnoise: 1\nnoise-ellipse: [1, -0.5]\n", "surface: bowl\nnoise: 1\nnoise-ellipse: minimum\n",
    "surface: bowl\nnoise: 1\nseeds: \"1..20\"\n",
    "schedule: cosine\nlosses: [1, 0.5]\nfigure: schedule\n",
    "surface: bowl\nexpect: [\"1: converged\"]\ntitle: \"a b\"\npalette: mako\ntheme: dark\nsize: [800, 600]\nscale: 1\nfooter: f\nalt: a\ncaption: c\nwidth: \"50%\"\n",
  ])
  func writesWhatWasSaid(_ yaml: String) throws { #expect(try Recipe(yaml: yaml, file: "r.yaml").yaml == yaml) }

  /// A surface file is named from the recipe's folder.
  @Test(arguments: [
    ("mine.yaml", ".", "mine.yaml"), ("a/mine.yaml", ".", "a/mine.yaml"), ("mine.yaml", "out", "../mine.yaml"),
    ("./mine.yaml", "out/./deep", "../../mine.yaml"), ("/abs/mine.yaml", "out", "/abs/mine.yaml"),
  ])
  func relativePaths(_ path: String, _ folder: String, _ expected: String) {
    #expect(RecipeFile.relative(path, to: folder) == expected)
  }

  @Test func absolutePaths() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "mine.yaml")
    // What cannot be said from there stays absolute.
    #expect(RecipeFile.relative("/etc/hostname", to: "/tmp") == "/etc/hostname")
    #expect(RecipeFile.relative("Package.swift", to: "/tmp").hasSuffix("Package.swift"))
  }

  @Test(arguments: [
    ("Gallery/saddle-escape.yaml", "Gallery", "saddle-escape"), ("a.b.yaml", ".", "a.b"), ("/x", "/", "x"),
    (".hidden", ".", ".hidden"), ("a/b/", "a/b", "b"), ("", ".", "picture"),
  ])
  func pathParts(_ path: String, _ folder: String, _ stem: String) {
    #expect(RecipeFile.folder(of: path) == folder)
    #expect(RecipeFile.stem(of: path) == stem)
  }
}
