public import LossSurfaces
import Optimization
import SurfaceCatalog

/// Settings that a reader types, or a page gives as a solution: `learning-rate=0.15 momentum=0.9`.
///
/// They are written as in a recipe; `momentum` stands for plain SGD with that momentum. `--learning-rate 0.15` is read as well, as it
/// stands in a command, and so are lists of numbers where one number is meant, in a `try`.
public struct ReaderSettings: Sendable {
  /// What can be set.
  public enum Key: String, Sendable, CaseIterable {
    case learningRate = "learning-rate"
    case momentum
    case schedule
    case optimizer
    case noise
    case start
    case steps
    case seed
    case seeds
    case batchSize = "batch-size"
    case surface
  }

  /// Of each run: several where a list was given.
  let runs: [RunSettings]
  let surface: Recipe.Source?
  /// In the order in which they were given.
  private let pairs: [(key: Key, value: String)]

  public var keys: [Key] { pairs.map(\.key) }
  /// As a reader would type them.
  public var text: String { pairs.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: " ") }

  /// Reads what a reader typed.
  ///
  /// Throws when it is no list of settings, a setting is not allowed, or a value means nothing.
  public init(parsing text: String, allowed: [Key], takesLists: Bool) throws(InputError) {
    let pairs = try Self.pairs(text, allowed)
    guard !pairs.isEmpty else {
      throw InputError("no setting was typed", remedy: "Type for instance \(Self.example(allowed)).")
    }
    var alternatives: [[(key: Key, value: String)]] = [[]]
    for (key, value) in pairs {
      let isList = takesLists && [.learningRate, .momentum, .seed, .batchSize].contains(key)
      let values = isList ? value.split(separator: ",").map(String.init) : [value]
      alternatives = alternatives.flatMap { chosen in values.map { chosen + [(key, $0)] } }
      guard alternatives.count <= 12 else {
        throw InputError("more than 12 runs at once", remedy: "Give shorter lists.")
      }
    }
    var runs: [RunSettings] = []
    var surface: Recipe.Source?
    for pairs in alternatives {
      do {
        let node = try YAMLNode.parse(Self.yaml(pairs), file: nil, label: "the settings")
        let (one, place) = try Self.read(node.mapping())
        runs.append(one)
        surface = place
      } catch {
        // The place is one in a text that nobody wrote.
        throw InputError(error.problem, remedy: error.remedy)
      }
    }
    self.runs = runs
    self.surface = surface
    self.pairs = pairs
  }

  /// Reads the settings of a page's solution.
  init(_ node: YAMLNode, allowed: [Key]) throws(InputError) {
    let mapping = try node.mapping(keys: allowed.map(\.rawValue))
    guard !mapping.entries.isEmpty else { throw node.error("the solution says nothing") }
    let (one, surface) = try Self.read(mapping)
    runs = [one]
    self.surface = surface
    pairs = mapping.entries.compactMap { entry in Key(rawValue: entry.key).map { ($0, Self.value(entry.value)) } }
  }

  /// Nothing is changed.
  static let none = ReaderSettings()

  private init() { (runs, surface, pairs) = ([], nil, []) }

  /// What can be typed, as an example.
  public static func example(_ allowed: [Key]) -> String {
    switch allowed.first {
    case .learningRate, nil: "learning-rate=0.15"
    case .momentum: "momentum=0.5"
    case .schedule: "schedule=step:factor=0.5,every=50"
    case .optimizer: "optimizer=adam"
    case .noise: "noise=0.2"
    case .start: "start=1,0.5"
    case .steps: "steps=200"
    case .seed: "seed=3"
    case .seeds: "seeds=1..8"
    case .batchSize: "batch-size=4"
    case .surface: "surface=bowl"
    }
  }

  /// What the run is called where its rate or schedule alone does not tell it from the page's: `lion, η = 0.01`.
  var label: String? {
    guard keys.count > 1 || keys.contains(where: { ![.learningRate, .schedule].contains($0) }) else { return nil }
    return pairs.map { key, value in
      switch key {
      case .learningRate: "η = \(value)"
      case .momentum: "β = \(value)"
      case .schedule, .optimizer: value
      default: "\(key.rawValue) \(value)"
      }
    }.joined(separator: ", ")
  }

  // MARK: Reading

  private static func pairs(_ text: String, _ allowed: [Key]) throws(InputError) -> [(key: Key, value: String)] {
    var words = text.replacing(/\s*=\s*/, with: "=").split(whereSeparator: \.isWhitespace).map(String.init)
    if words.first == "descent" {
      throw InputError(
        "a whole command was typed",
        remedy: "Type the settings alone, as in \(example(allowed)); commands are for a second terminal.")
    }
    var pairs: [(key: Key, value: String)] = []
    while !words.isEmpty {
      let word = words.removeFirst()
      var name = word
      var value: String?
      if let equals = word.firstIndex(of: "=") {
        name = String(word[..<equals])
        value = String(word[word.index(after: equals)...])
      } else if let next = words.first,
        word.hasPrefix("--") || !next.contains("=") && allowed.contains(where: { $0.rawValue == word })
      {
        value = words.removeFirst()
      }
      if name.hasPrefix("--") { name.removeFirst(2) }
      let key = try key(name, allowed)
      guard let value, !value.isEmpty else {
        throw InputError("'\(word)' gives no value", remedy: "Type for instance \(example([key])).")
      }
      guard !pairs.contains(where: { $0.key == key }) else {
        throw InputError("'\(key.rawValue)' is given twice", remedy: "Leave one of them out.")
      }
      pairs.append((key, value))
    }
    return pairs
  }

  private static func key(_ name: String, _ allowed: [Key]) throws(InputError) -> Key {
    let names = ["η": "learning-rate", "lr": "learning-rate", "β": "momentum"]
    let full = names[name] ?? name
    let may = allowed.map(\.rawValue)
    guard let key = Key(rawValue: full) else {
      if Double(name) != nil {
        throw InputError("'\(name)' is a value without a setting", remedy: "Type for instance \(example(allowed)).")
      }
      if allowed.contains(.schedule),
        let schedule = Schedule.reference.first(where: { $0.keys.contains { $0.name == name } })
      {
        throw InputError(
          "'\(name)' is a key of a schedule", remedy: "Type for instance schedule=\(schedule.name):\(name)=….")
      }
      throw InputError(
        "there is no setting '\(name)'", remedy: Spelling.remedy(for: name, among: may, called: "settings here"))
    }
    guard allowed.contains(key) else {
      throw InputError("'\(name)' is not to be changed here", remedy: "You may change \(may.joined(separator: ", ")).")
    }
    return key
  }

  private static func yaml(_ pairs: [(key: Key, value: String)]) -> String {
    pairs.map { key, value in
      let isPair = [.noise, .start].contains(key) && value.contains(",") && !value.hasPrefix("[")
      return "\(key.rawValue): \(isPair ? "[\(value)]" : value)\n"
    }.joined()
  }

  private static func read(_ mapping: YAMLMapping) throws(InputError) -> (RunSettings, Recipe.Source?) {
    var settings = try RunReader(mapping.filter { !["momentum", "surface"].contains($0.key) }).settings()
    settings.mark = Mark()
    settings.batchMark = Mark()
    settings.stepsMark = Mark()
    settings.seedsMark = Mark()
    settings.scheduleMark = Mark()
    if let momentum = mapping["momentum"] {
      var optimizer = settings.optimizer ?? Specification("sgd")
      guard optimizer.name == "sgd" else {
        throw momentum.error("'momentum' goes with the optimizer sgd", remedy: "Leave one of them out.")
      }
      optimizer.arguments.removeAll { $0.key == "momentum" }
      optimizer.arguments.append(.init("momentum", .number(try momentum.number())))
      do { _ = try Optimizer(optimizer) } catch { throw momentum.located(error) }
      settings.optimizer = optimizer
    }
    let surface = try mapping["surface"].map { node throws(InputError) in
      let source = try Recipe.Source(node)
      if case .named(let name) = source, Recipe.isPath(name) {
        throw node.error("'\(name)' is no surface of the catalog", remedy: "`descent surface` lists them.")
      }
      return source
    }
    return (settings, surface)
  }

  /// A mapping of settings as a reader would type it.
  static func words(_ node: YAMLNode) -> String {
    guard case .mapping(let entries) = node.content else { return value(node) }
    return entries.map { "\($0.key)=\(value($0.value))" }.joined(separator: " ")
  }

  /// A value: a text, a list with commas, or a specification.
  private static func value(_ node: YAMLNode) -> String {
    switch node.content {
    // `20 epochs` would be two words.
    case .scalar(let text): Span(inEpochs: text) == nil ? text : text.filter { !$0.isWhitespace }
    case .list(let items): items.map(value).joined(separator: ",")
    case .mapping(let entries):
      entries.map { entry in
        guard case .mapping(let keys) = entry.value.content else { return entry.key }
        return entry.key + ":" + keys.map { "\($0.key)=\(value($0.value))" }.joined(separator: ",")
      }.joined()
    }
  }
}

extension Recipe {
  /// The recipe with one run as a reader set it, over the figure's first run, or over what is said of all where it has none.
  func with(_ reader: ReaderSettings) -> Recipe {
    var recipe = self
    var base = runs.first.map { $0.over(settings) } ?? settings
    base.label = nil
    recipe.settings = base
    recipe.runs = reader.runs.count > 1 ? reader.runs : []
    if var only = reader.runs.first, reader.runs.count == 1 {
      only.label = reader.label
      recipe.runs = [only]
    }
    if let surface = reader.surface { recipe.replaceSurface(surface) }
    recipe.expectations = []
    recipe.title = nil
    recipe.caption = nil
    recipe.alt = nil
    recipe.isAnimated = false
    if recipe.kind == .grid {
      recipe.kind = .path
      (recipe.width, recipe.height) = Recipe.usualSize
      recipe.isSized = false
    }
    return recipe
  }

  /// Another surface has a view and a start of its own.
  private mutating func replaceSurface(_ other: Source) {
    source = other
    surfaces = []
    parameters = []
    definitions = []
    view = nil
    noiseEllipse = nil
    settings.start = nil
  }
}
