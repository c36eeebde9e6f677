import Figures
import LossSurfaces
import Optimization
import Testing

@testable import Documents

@Suite struct MapPlanTests {
  static let basins =
    "surface: himmelblau\nfigure: basins\nlearning-rate: 0.01\nsteps: 60\nresolution: 24x20\nsize: 400x320\nscale: 1"
  static let map = """
    surface: rosenbrock
    figure: map
    x: {learning-rate: 1e-4..0.01, scale: log}
    y: {momentum: 0..0.95}
    steps: 50
    resolution: [20, 16]
    size: 400x320
    scale: 1
    """

  static func plan(_ yaml: String) throws -> MapPlan {
    let recipe = try Recipe(yaml: yaml, file: "recipe")
    return try MapPlan(recipe, surface: recipe.surface())
  }

  @Test func aRecipeSaysTheAxes() throws {
    let plan = try Self.plan(Self.map)
    #expect(plan.map.x.setting == .learningRate && plan.map.x.isLogarithmic && plan.map.x.count == 20)
    #expect(plan.map.y.setting == .optimizer("momentum") && !plan.map.y.isLogarithmic && plan.map.y.count == 16)
    // The middle of the first of 16 cells.
    #expect(abs(plan.map.y.value(0) - 0.95 / 32) < 1e-15)
  }

  /// What a picture carries draws the same picture.
  @Test(arguments: [basins, map]) func theCanonicalRecipeDrawsTheSame(_ yaml: String) throws {
    let plan = try Self.plan(yaml)
    let again = try Self.plan(plan.canonicalText)
    #expect(again.canonicalText == plan.canonicalText)
    #expect(try MapRendering(again).png() == MapRendering(plan).png())
  }

  @Test(arguments: [basins, map]) func aRecipeIsWrittenAsItWasSaid(_ yaml: String) throws {
    let recipe = try Recipe(yaml: yaml, file: "recipe")
    let again = try Recipe(yaml: recipe.yaml, file: "again")
    #expect(again.yaml == recipe.yaml)
    let surface = try recipe.surface()
    #expect(
      try MapPlan(again, surface: surface).canonicalText == MapPlan(recipe, surface: surface).canonicalText)
  }

  /// Tiles, through their files, join to the identical picture, whatever their number.
  @Test(arguments: [1, 3, 7]) func tilesAreTheWhole(_ count: Int) throws {
    let plan = try Self.plan(Self.basins)
    let tiles = try (1...count).map { index in
      let tile = try MapTile(parsing: "\(index)/\(count)")
      let file = MapTileFile(tile: tile, recipe: plan.canonicalText, outcomes: try plan.outcomes(of: tile))
      return (name: "\(index).tile", file: try MapTileFile(file.bytes, named: "\(index).tile"))
    }
    let merged = try MapMerging.merge(tiles.reversed())
    let whole = try MapRendering(plan)
    #expect(merged.outcomes == whole.outcomes)
    #expect(try MapRendering(merged.plan, outcomes: merged.outcomes).png() == whole.png())
  }

  /// One thread with all cells in one part makes the bytes that all cores make in many parts.
  @Test(arguments: [basins, map]) func oneThreadMakesTheBytesOfMany(_ yaml: String) throws {
    let plan = try Self.plan(yaml)
    let (columns, rows) = (plan.map.x.count, plan.map.y.count)
    let alone = try plan.map.outcomes(columns: 0..<columns, rows: 0..<rows)
    #expect(try MapRendering(plan, outcomes: alone).png() == MapRendering(plan).png())
  }

  @Test func tilesOfAnotherMapAreRefused() throws {
    func tile(_ text: String, of yaml: String) throws -> (name: String, file: MapTileFile) {
      let plan = try Self.plan(yaml)
      let tile = try MapTile(parsing: text)
      let outcomes = try plan.outcomes(of: tile)
      return (text, MapTileFile(tile: tile, recipe: plan.canonicalText, outcomes: outcomes))
    }
    let (first, second) = (try tile("1/2", of: Self.basins), try tile("2/2", of: Self.basins))
    let other = try tile("2/2", of: Self.basins.replacing("0.01", with: "0.02"))
    for (tiles, problem) in [
      ([first, other], "2/2 is a tile of another map than 1/2"), ([first, first], "1/2 and 1/2 are both tile 1/2"),
      ([second], "a tile is missing: 1/2"), ([], "no tiles to merge"),
    ] {
      let error = #expect(throws: InputError.self) { try MapMerging.merge(tiles) }
      #expect(error?.problem == problem)
    }
  }

  @Test func damagedTilesAreRefused() throws {
    let plan = try Self.plan(Self.basins)
    let tile = MapTileFile(tile: .whole, recipe: plan.canonicalText, outcomes: try plan.outcomes(of: .whole))
    for bytes in [[], Array("descent".utf8), Array(tile.bytes.dropLast()), Array(tile.bytes.prefix(40))] {
      let error = #expect(throws: InputError.self) { try MapTileFile(bytes, named: "x.tile") }
      #expect(error?.problem.hasPrefix("x.tile is no whole tile of a map") == true)
    }
    let first = Array("\(String(decoding: tile.bytes.prefix { $0 != 10 }, as: UTF8.self))\n1/1 \(Int.max) 1\n".utf8)
    let error = #expect(throws: InputError.self) { try MapTileFile(first + [0], named: "x.tile") }
    #expect(error?.problem == "x.tile is no whole tile of a map: its second line is damaged")
  }

  /// A minimum that is not there would have no colour.
  @Test func aTileOfUnknownMinimaIsRefused() throws {
    let plan = try Self.plan(Self.basins)
    var outcomes = try plan.outcomes(of: .whole)
    outcomes[7].minimum = 50
    let tile = MapTileFile(tile: .whole, recipe: plan.canonicalText, outcomes: outcomes)
    let error = #expect(throws: InputError.self) { try MapMerging.merge([("x.tile", tile)]) }
    #expect(error?.problem == "x.tile names a minimum that its surface does not have")
  }

  /// As many tiles as are advised do.
  @Test func theNumberOfTilesThatIsAdvised() throws {
    let plan = try Self.plan(Self.basins.replacing("24x20", with: "5000x10066"))
    let error = #expect(throws: InputError.self) { try plan.outcomes(of: .whole) }
    #expect(error?.remedy.hasSuffix("--tile 1/4 to 4/4.") == true, "\(error?.remedy ?? "")")
    #expect(
      try (1...4).allSatisfy { try MapTile(parsing: "\($0)/4").rows(of: 10_066).count * 5000 <= MapSettings.mostRuns })
  }

  @Test(arguments: [
    ("figure: map\nsurface: bowl\ny: {momentum: 0..0.9}", "the map has no axis 'x'"),
    ("figure: map\nsurface: bowl\nx: {momentum: 0.9}\ny: {learning-rate: 0.1..1}", "'0.9' is no axis"),
    (
      "figure: map\nsurface: bowl\nx: {noise: 0..1, momentum: 0..1}\ny: {learning-rate: 0.1..1}",
      "an axis varies one setting, not 2"
    ),
    ("figure: basins\nsurface: bowl\nexpect: ['1: converged']", "'expect' has no meaning in a map of basins"),
    ("figure: basins\nsurface: bowl\nresolution: 0x5", "'0x5' is no resolution"),
    ("figure: basins\nsurface: bowl\nshow: steps-to nothing", "'steps-to nothing' is nothing that a map shows"),
    ("surface: bowl\nresolution: 5x5", "'resolution' has a meaning in a map of outcomes only"),
  ]) func wrongRecipesAreRefused(_ yaml: String, _ problem: String) {
    let error = #expect(throws: InputError.self) { try Self.plan(yaml) }
    #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.place != nil)
  }

  /// Values that no run can have are named with their axes, not with a run that nobody wrote.
  @Test func valuesOutOfReachAreNamedWithTheirAxes() throws {
    let error = #expect(throws: InputError.self) { try Self.plan(Self.map.replacing("0..0.95", with: "0..3")) }
    #expect(
      error?.problem
        == "on the axes 'learning-rate' and 'momentum': 'momentum' takes a number from 0 to 1, not 1.03125")
    #expect(error?.place == nil)
  }

  @Test func aMapTooLargeForMemoryIsRefused() throws {
    let plan = try Self.plan(Self.basins.replacing("24x20", with: "16384x16384"))
    let error = #expect(throws: InputError.self) { try plan.outcomes(of: .whole) }
    #expect(error?.problem == "a map of 16384×16384 runs does not fit into memory")
    #expect(error?.remedy.contains("--tile 1/16 to 16/16") == true)
  }

  @Test func theDescriptionCounts() throws {
    let rendering = try MapRendering(Self.plan(Self.basins.replacing("steps: 60", with: "steps: 400")))
    let counts = Dictionary(grouping: rendering.outcomes, by: \.minimum).mapValues(\.count)
    #expect(counts.count == 4)
    #expect(rendering.figure.description.contains("converged to (3, 2)"))
    #expect(rendering.figure.words.contains("(\(counts[0]!))"))
  }
}
