import Documents
import LossSurfaces
import Optimization
import Raster
import SurfaceCatalog

extension Probe {
  private static let yaml = [
    ": ", "- ", "[", "]", "{", "}", ", ", "&a ", "*a", "!!binary ", "!!set ", "|", ">-", "\n", "\r\n", "  ", "'", "\"",
    "1e400",
    "nan", "~", "---\n", "%YAML 9\n", "? ", "<<: ", "\u{FEFF}", "\t", "\u{0}", "\u{2028}", "# ", "0x10",
    "surface: bowl\n",
    "steps: 99999999999999999999\n", "runs: [{}]\n", "expect: [\"1: converged\"]\n", "seed: 1..20\n", "size: 1x1\n",
    "formula: x^2\n", "parameters: {a: 1}\n", "samples: {columns: [u], rows: [[1], [2]]}\n",
    "view: {x: [0, 0], y: [0, 1]}\n",
  ]

  private static let markers = [
    "<!-- descent:figure a\n", "<!-- descent:end a -->\n", "<!-- descent:end a sum=AAAAAAAAAA -->", "-->", "--", "<!--",
    "```\n",
    "~~~", "    ", "> ", "- ", "<!-- descent:predict b\n", "<!-- descent:number n\n", "<!-- descent:challenge c\n",
    "answer: b\n",
    "goal: [\"1: final-loss < 1\"]\n", "# ", "- a. one\n", "<pre>", "<![CDATA[", "\\begin{verbatim}\n",
    "% <!-- descent:figure t\n",
    "`", "*", "![](a.png)", "|", "&lt;", "\u{301}",
  ]

  static let surface = Probe("surface", few: 150, accepted: 0.05...0.95, corpus: Corpus.surfaces, tokens: yaml) {
    _ = try Catalog.surface(yaml: text($0), file: "s.yaml")
  }

  /// What is read can be laid down as text, and reads back the same.
  static let recipe = Probe("recipe", few: 150, accepted: 0.05...0.95, corpus: Corpus.recipes, tokens: yaml) {
    let recipe = try Recipe(yaml: text($0), file: "r.yaml")
    let laid = recipe.yaml
    // Yams loses a byte order mark with which a word begins.
    guard !laid.contains("\\ufeff") else { return }
    let again: Recipe
    do throws(InputError) { again = try Recipe(yaml: laid, file: "again.yaml") } catch {
      throw Finding("\(laid)cannot be read back: \(error)")
    }
    try Finding.unless(again.yaml == laid, "\(laid)reads back as\n\(again.yaml)")
  }

  /// Whatever a page holds, its blocks lie in it in order, and the reader of lessons says what is wrong with them.
  static let page = Probe("page", few: 30, accepted: 0.05...0.999, corpus: Corpus.pages, tokens: markers + yaml) {
    bytes in
    for name in ["page.md", "page.tex", "page.qmd"] {
      let page = Page(bytes, name: name)
      var end = 0
      for block in page.blocks {
        try Finding.unless(
          block.begin.lowerBound >= end && block.end.lowerBound >= block.begin.upperBound,
          "blocks out of order in \(name)")
        end = block.end.upperBound
      }
      try Finding.unless(end <= bytes.count, "a block behind the end of \(name)")
      for fault in page.faults { try Refusal.check(fault) }
    }
    var reader = LessonReader(Page(bytes, name: "page.md"), folder: ".")
    _ = reader.lesson()
    for fault in reader.faults { try Refusal.check(fault) }
    if let first = reader.faults.first { throw first }
  }

  /// Chunks, their lengths, their checksums and the packed pixels in them.
  static let picture = Probe("picture", few: 60, accepted: 0...0.9, input: pictureInput) { bytes in
    _ = try PNG.texts(in: bytes)
    _ = try PNG(decoding: bytes)
  }

  private static let pictures: [[UInt8]] = {
    let drawing = Drawing(width: 8, height: 8, background: Color(0xFFFFFF))
    let texts = [PNG.Text("Title", "A picture"), PNG.Text("descent recipe", "surface: bowl\n")]
    let png = try? PNG(drawing.image(scale: 1), scale: 1, texts: texts).encoded()
    return [png].compactMap { $0 } + Corpus.smallPictures
  }()

  /// A damaged picture, often with checksums that are right again: else nothing behind them would be looked at.
  private static func pictureInput(_ mutator: inout Mutator) -> [UInt8] {
    let tokens = [
      "IDAT", "IEND", "PLTE", "tRNS", "iTXt", "zTXt", "acTL", "fcTL", "fdAT", "\u{0}\u{0}\u{0}\u{0}", "\u{7F}", "\u{0}",
    ]
    let damaged = mutator.mutated(mutator.pick(pictures), with: mutator.pick(pictures), tokens: tokens)
    return mutator.below(3) == 0 ? damaged : PictureRepair.repaired(damaged)
  }

  static let log = Probe("log", few: 300, accepted: 0.05...0.9, corpus: Corpus.logs, tokens: logTokens) {
    let log = try LossFile(text($0), file: "log.csv")
    let losses = try log.losses(inColumn: log.column())
    try Finding.unless(!losses.values.isEmpty && losses.values.count <= losses.rows, "more losses than rows, or none")
  }

  private static let logTokens = [
    ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "\u{FEFF}", "#", "nan", "inf", "-inf", "1e400", "0x1p3", "0,5",
    " ", "loss",
    "val_loss", "\u{2028}", "\u{0}", "٣", "1_000",
  ]

  /// Schedules and optimizers as the command line takes them.
  static let specification = Probe(
    "specification", few: 500, accepted: 0.01...0.9, corpus: specifications, tokens: specificationTokens
  ) {
    let schedule = try Schedule(Specification(parsing: text($0)), learningRate: 0.1, steps: 20)
    try Finding.unless(schedule.rates(steps: 20).count == 20, "a run of 20 steps has as many rates")
  }

  private static let specifications: [[UInt8]] =
    Schedule.reference.map { Array($0.name.utf8) }
    + [
      "step:factor=0.5,every=20", "multi-step:milestones=5/12/30,factor=0.1",
      "cosine:until=2 epochs,warmup=3,warmup-start=1e-4",
      "formula:rate=lr*exp(-t/20)", "plateau:factor=0.1,patience=3,threshold-mode=absolute",
      "one-cycle:shape=linear,like=torch",
      "range-test:low=1e-4,high=10,steps=100,growth=linear", "cyclical:low=.1", "triangular:low=0.01,up=5,down=3",
    ].map { Array($0.utf8) }

  private static let specificationTokens = [
    ":", ",", "=", "/", "factor=", "every=", "until=", "warmup=", "like=keras", "-1", "0", "1e308", "1e-320",
    "9999999999", " epochs",
    "(", ")", "if(t < 3, lr, 0)", "1/0", "T", "lr", "t", "true", "\u{0}", "\n", "λ", "nan", "inf",
  ]

  /// What a figure promises.
  static let expectation = Probe(
    "expectation", few: 500, accepted: 0.02...0.9,
    corpus: [
      "1: converged", "small: not zigzag", "all: mean final-loss < 1e-3", "2: steps-to 0.1 <= 50", "a:b: period = 2",
    ]
    .map { Array($0.utf8) },
    tokens: [
      ":", " ", "not ", "mean ", "all", "<", ">=", "=", "steps-to", "1e400", "0.10", "-", "\u{0}", "λ", "diverged",
      "nan",
    ]
  ) { _ = try Expectation(parsing: text($0)) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
