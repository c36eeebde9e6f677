import Foundation
import Testing

/// One clear message, the right exit code, no crash, no hang, and an existing output untouched.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let code: Int32
    let message: String

    init(_ line: String, _ code: Int32, _ message: String) {
      arguments = line.split(separator: " ").map { String($0.map { $0 == "_" ? " " : $0 }) }
      self.code = code
      self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// Underscores stand for spaces; every command is also told to write `old.png`, which must stay.
  private func check(_ wrong: Case, output: String? = "old.png", files: [String: Data] = [:]) throws {
    let descent = try Command()
    try descent.write("old", to: "old.png")
    for (name, data) in files { try data.write(to: URL(filePath: descent.path(name))) }
    let before = descent.files
    let result = try descent.run(wrong.arguments + (output.map { ["-o", $0] } ?? []))
    #expect(result.errors == wrong.message + "\n")
    #expect(result.code == wrong.code)
    #expect(result.output.isEmpty)
    #expect(try descent.data(of: "old.png") == Data("old".utf8))
    #expect(descent.files == before)
  }

  private static let number = "is not a number\nWrite for instance 0.1 or 1e-3."
  private static let above = "must be above 0\nWrite for instance 0.1 or 1e-3."
  private static let steps = "must be a whole number from 1 to 10,000,000"
  private static let noEpochs =
    ", but there are no mini-batches to count epochs by\nGive a number of updates, or run on a surface with samples and give a batch size."
  private static let seeds = "\nWrite the first and the last, from 0 to 9,007,199,254,740,992, as in 1..20."
  private static let asFormula = "It reads as a formula: give it as one, by --formula or the key formula."
  private static let runUsage =
    "Usage: descent run SURFACE [options]\n       descent run --formula TEXT [options]\n  See 'descent run --help' for more information."

  private static let names = [
    Case("run x^2+y^2", 66, "descent: unknown surface 'x^2+y^2'\n\(asFormula)"),
    Case("run x^2/2+y^2", 66, "descent: cannot read x^2/2+y^2: No such file or directory\n\(asFormula)"),
    Case("run no/such.yaml", 66, "descent: cannot read no/such.yaml: No such file or directory"),
    Case("run rosenbrok", 66, "descent: unknown surface 'rosenbrok'\nDid you mean 'rosenbrock'?"),
    Case(
      "run bowl --schedule stp", 64,
      "descent: --schedule:1:1: unknown schedule 'stp'\n    stp\n    ^\nDid you mean 'step'?"),
    Case(
      "run bowl --schedule step:evry=3", 64,
      "descent: --schedule:1:6: unknown key 'evry' of 'step'\n    step:evry=3\n         ^\nDid you mean 'every'?"),
    Case(
      "run bowl --optimizer adm", 64,
      "descent: --optimizer:1:1: unknown optimizer 'adm'\n    adm\n    ^\nDid you mean 'adam'?"),
    Case(
      "run bowl --optimizer sgd:momentun=0.9", 64,
      "descent: --optimizer:1:5: unknown key 'momentun' of 'sgd'\n    sgd:momentun=0.9\n        ^\nDid you mean 'momentum'?"
    ),
    Case(
      "run --formula sqr(x)", 65,
      "descent: --formula:1:1: unknown function 'sqr'\n    sqr(x)\n    ^\nDid you mean 'sqrt'?"),
    Case("run bowl --palette virids", 64, "descent: --palette: unknown palette 'virids'\nDid you mean 'viridis'?"),
    Case(
      "run bowl --panels loss,stable", 64,
      "descent: --panels: 'stable' is none of the panels\nThe panels are: loss, learning-rate, stability."),
    Case("run bowl --panels los", 64, "descent: --panels: 'los' is none of the panels\nDid you mean 'loss'?"),
    Case("run bowl --theme drk", 64, "descent: --theme: 'drk' is none of the themes\nDid you mean 'dark'?"),
    Case(
      "run bowl --learning-rat 3", 64,
      "descent: Unknown option '--learning-rat'. Did you mean '--learning-rate'?\n" + runUsage),
    Case("run bowl extra", 64, "descent: Unexpected argument 'extra'\n" + runUsage),
    Case(
      "run rosenbrock --parameter c=3", 64,
      "descent: --parameter: rosenbrock has no parameter 'c'\nThe parameters are: a, b."),
    Case("schedule stp", 64, "descent: schedule:1:1: unknown schedule 'stp'\n    stp\n    ^\nDid you mean 'step'?"),
    Case("rnu bowl", 64, "descent: unknown verb 'rnu'\nDid you mean 'run'?"),
    Case("run", 64, "descent: run what? Name a surface, or give --formula. `descent surface` lists the surfaces."),
    Case("run bowl --formula x", 64, "descent: a surface and --formula exclude each other"),
    Case("schedule", 64, "descent: which schedule? Name one or more, as in `descent schedule cosine step:every=20`."),
    Case(
      "range-test", 64,
      "descent: test what? Name a surface, or give --formula. `descent surface` lists the surfaces."),
    Case(
      "range-test bowl --growth lin", 64,
      "descent: --growth: 'lin' is none of the ways to climb\nThe ways to climb are: exponential, linear."),
    Case(
      "compare", 64,
      "descent: compare what? Name surfaces, or give --formula. `descent surface` lists the surfaces."),
    Case("compare bowl rosenbrok", 66, "descent: unknown surface 'rosenbrok'\nDid you mean 'rosenbrock'?"),
    Case("compare bowl --formula x", 64, "descent: a surface and --formula exclude each other"),
    Case("render", 64, "descent: render what? Name one or more recipe files."),
  ]

  @Test(arguments: names) func misspelt(_ wrong: Case) throws { try check(wrong) }

  private static let numbers = [
    Case(
      "run --formula x^2_+_*_y", 65,
      "descent: --formula:1:7: a value is missing between '+' and '*'\n    x^2 + * y\n          ^\nWrite a number, a name or a parenthesis."
    ),
    Case("run bowl --learning-rate 0", 64, "descent: --learning-rate: '0' " + above),
    Case("run bowl --learning-rate -0.1", 64, "descent: --learning-rate: '-0.1' " + above),
    Case("run bowl --learning-rate nan", 64, "descent: --learning-rate: 'nan' " + number),
    Case("run bowl --learning-rate inf", 64, "descent: --learning-rate: 'inf' " + number),
    Case("run bowl --learning-rate 1e999", 64, "descent: --learning-rate: '1e999' " + number),
    Case("run bowl --learning-rate fast", 64, "descent: --learning-rate: 'fast' " + number),
    Case("run bowl --learning-rate 0.1,", 64, "descent: --learning-rate: '' " + number),
    Case(
      "range-test bowl --low 1 --high 0.5", 64,
      "descent: 'high' is 0.5 and 'low' is 1\nA range test climbs: give a 'high' above 'low', at most 10³⁰⁰ times as large."
    ),
    Case("range-test bowl --low 0", 64, "descent: --low: '0' " + above),
    Case("range-test bowl --high inf", 64, "descent: --high: 'inf' " + number),
    Case(
      "range-test bowl --steps 9", 64, "descent: --steps: '9' must be a whole number from 10 to 100,000"),
    Case(
      "range-test bowl --smoothing 1", 64,
      "descent: the smoothing must be 0 or more and below 1, not 1\nIt is the share of the average that is kept: 0.98 is usual, 0 smooths nothing."
    ),
    Case(
      "range-test linear-regression --batch-size 9", 64,
      "descent: a batch of 9 is larger than the data, which has 8 rows\nGive a number from 1 to 8, or leave it out for the whole data in every update."
    ),
    Case("run bowl --steps 0", 64, "descent: --steps: '0' " + steps),
    Case("run bowl --steps -3", 64, "descent: --steps: '-3' " + steps),
    Case("run bowl --steps 1000000000000", 64, "descent: --steps: '1000000000000' " + steps),
    Case("run bowl --steps 2.5", 64, "descent: --steps: '2.5' " + steps),
    Case("run bowl --steps 1e300", 64, "descent: --steps: '1e300' " + steps),
    Case(
      "run bowl --steps 3_apples", 64,
      "descent: --steps: '3 apples' is neither a number of steps nor of epochs above 0\nWrite for instance 100 or 20 epochs."
    ),
    Case(
      "run linear-regression --batch-size 4 --steps -1_epochs", 64,
      "descent: --steps: '-1 epochs' is neither a number of steps nor of epochs above 0\nWrite for instance 100 or 20 epochs."
    ),
    Case("run bowl --steps 3_epochs", 64, "descent: 'steps' is 3 epochs" + noEpochs),
    Case("schedule cosine --steps 3_epochs", 64, "descent: 'steps' is 3 epochs" + noEpochs),
    Case(
      "run linear-regression --schedule step:every=3_epochs", 64,
      "descent: 1:12: 'every' is 3 epochs, but there are no mini-batches to count epochs by\n    step:every=3 epochs\n               ^\nGive a number of updates, or run on a surface with samples and give a batch size."
    ),
    Case(
      "run linear-regression --batch-size 1 --steps 9999999_epochs", 64,
      "descent: the number of steps must be from 1 to 10⁷, not 79999992\nGive a number of updates, such as 100."),
    Case(
      "run bowl --seed 9223372036854775807", 64,
      "descent: --seed: '9223372036854775807' must be a whole number from 0 to 9,007,199,254,740,992"),
    Case("run bowl --noise 1 --seed 1 --seeds 1..3", 64, "descent: --seed and --seeds exclude each other"),
    Case("run bowl --noise 1 --seeds 20", 64, "descent: --seeds: '20' is no range of seeds" + seeds),
    Case("run bowl --noise 1 --seeds 3..1", 64, "descent: --seeds: '3..1' is no range of seeds" + seeds),
    Case(
      "run bowl --seeds 1..3", 64,
      "descent: 'seeds' is given, but nothing depends on a seed: there is neither noise nor a batch drawn by chance\nAdd noise, or a batch size below that of the data, or leave the seeds out."
    ),
    Case(
      "run bowl --noise 1 --seeds 1..201", 64,
      "descent: 201 runs are too many for one picture\nAt most 200 paths are drawn."),
    Case("run bowl --noise -1", 64, "descent: --noise: '-1' must not be negative; it is a standard deviation"),
    Case(
      "run bowl --noise 1,2,3", 64, "descent: --noise: '1,2,3' has too many values; one for both components, or two"),
    Case(
      "run linear-regression --batch-size 0", 64,
      "descent: --batch-size: '0' must be a whole number from 1 to 10,000,000"),
    Case(
      "run linear-regression --batch-size 9", 64,
      "descent: a batch of 9 is larger than the data, which has 8 rows\nGive a number from 1 to 8, or leave it out for the whole data in every update."
    ),
    Case(
      "run linear-regression --sampling both", 64,
      "descent: --sampling: 'both' is none of the ways of sampling\nThe ways of sampling are: reshuffle, replacement."),
    Case(
      "run bowl --noise-ellipse middle", 64,
      "descent: --noise-ellipse: 'middle' is neither a point nor 'minimum'\nWrite two numbers, as in -1.2,1, or minimum."
    ),
    Case(
      "run bowl --noise-ellipse 0,0", 64,
      "descent: 'noise-ellipse' is given, but no run has noise\nAdd noise, or a batch size below that of the data, or leave the ellipse out."
    ),
    Case(
      "run bowl --noise 1 --noise-ellipse 9,9", 64,
      "descent: 'noise-ellipse' is at (9, 9), outside the view\nGive a point within it, or another view."),
    Case("run bowl --levels 0", 64, "descent: --levels: '0' must be a whole number from 1 to 200"),
    Case("run bowl --labels maybe", 64, "descent: --labels: 'maybe' must be true or false"),
    Case("run bowl --start 1", 64, "descent: --start: '1' is not a point\nWrite two numbers, as in -1.2,1."),
    Case(
      "run bowl --start 1e9,3", 64,
      "descent: the start (1000000000, 3) is further than 1000 view diagonals from the view's centre\nChoose a start nearer to the view, or a wider view: a run so far out counts as diverged."
    ),
    Case(
      "run --formula log(x)+y^2", 64,
      "descent: the loss at the start (-2, 1.5) is nan\nChoose a start where the formula has a finite value."),
    Case(
      "run --formula 1/x+y^2 --start 0,1", 64,
      "descent: the loss at the start (0, 1) is inf\nChoose a start where the formula has a finite value."),
    Case(
      "run --formula sqrt(x)+y^2 --start 0,1", 64,
      "descent: the gradient at the start (0, 1) is (inf, 2)\nChoose a start where the formula has finite derivatives."),
    Case(
      "run bowl --view 1..1,2..3", 64,
      "descent: --view: the view has no extent in x: 1.0 to 1.0\nGive the lower bound first and a larger upper bound, as in -2..2,-1..3."
    ),
    Case(
      "run bowl --view 0..1,3..-3", 64,
      "descent: --view: the view has no extent in y: 3.0 to -3.0\nGive the lower bound first and a larger upper bound, as in -2..2,-1..3."
    ),
    Case("run bowl --view a..b,2..3", 64, "descent: --view: 'a' " + number),
    Case(
      "run bowl --view=-1e308..1e308,0..1", 64, "descent: --view: the view is too wide in x: -1e+308 to 1e+308"),
    Case("run bowl --view 1,2", 64, "descent: --view: '1,2' is not a view\nWrite x and y ranges, as in -2..2,-1..3."),
    Case(
      "run bowl --size 1000000x1000000", 64,
      "descent: a picture of 1000000×1000000 at scale 2 is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
    ),
    Case(
      "run bowl --size 99999999999999999999x5", 64,
      "descent: --size: '99999999999999999999x5' is not a size\nWrite width and height, as in 800x600."),
    Case("run bowl --size 100x100", 64, "descent: a picture of 100×100 is too small\nThe least size is 320x240."),
    Case("run bowl --scale -1", 64, "descent: --scale: '-1' " + above),
    Case(
      "run bowl --scale 1e300", 64,
      "descent: a picture of 720×540 at scale 10³⁰⁰ is too large\nA side has at most 16,384 pixels and the whole at most 10⁸."
    ),
    Case("run bowl --width 0mm", 64, "descent: --width: '0mm' must be above 0\nWrite for instance 85mm."),
    Case("run bowl --width -85mm", 64, "descent: --width: '-85mm' must be above 0\nWrite for instance 85mm."),
    Case(
      "run bowl --width 85", 64, "descent: --width: '85' has no unit\nWrite for instance 85mm, 8.5cm, 3.35in or 640px."
    ),
    Case("run bowl --width widemm", 64, "descent: --width: 'wide' " + number),
    Case(
      "run bowl --width 60mm", 64,
      "descent: --width: a picture 227 CSS pixels wide is too narrow\nIts width is 320 px (84.7 mm) to 16,384 px."),
    Case(
      "schedule cosine --width 5000cm", 64,
      "descent: --width: a picture 1.89×10⁵ CSS pixels wide is too wide\nIts width is 320 px (84.7 mm) to 16,384 px."),
    Case(
      "run bowl --width 85mm --size 900x300", 64,
      "descent: a picture of 321×107 is too small\nThe least size is 320x240."),
    Case("run bowl --dpi 5", 64, "descent: --dpi: '5' must be a number from 36 to 2400"),
    Case("range-test bowl --dpi 1e9", 64, "descent: --dpi: '1e9' must be a number from 36 to 2400"),
    Case("run bowl --dpi 300 --scale 2", 64, "descent: --dpi and --scale exclude each other"),
    Case("run bowl --format gif", 64, "descent: --format: 'gif' is none of the formats\nThe formats are: png, svg."),
    Case(
      "run bowl --format svg --animate", 64,
      "descent: --animate: an SVG does not move; name a PNG, or leave --animate out"),
    Case("run bowl --frames old.png", 73, "descent: cannot write old.png: it is a file, not a folder"),
    Case("run bowl --frames none/frames", 73, "descent: cannot write none/frames: No such file or directory"),
    Case(
      "run bowl --learning-rate .1,.2 --steps 1,2 --seed \((1...51).map(String.init).joined(separator: ","))", 64,
      "descent: so many runs do not fit one picture; at most 200 paths are drawn"),
    Case("run bowl --label a --label b", 64, "descent: --label: 2 labels for 1 run"),
    Case("run rosenbrock --parameter b", 64, "descent: --parameter: 'b' is not NAME=VALUE, as in b=10"),
    Case("schedule constant --steps 0", 64, "descent: --steps: '0' " + steps),
    Case("schedule constant --learning-rate -1", 64, "descent: --learning-rate: '-1' " + above),
    Case(
      "schedule step:factor=two", 64,
      "descent: schedule:1:13: 'factor' takes a number above 0, not two\n    step:factor=two\n                ^\nIt means what each cut multiplies the rate by; left out, it is 0.5."
    ),
    Case(
      "schedule plateau", 64,
      "descent: plateau needs the losses it is to judge\nGive one loss for each of the 100 updates, in a file for --losses or as the recipe's losses."
    ),
  ]

  @Test(arguments: numbers) func outOfRange(_ wrong: Case) throws { try check(wrong) }

  private static let maps = [
    Case(
      "map", 64, "descent: map what? Name a surface, or give --formula. `descent surface` lists the surfaces."),
    Case(
      "map bowl --y momentum=0..0.9", 64,
      "descent: --x is missing\nSay which setting it varies, as in --x learning-rate=0.001..0.03:log, or map the starts with --basins."
    ),
    Case(
      "map bowl --basins --x learning-rate=0.1..1", 64,
      "descent: --basins has the starts for axes; leave --x and --y out"),
    Case(
      "map bowl --x learning-rate=0.1..1 --y momentum=0..0.9 --zoom 1,1,2", 64,
      "descent: --zoom looks closer at starts: add --basins, or narrow --x and --y"),
    Case("map bowl --basins --zoom here", 64, "descent: --zoom: 'here' \(number)"),
    Case(
      "map bowl --basins --zoom 1,2", 64,
      "descent: --zoom: '1,2' is no place\nWrite a point and how many times as large, as in -1,0,4."),
    Case(
      "map bowl --basins --tile 5/3", 64,
      "descent: --tile: '5/3' is no tile\nWrite which of how many, at most 4096, as in 3/16."),
    Case(
      "map bowl --basins --start 1,1", 64,
      "descent: --start has no meaning with --basins: all starts are run"),
    Case(
      "map bowl --x learning-rate=0.1..1:cube --y momentum=0..0.9", 64,
      "descent: --x: 'learning-rate=0.1..1:cube' is no axis: it needs a setting and a range\nWrite the setting, the lower and the upper bound, as in learning-rate=0.001..0.03:log."
    ),
    Case("map --merge a.tile", 66, "descent: cannot read a.tile: No such file or directory"),
    Case(
      "map --merge a.tile --zoom 0,0,2", 64,
      "descent: --merge takes its settings from the tiles; leave --zoom out"),
    Case(
      "map --merge a.tile --learning-rate 4", 64,
      "descent: --merge takes its settings from the tiles; leave --learning-rate out"),
  ]

  @Test(arguments: maps) func map(_ wrong: Case) throws { try check(wrong) }

  /// A tile goes to a file, which nobody named.
  @Test func aTileWithoutAFile() throws {
    try check(
      Case("map bowl --basins --tile 1/2", 64, "descent: a tile goes to a file: add -o FILE"), output: nil)
  }

  private static let withoutPicture = [
    Case("schedule cosine --csv none/a.csv", 73, "descent: cannot write none/a.csv: No such file or directory"),
    Case("surface rosenbrok", 66, "descent: unknown surface 'rosenbrok'\nDid you mean 'rosenbrock'?"),
    Case("surface bowl ravine", 64, "descent: one surface at a time, not bowl and ravine"),
    Case("surface bowl --at 1", 64, "descent: --at: '1' is not a point\nWrite two numbers, as in -1.2,1."),
    Case(
      "surface --at 1,2", 64,
      "descent: of which surface? Name one, or give --formula. `descent surface` lists the surfaces."),
    Case(
      "surface --formula x+", 65,
      "descent: --formula:1:3: the formula ends after '+'\n    x+\n      ^\nWrite what follows it, or remove it."),
    Case("surface check", 64, "descent: check which file? `descent surface check FILE`"),
    Case("surface check none.yaml", 66, "descent: cannot read none.yaml: No such file or directory"),
    Case("inspect none.png", 66, "descent: cannot read none.png: No such file or directory"),
    Case("inspect .", 66, "descent: cannot read .: it is a folder"),
    Case("inspect old.png", 65, "descent: old.png: the PNG cannot be read: the file ends too early"),
    Case("inspect old.png --recipe --json", 64, "descent: --recipe and --json exclude each other"),
    Case("run bowl -o - --json", 64, "descent: -o - and --json both want standard output; give one of them a file"),
    Case(
      "run bowl --csv - --json", 64, "descent: --csv - and --json both want standard output; give one of them a file"),
    Case(
      "schedule cosine -o - --save-recipe -", 64,
      "descent: -o - and --save-recipe - both want standard output; give one of them a file"),
    Case(
      "run bowl --animate -o a.svg", 64,
      "descent: --animate: an SVG does not move; name a PNG, or leave --animate out"),
    Case(
      "schedule cosine --csv - --json", 64,
      "descent: --csv - and --json both want standard output; give one of them a file"),
    Case(
      "range-test bowl --csv - -o -", 64,
      "descent: -o - and --csv - both want standard output; give one of them a file"),
    Case(
      "render a.yaml -o - --json", 64, "descent: -o - and --json both want standard output; give one of them a file"),
    Case(
      "render a.yaml b.yaml -o x.png", 64, "descent: -o x.png is one file for 2 pictures; name a folder that ends in /"),
    Case("render a.yaml sub/a.yaml -o ./", 64, "descent: two recipes would be drawn to ./a.png"),
  ]

  @Test(arguments: withoutPicture) func otherVerbs(_ wrong: Case) throws { try check(wrong, output: nil) }

  // MARK: Files

  private static let files: [String: Data] = [
    "binary.yaml": Data([0x61, 0x3A, 0xFF, 0xFE]), "open.yaml": Data("a: [1, 2".utf8), "empty.yaml": Data(),
    "large.yaml": Data(repeating: 0x61, count: 2_000_000), "key.yaml": Data("formula: x^2\nsteps: 3\nfoo: 1\n".utf8),
    "log.txt": Data("1\ntwo\n".utf8),
    "metrics.csv": Data("loss,val.loss\n1,2\n2,two\n".utf8), "recipe.yaml": Data("surface: gone.yaml\n".utf8),
    "wrong.yaml": Data("formula: x^2 + y^2\ncritical-points: [{at: [1, 1], kind: minimum}]\n".utf8),
  ]

  private static let fromFiles =
    ["run", "render"].flatMap { verb in
      [
        Case("\(verb) none.yaml", 66, "descent: cannot read none.yaml: No such file or directory"),
        Case("\(verb) ./", 66, "descent: cannot read ./: it is a folder"),
        Case("\(verb) binary.yaml", 65, "descent: binary.yaml: it is not UTF-8 text"),
        Case(
          "\(verb) open.yaml", 65,
          "descent: open.yaml:1:4: a list that does not end\n    a: [1, 2\n       ^\nSeparate the items by commas and add the closing ]."
        ),
        Case("\(verb) empty.yaml", 65, "descent: empty.yaml:1:1: there is nothing in it\n    \n    ^"),
        Case("\(verb) large.yaml", 65, "descent: large.yaml: it is larger than 1 MB"),
      ]
    } + [
      Case(
        "render key.yaml", 65,
        "descent: key.yaml:3:1: unknown key 'foo'\n    foo: 1\n    ^\nThe keys are: start, steps, seed, seeds, learning-rate, schedule, optimizer, noise, batch-size, sampling, runs, surface, formula, parameters, definitions, view, expect, losses, range, compare, x, y, resolution, show, panels, levels, palette, labels, arrows, noise-ellipse, animate, azimuth, elevation, figure, title, theme, size, scale, footer, alt, caption, width."
      ),
      Case("render recipe.yaml", 66, "descent: cannot read gone.yaml: No such file or directory"),
      Case(
        "schedule plateau --losses log.txt", 65,
        "descent: log.txt:2:1: 'two' is not a number\n    two\n    ^\nWrite one loss a line, such as 0.693."),
      Case(
        "schedule cosine --losses metrics.csv", 65,
        "descent: metrics.csv:1:1: which column holds the losses?\n    loss,val.loss\n    ^\nThe columns are: 1 'loss', 2 'val.loss'. Choose with --column NAME or --column NUMBER."
      ),
      Case(
        "schedule cosine --losses metrics.csv --column val.los", 64,
        "descent: --column: metrics.csv has no column 'val.los'\nDid you mean 'val.loss'? The columns are: 1 'loss', 2 'val.loss'."
      ),
      Case(
        "schedule cosine --losses metrics.csv --column 3", 64,
        "descent: --column: metrics.csv has no column 3\nThe columns are: 1 'loss', 2 'val.loss'."),
      Case(
        "schedule cosine --losses metrics.csv --column 2", 65,
        "descent: metrics.csv:3:3: 'two' is not a number, in column 'val.loss'\n    2,two\n      ^\nCorrect it, or leave the cell empty to pass over the row."
      ),
      Case("schedule cosine --column 2", 64, "descent: --column is given without --losses; name the log"),
      Case("schedule plateau --losses none.txt", 66, "descent: cannot read none.txt: No such file or directory"),
    ]

  @Test(arguments: fromFiles) func badFiles(_ wrong: Case) throws { try check(wrong, files: Self.files) }

  @Test func declaredUntruly() throws {
    try check(
      Case(
        "surface check wrong.yaml", 65,
        "descent: wrong.yaml: (1.0, 1.0) is no critical point: the gradient there is (2.0, 2.0); the nearest is (0.0, 0.0)"
      ),
      output: nil, files: Self.files)
  }

  // MARK: Outputs

  @Test(
    arguments: [
      ("none/a.png", 73, "cannot write none/a.png: No such file or directory"),
      (".", 73, "cannot write .: it is a folder"),
      ("old.png/a.png", 73, "cannot write old.png/a.png: Not a directory"),
      ("/dev/full", 74, "/dev/full: No space left on device"),
      ("", 73, "cannot write '': a file has a name"),
    ] as [(String, Int32, String)])
  func outputs(_ output: String, _ code: Int32, _ message: String) throws {
    for line in ["run bowl --size 320x240 --scale 1", "schedule cosine --size 320x240 --scale 1"] {
      try check(Case(line, code, "descent: " + message), output: output)
    }
  }

  /// Nothing is written over what is read, and no two outputs into one file.
  @Test(arguments: [
    ("render r.yaml -o r.yaml", "-o r.yaml would write over what is read; name another file"),
    ("render r.yaml -o ./r.yaml", "-o ./r.yaml would write over what is read; name another file"),
    ("run ./r.yaml -o r.yaml", "-o r.yaml would write over what is read; name another file"),
    ("run bowl -o a.png --csv a.png", "-o and --csv both want a.png; give one of them another file"),
    (
      "run bowl -o a.png --save-recipe ./a.png", "-o and --save-recipe both want ./a.png; give one of them another file"
    ),
    ("run bowl -o - --csv -", "-o - and --csv - both want standard output; give one of them a file"),
    ("schedule plateau --losses r.yaml --csv r.yaml", "--csv r.yaml would write over what is read; name another file"),
    ("map --merge r.yaml -o r.yaml", "-o r.yaml would write over what is read; name another file"),
  ])
  func outputsThatWouldBeLost(_ line: String, _ message: String) throws {
    let recipe = Data("surface: bowl\nsteps: 3\n".utf8)
    try check(Case(line, 64, "descent: " + message), output: nil, files: ["r.yaml": recipe])
  }

  @Test func fullStandardOutput() throws {
    let descent = try Command()
    for line in ["schedule cosine", "schedule cosine --json", "surface bowl", "run bowl --csv -", "run bowl --json"] {
      let result = try descent.shell("descent \(line) > /dev/full")
      #expect(result.errors == "descent: standard output: No space left on device\n")
      #expect(result.code == 74)
    }
  }

  /// A claim that does not hold: the old picture stays, and the message says what the run did instead.
  @Test func brokenClaim() throws {
    let descent = try Command()
    try descent.write("old", to: "old.png")
    try descent.write(
      "surface: bowl\nlearning-rate: 0.5\nexpect: ['1: diverged', 'all: final-loss < 1']\n", to: "a.yaml")
    for arguments in [
      [
        "run", "bowl", "--learning-rate", "0.5", "--expect", "1: diverged", "--csv", "a.csv", "--save-recipe", "b.yaml",
      ],
      ["render", "a.yaml"],
    ] {
      let result = try descent.run(arguments + ["-o", "old.png"])
      #expect(result.code == 1)
      #expect(
        result.errors.contains("expected '1: diverged', but run 1 (η = 0.5) has the verdict converged: "))
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(result.output.isEmpty)
    }
    #expect(try descent.data(of: "old.png") == Data("old".utf8))
    #expect(descent.files == ["a.yaml", "old.png"])
  }

  /// Every recipe gets its turn, and the worst failure decides.
  @Test func severalRecipes() throws {
    let descent = try Command()
    try descent.write("surface: bowl\nexpect: ['1: diverged']\n", to: "claim.yaml")
    try descent.write("surface: bowl\nsteps: 0\n", to: "steps.yaml")
    try descent.write("surface: bowl\nsize: 320x240\n", to: "good.yaml")
    let result = try descent("render", "claim.yaml", "steps.yaml", "good.yaml", "-o", "./")
    #expect(result.code == 65)
    #expect(result.errors.contains("claim.yaml: expected '1: diverged'"))
    #expect(result.errors.contains("steps.yaml:2:8: 'steps' needs a whole number"))
    #expect(descent.files == ["claim.yaml", "good.png", "good.yaml", "steps.yaml"])
  }
}
