import Diagnosis
import LossSurfaces
import Optimization
import Raster
import SurfaceCatalog
import Testing

@testable import Documents
@testable import Figures

/// Pictures for grids of cells, compared with where runs are by their formulas.
@Suite struct CellPictureTests {
  private static func rendering(_ recipe: String) throws -> any PictureRendering {
    try Recipe(yaml: recipe, file: "r.yaml").rendering()
  }

  /// On x² + y² each step multiplies the distance by 1 − 2η: the path is the straight line to the origin.
  private let bowl = """
    formula: x^2 + y^2
    view: {x: [-3, 3], y: [-3, 3]}
    start: [-2, 2]
    learning-rate: 0.1
    steps: 60
    """

  @Test func mapOfABowl() throws {
    let picture = try Self.rendering(bowl).cells(columns: 60, rows: 30)[0]
    #expect(picture.image.width == 60 && picture.image.height == 60)
    #expect(picture.contents.count == 60 * 30)
    for cell in picture.contents.indices {
      let (column, row) = (cell % 60, cell / 60)
      // The middle of the cell on the plane.
      let (x, y) = (-3 + (Double(column) + 0.5) / 10, 3 - (Double(row) + 0.5) / 5)
      let offLine = abs(x + y) / 2.squareRoot()
      let isAlong = x < 0.3 && x > -2.3 && y > -0.3 && y < 2.3
      if case .path(let index) = picture.contents[cell] {
        #expect(index == 0)
        // Half the diagonal of a cell is 0.112.
        #expect(offLine < 0.15 && isAlong, "a path at \(x), \(y)")
      } else if offLine < 0.02, x < -0.2, x > -1.9 {
        Issue.record("no path at \(x), \(y)")
      }
    }
    let start = picture.marks.first { $0.character == "○" }
    #expect(start?.column == 10 && start?.row == 5)
    let end = picture.marks.last { $0.character == "●" || $0.character == "★" }
    #expect(end.map { (29...30).contains($0.column) && (14...15).contains($0.row) } ?? false)
    #expect(picture.legend.count == 1)
  }

  /// Bands climb from the minimum outwards, and pixels have their colours.
  @Test func bandsOfABowl() throws {
    let picture = try Self.rendering(bowl).cells(columns: 60, rows: 30)[0]
    let down = picture.contents[(15 * 60 + 31)..<(15 * 60 + 60)]
    let bands = down.compactMap { content in if case .band(let index) = content { index } else { nil } }
    #expect(bands.count == down.count)
    #expect(zip(bands, bands.dropFirst()).allSatisfy(<=))
    #expect(Set(bands).count >= 5)
    let colors = ColorMap.paper.colors(count: 9).map(\.packed)
    #expect(picture.image.pixels[0] == colors[8], "the corner is the highest band")
  }

  /// Levels are few, whatever the recipe says, and a run that leaves the grid marks no cell outside.
  @Test(arguments: [(1, 1), (2, 1), (7, 3), (100, 40)])
  func anySize(_ columns: Int, _ rows: Int) throws {
    for text in [
      "surface: saddle\nsteps: 200", "surface: rosenbrock\nlearning-rate: 1", "surface: bowl\nnoise: 1\nseeds: 1..5",
    ] {
      let picture = try Self.rendering(text).cells(columns: columns, rows: rows)[0]
      #expect(picture.image.pixels.count == columns * rows * 2)
      #expect(picture.marks.allSatisfy { $0.column < columns && $0.row < rows && $0.column >= 0 && $0.row >= 0 })
    }
  }

  /// A maximum has no mark, as on the figure: of the nine points of Himmelblau's function eight are told.
  @Test func maximaAreNotMarked() throws {
    for figure in ["path", "basins\nresolution: 16x16\nsteps: 5"] {
      let picture = try Self.rendering("surface: himmelblau\nfigure: \(figure)").cells(columns: 80, rows: 40)[0]
      #expect(picture.marks.count { $0.character == "★" } == 4 && picture.marks.count { $0.character == "×" } == 4)
    }
  }

  /// A run that blows up leaves the chart, and the other is not pressed flat.
  @Test func aRunThatLeavesTheChart() throws {
    let text = "formula: x^2 + y^2\nstart: [-2, 2]\nsteps: 40\nruns: [{learning-rate: 0.02}, {learning-rate: 1.5}]"
    let picture = try Self.rendering("figure: curves\n" + text).cells(columns: 40, rows: 20)[0]
    let rows = Set(picture.contents.enumerated().filter { $1 == .path(0) }.map { $0.offset / 40 })
    #expect(rows.count > 5, "\(rows)")
  }

  /// A constant rate is a level line, at the top of an axis that begins at 0.
  @Test func levelSchedule() throws {
    let picture = try Self.rendering("figure: schedule\nschedule: constant\nlearning-rate: 0.1\nsteps: 50")
      .cells(columns: 40, rows: 10)[0]
    for (cell, content) in picture.contents.enumerated() {
      #expect((content == .path(0)) == (cell < 40), "cell \(cell)")
    }
    #expect(picture.key[0] == "step from 0 to 49 across, learning rate from 0 to 0.1 up")
  }

  /// A rate that falls in a straight line goes through the cells of the diagonal, one beside it at most.
  @Test func fallingSchedule() throws {
    let picture = try Self.rendering(
      "figure: schedule\nschedule: {linear: {until: 100, final: 0}}\nlearning-rate: 1\nsteps: 101"
    ).cells(columns: 20, rows: 20)[0]
    for (cell, content) in picture.contents.enumerated() where content == .path(0) {
      #expect(abs(cell % 20 - cell / 20) <= 1)
    }
    #expect(picture.contents.count { $0 == .path(0) } >= 20)
  }

  /// On a quadratic losses fall geometrically, which on a logarithmic axis is a straight line.
  @Test func lossesOnALogarithmicAxis() throws {
    let picture = try Self.rendering(bowl + "\nfigure: curves").cells(columns: 20, rows: 20)[0]
    #expect(picture.key[0].hasSuffix("(logarithmic) up"))
    for (cell, content) in picture.contents.enumerated() where content == .path(0) {
      #expect(abs(cell % 20 - cell / 20) <= 1)
    }
  }

  @Test func rangeTest() throws {
    let picture = try Self.rendering("figure: range-test\nsurface: ravine").cells(columns: 80, rows: 24)[0]
    #expect(picture.legend.map(\.label) == ["sweep", "runs at one rate each"])
    #expect(picture.key.last == "│ 2/λmax: 0.2")
    let letters = picture.marks.map(\.character)
    #expect(!letters.isEmpty && letters.allSatisfy(\.isLetter))
  }

  /// A picture for each cell, best first, each of a size at which a path can be followed.
  @Test(arguments: [(100, 3), (60, 2), (24, 1), (10, 1)])
  func grid(_ columns: Int, _ across: Int) throws {
    let pictures = try Self.rendering(
      "figure: grid\nsurface: ravine\ncompare: {learning-rate: [0.01, 0.1, 0.19, 0.21]}\nsteps: 40"
    )
    .cells(columns: columns, rows: 30)
    #expect(pictures.count == 4)
    #expect(pictures.map(\.title).first == "1. η = 0.1")
    #expect(pictures.allSatisfy { $0.columns * across + 2 * (across - 1) <= columns })
  }
}
