import LossSurfaces
public import Optimization

/// Puts the tiles of a map together again.
public enum MapMerging {
  /// The plan that the tiles carry, and the outcomes of all its cells.
  ///
  /// Throws when a tile is of another map, comes twice, or is missing.
  public static func merge(_ tiles: [(name: String, file: MapTileFile)]) throws -> (plan: MapPlan, outcomes: [Outcome])
  {
    guard let first = tiles.first else {
      throw InputError("no tiles to merge", remedy: "Name the files that --tile wrote.")
    }
    var byIndex: [Int: (name: String, file: MapTileFile)] = [:]
    for tile in tiles {
      guard tile.file.recipe == first.file.recipe, tile.file.tile.count == first.file.tile.count else {
        throw InputError(
          "\(tile.name) is a tile of another map than \(first.name)",
          remedy: "Merge tiles that were made with the same settings and the same number of tiles.")
      }
      if let other = byIndex[tile.file.tile.index] {
        throw InputError(
          "\(tile.name) and \(other.name) are both tile \(tile.file.tile.index)/\(tile.file.tile.count)",
          remedy: "Name each tile once.")
      }
      byIndex[tile.file.tile.index] = tile
    }
    let count = first.file.tile.count
    let missing = (1...count).filter { byIndex[$0] == nil }
    guard missing.isEmpty else {
      let list = missing.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
      throw InputError(
        "\(missing.count == 1 ? "a tile is" : "\(missing.count) tiles are") missing: \(list)\(missing.count > 8 ? " …" : "")",
        remedy: "Make them with --tile and the same settings.")
    }
    let recipe = try Recipe(yaml: first.file.recipe, file: first.name)
    let plan = try MapPlan(recipe, surface: recipe.surface())
    let total = plan.map.y.count
    var outcomes: [Outcome] = []
    for index in 1...count {
      let (name, file) = byIndex[index]!
      guard file.outcomes.count == file.tile.rows(of: total).count * plan.map.x.count else {
        throw InputError("\(name) does not hold as many runs as its recipe says", remedy: "Make it again.")
      }
      guard file.outcomes.allSatisfy({ Int($0.minimum) < plan.map.minima.count }) else {
        throw InputError("\(name) names a minimum that its surface does not have", remedy: "Make it again.")
      }
      outcomes += file.outcomes
    }
    return (plan, outcomes)
  }
}
