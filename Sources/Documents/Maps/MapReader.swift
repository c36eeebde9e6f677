import Figures
import LossSurfaces
import SurfaceCatalog

extension RecipeReader {
  /// The axes of a map of outcomes, and how fine it is.
  func readMap(into recipe: inout Recipe) throws(InputError) {
    recipe.map.x = try axis("x")
    recipe.map.y = try axis("y")
    for (key, axis) in [("x", recipe.map.x), ("y", recipe.map.y)] where recipe.kind == .map && axis == nil {
      throw root.node.error(
        "the map has no axis '\(key)'", remedy: "Add one, as in '\(key): {learning-rate: 0.001..0.03, scale: log}'.")
    }
    if let node = root["resolution"] { (recipe.map.columns, recipe.map.rows) = try resolution(node) }
    if let node = root["show"] {
      recipe.map.show = try node.string()
      _ = try node.reading { text throws(InputError) in try OutcomeShow(parsing: text) }
    }
  }

  /// `{learning-rate: 0.001..0.03, scale: log}`.
  private func axis(_ key: String) throws(InputError) -> AxisSettings? {
    guard let node = root[key] else { return nil }
    let mapping = try node.mapping()
    var isLogarithmic = false
    if let scale = mapping["scale"] {
      let word = try scale.string()
      guard ["log", "linear"].contains(word) else {
        throw scale.error("'\(word)' is no scale", remedy: "Write log or linear.")
      }
      isLogarithmic = word == "log"
    }
    let settings = mapping.entries.filter { $0.key != "scale" }
    guard settings.count == 1, let entry = settings.first else {
      throw node.error(
        "an axis varies one setting, not \(settings.count)", remedy: "Write {learning-rate: 0.001..0.03, scale: log}.")
    }
    var axis = try entry.value.reading { text throws(InputError) in
      try AxisSettings(key: entry.key, range: text, isLogarithmic: isLogarithmic)
    }
    axis.mark.place = entry.keyNode.place
    return axis
  }

  /// `512x512`, `[512, 512]`, or 512 for both.
  private func resolution(_ node: YAMLNode) throws(InputError) -> (Int, Int) {
    if case .list(let items) = node.content, items.count == 2 {
      return (try items[0].integer(in: MapSettings.sides), try items[1].integer(in: MapSettings.sides))
    }
    return try node.reading { text throws(InputError) in
      if let side = Int(text), MapSettings.sides.contains(side) { return (side, side) }
      return try MapSettings.resolution(parsing: text)
    }
  }
}
