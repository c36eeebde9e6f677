import LossSurfaces
import Optimization
import SurfaceCatalog

/// What a recipe says of its runs, or of one of them.
struct RunReader {
  private let root: YAMLMapping
  /// What all runs share; a specification is checked together with it.
  private let shared: RunSettings

  init(_ root: YAMLMapping, over shared: RunSettings = RunSettings()) {
    self.root = root
    self.shared = shared
  }

  func settings() throws(InputError) -> RunSettings {
    try refuseSeveral()
    var settings = RunSettings()
    if let start = root["start"] {
      let (x, y) = try start.numberPair()
      settings.start = Point(x, y)
    }
    settings.mark.place = (root["start"] ?? root.node).place
    settings.steps = try root["steps"].map { node throws(InputError) in try span(node) }
    settings.stepsMark.place = root["steps"]?.place
    if let seed = try root["seed"]?.integer(in: RunSettings.possibleSeeds) { settings.seed = UInt64(seed) }
    settings.seeds = try seeds()
    settings.seedsMark.place = root["seeds"]?.place
    settings.learningRate = try root["learning-rate"]?.positiveNumber()
    settings.noise = try noise()
    settings.batchSize = try root["batch-size"]?.integer(in: RunSettings.possibleBatchSizes)
    settings.sampling = try root["sampling"]?.word(among: Sampling.self)
    settings.batchMark.place = (root["batch-size"] ?? root["sampling"])?.place
    settings.label = try root["label"]?.string()
    settings.optimizer = try root["optimizer"].map { node throws(InputError) in try optimizer(node) }
    if let node = root["schedule"] {
      settings.schedule = try schedule(node, settings.over(shared))
      settings.scheduleMark.place = node.place
    }
    return settings
  }

  /// A run has one of each: several make runs of their own.
  private func refuseSeveral() throws(InputError) {
    if let node = root["seed"], case .scalar(let text) = node.content, text.contains("..") {
      throw node.mismatch(needs: "one value", remedy: "Write seeds: \(text).")
    }
    for key in ["start", "steps", "seed", "learning-rate", "schedule", "optimizer", "batch-size", "sampling"] {
      guard let node = root[key], let values = Self.several(node, key) else { continue }
      let shown = values.prefix(2).map { "{\(key): \($0)}" }.joined(separator: ", ")
      let range = key == "seed" ? ", or seeds: 1..3" : ""
      throw node.mismatch(
        needs: key == "start" ? "one point" : "one value",
        remedy: "Make each a run of its own: runs: [\(shown)\(values.count > 2 ? ", …" : "")]\(range).")
    }
  }

  /// What stands in a list, or in `0.1, 0.2` where a number is meant; nil where one value stands.
  private static func several(_ node: YAMLNode, _ key: String) -> [String]? {
    switch node.content {
    case .list(let items) where !items.isEmpty:
      if key != "start" { return items.map { (try? $0.string()) ?? "…" } }
      let points = items.compactMap { try? $0.numberPair() }
      return points.count == items.count ? points.map { "[\(Numeral.exact($0.0)), \(Numeral.exact($0.1))]" } : nil
    case .scalar(let text) where ["steps", "seed", "learning-rate", "batch-size"].contains(key):
      let parts = text.split(separator: ",")
      return parts.count > 1 && parts.allSatisfy { Double($0.drop { $0 == " " }) != nil }
        ? parts.map { String($0.drop { $0 == " " }) } : nil
    default: return nil
    }
  }

  func optimizer(_ node: YAMLNode) throws(InputError) -> Specification {
    let specification = try specification(node)
    try check(node) { () throws(InputError) in _ = try Optimizer(specification) }
    return specification
  }

  /// A schedule of runs that are told `all`. Whether there are epochs, and how long they are, shows when a run is made.
  func schedule(_ node: YAMLNode, _ all: RunSettings) throws(InputError) -> Specification {
    let specification = try specification(node)
    try check(node) { () throws(InputError) in
      _ = try Schedule(
        specification, learningRate: all.learningRate ?? 0.1, steps: all.steps?.count(stepsPerEpoch: 1) ?? 1000,
        stepsPerEpoch: 1)
    }
    return specification
  }

  /// A number of updates, or a text such as `20 epochs`.
  private func span(_ node: YAMLNode) throws(InputError) -> Span {
    guard let text = try? node.string(), text.contains(where: \.isLetter), (try? node.number()) == nil else {
      return .updates(try node.integer(in: RunSettings.possibleSteps))
    }
    return try node.reading { text throws(InputError) in try Span(steps: text) }
  }

  private func seeds() throws(InputError) -> ClosedRange<UInt64>? {
    guard let node = root["seeds"] else { return nil }
    guard root["seed"] == nil else {
      throw node.error("'seed' and 'seeds' exclude each other", remedy: "Leave one of them out.")
    }
    return try node.reading { text throws(InputError) in try RunSettings.seeds(parsing: text) }
  }

  private func noise() throws(InputError) -> Noise? {
    guard let node = root["noise"] else { return nil }
    let (x, y): (Double, Double)
    if case .list = node.content {
      (x, y) = try node.numberPair()
    } else {
      x = try node.number()
      y = x
    }
    guard x >= 0, y >= 0 else { throw node.error("noise is a standard deviation and cannot be negative") }
    return Noise(x: x, y: y)
  }

  /// `constant`, `step:factor=0.5,every=20`, or `{step: {factor: 0.5, every: 20}}`.
  private func specification(_ node: YAMLNode) throws(InputError) -> Specification {
    guard case .mapping(let entries) = node.content else {
      return try node.reading { text throws(InputError) in try Specification(parsing: text) }
    }
    guard entries.count == 1, let entry = entries.first else {
      throw node.error("\(node.label) needs one name, got \(entries.count)", remedy: "Write {step: {every: 20}}.")
    }
    var specification = Specification(entry.key)
    guard !entry.value.isEmpty else { return specification }
    for key in try entry.value.mapping().entries {
      specification.arguments.append(.init(key.key, try value(key.value)))
    }
    return specification
  }

  private func value(_ node: YAMLNode) throws(InputError) -> Specification.Value {
    if case .list(let items) = node.content { return try list(items) }
    if let flag = try? node.bool() { return .flag(flag) }
    if let number = try? node.number() { return .number(number) }
    let text = try node.string()
    let value = Specification.Value(parsing: text)
    return if case .epochs = value { value } else { .word(text) }
  }

  /// Numbers, or epochs; both in one list are read as a text that no key takes.
  private func list(_ items: [YAMLNode]) throws(InputError) -> Specification.Value {
    var texts: [String] = []
    var numbers: [Double] = []
    for item in items {
      if let text = try? item.string(), Span(inEpochs: text) != nil {
        texts.append(text)
      } else {
        numbers.append(try item.number())
        texts.append(Numeral.exact(numbers[numbers.count - 1]))
      }
    }
    return numbers.count == items.count ? .numbers(numbers) : .init(parsing: texts.joined(separator: "/"))
  }

  /// Moves the errors of a body to the value that they speak of.
  private func check(_ node: YAMLNode, _ body: () throws(InputError) -> Void) throws(InputError) {
    do { try body() } catch { throw node.located(error) }
  }
}

extension YAMLNode {
  /// What `read` makes of a scalar's text; its errors are moved to their place in the file.
  func reading<Value>(_ read: (String) throws(InputError) -> Value) throws(InputError) -> Value {
    let text = try string()
    do { return try read(text) } catch { throw located(error) }
  }

  /// One of the words that a type has.
  func word<Word: RawRepresentable & CaseIterable>(among: Word.Type) throws(InputError) -> Word
  where Word.RawValue == String {
    let text = try string()
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw error(
      "\(label) cannot be '\(text)'", remedy: Spelling.remedy(for: text, among: words, called: "words it may be"))
  }
}
