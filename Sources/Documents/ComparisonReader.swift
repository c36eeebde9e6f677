import LossSurfaces
import Optimization
import SurfaceCatalog

/// What a grid compares: the key `compare`, of which every combination makes a cell.
struct ComparisonReader {
  static let keys = ["surface", "schedule", "optimizer", "learning-rate", "batch-size", "seeds"]

  private let root: YAMLMapping
  private let runs: YAMLNode?

  init(_ node: YAMLNode, runs: YAMLNode?) throws(InputError) {
    root = try node.mapping(keys: Self.keys)
    self.runs = runs
  }

  func read(into recipe: inout Recipe) throws(InputError) {
    if let node = root["surface"] { try readSurfaces(node, into: &recipe) }
    if let runs, root.entries.contains(where: { $0.key != "surface" }) {
      throw runs.error("'runs' and 'compare' exclude each other", remedy: "Leave one of them out.")
    }
    let reader = RunReader(root, over: recipe.settings)
    if let node = root["optimizer"] {
      let all = Optimizer.names.map { Specification($0) }
      try recipe.vary(\.optimizer, among: list(node, all) { item throws(InputError) in try reader.optimizer(item) })
    }
    if let node = root["schedule"] {
      let all = Schedule.namesOfAll.map { Specification($0) }
      try recipe.vary(
        \.schedule,
        among: list(node, all) { item throws(InputError) in try reader.schedule(item, recipe.settings) })
    }
    if let node = root["learning-rate"] {
      try recipe.vary(
        \.learningRate, among: list(node) { item throws(InputError) in try item.positiveNumber() })
    }
    if let node = root["batch-size"] {
      try recipe.vary(
        \.batchSize,
        among: list(node) { item throws(InputError) in try item.integer(in: RunSettings.possibleBatchSizes) })
    }
    if let node = root["seeds"] {
      guard recipe.settings.seed == nil, recipe.settings.seeds == nil else {
        throw node.error("a seed is given already, above 'compare'", remedy: "Leave one of them out.")
      }
      recipe.settings.seeds = try node.reading { text throws(InputError) in try RunSettings.seeds(parsing: text) }
      recipe.settings.seedsMark.place = node.place
    }
  }

  private func readSurfaces(_ node: YAMLNode, into recipe: inout Recipe) throws(InputError) {
    guard case .none = recipe.source else {
      throw node.error("the recipe names its surface already", remedy: "Name surfaces once, in 'compare' or above it.")
    }
    let sources = try list(node) { item throws(InputError) in try Recipe.Source(item) }
    if sources.count == 1 { recipe.source = sources[0] } else { recipe.surfaces = sources }
  }

  /// A list, one value alone, or the word `all`.
  private func list<Value>(
    _ node: YAMLNode, _ all: [Value] = [], _ read: (YAMLNode) throws(InputError) -> Value
  ) throws(InputError) -> [Value] {
    if !all.isEmpty, (try? node.string()) == "all" { return all }
    guard case .list(let items) = node.content else { return [try read(node)] }
    guard !items.isEmpty else { throw node.error("\(node.label) is an empty list", remedy: "Name at least one.") }
    var values: [Value] = []
    for item in items { values.append(try read(item)) }
    return values
  }
}
