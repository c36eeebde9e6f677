import Figures
import LossSurfaces
import Optimization

extension Recipe {
  /// The recipe as a user would write it: only what is said.
  public var yaml: String { YAMLText.mapping(entries(sayingAll: false)).text() }

  /// Every setting of the picture in a fixed order; with `sayingAll`, defaults too.
  func entries(sayingAll: Bool) -> [(String, YAMLText)] {
    var entries = sourceEntries + settings.entries
    if !runs.isEmpty { entries.append(("runs", .list(runs.map { .mapping($0.entries) }))) }
    if !losses.isEmpty { entries.append(("losses", lossText)) }
    func add(_ key: String, _ value: YAMLText, unless isDefault: Bool) {
      if sayingAll || !isDefault { entries.append((key, value)) }
    }
    add("figure", .string(kind.rawValue), unless: kind == .path)
    if !surfaces.isEmpty { entries.append(("compare", .mapping([("surface", .list(surfaces.compactMap(\.yaml)))]))) }
    entries += mapEntries(sayingAll: sayingAll)
    switch noiseEllipse {
    case .at(let point): entries.append(("noise-ellipse", .list([.number(point.x), .number(point.y)])))
    case .minimum: entries.append(("noise-ellipse", .string("minimum")))
    case nil: break
    }
    if !expectations.isEmpty { entries.append(("expect", .list(expectations.map { .string($0.description) }))) }
    if kind == .rangeTest, !range.entries.isEmpty { entries.append(("range", .mapping(range.entries))) }
    if kind == .map || kind == .basins { entries += outcomeEntries(sayingAll: sayingAll) }
    if let view, kind != .schedule {
      entries.append(("view", .mapping([("x", Self.range(view.x)), ("y", Self.range(view.y))])))
    }
    if let title { entries.append(("title", .string(title))) }
    if let palette { entries.append(("palette", .string(palette))) }
    add("theme", .string(theme.rawValue), unless: theme == .light)
    add("size", .list([.integer(width), .integer(height)]), unless: !isSized && (width, height) == Recipe.usualSize)
    add("scale", .number(scale), unless: scale == 2)
    if let footer { entries.append(("footer", .string(footer))) }
    // A still picture does not say that it is one: its recipe, and with it its hash, stays what it was.
    if isAnimated { entries.append(("animate", .flag(true))) }
    if !sayingAll {
      for (key, text) in [("alt", alt), ("caption", caption), ("width", displayWidth)] {
        if let text { entries.append((key, .string(text))) }
      }
    }
    return entries
  }

  /// How a surface and the runs on it are drawn.
  private func mapEntries(sayingAll: Bool) -> [(String, YAMLText)] {
    guard [.path, .curves, .relief, .grid].contains(kind) else { return [] }
    let entries: [(String, YAMLText?, isDefault: Bool)] = [
      ("panels", .list(panels.map { .string($0.rawValue) }), panels == kind.panels),
      ("levels", .integer(levels), levels == 20),
      ("labels", kind == .grid ? nil : .flag(hasLabels), hasLabels),
      ("arrows", .flag(hasArrows), hasArrows),
      ("azimuth", azimuth.map { .number($0) }, azimuth == nil),
      ("elevation", .number(elevation), elevation == ReliefFigure.standardElevation),
    ]
    return entries.compactMap { key, value, isDefault in
      guard let value, sayingAll || !isDefault, kind.complaint(of: key) == nil else { return nil }
      return (key, value)
    }
  }

  /// The axes of a map of outcomes, and how fine it is.
  private func outcomeEntries(sayingAll: Bool) -> [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if let x = map.x { entries.append(("x", x.yaml)) }
    if let y = map.y { entries.append(("y", y.yaml)) }
    let standard = MapSettings()
    if sayingAll || (map.columns, map.rows) != (standard.columns, standard.rows) {
      entries.append(("resolution", .string("\(map.columns)x\(map.rows)")))
    }
    if sayingAll || map.show != standard.show { entries.append(("show", .string(map.show))) }
    if sayingAll || !hasLabels { entries.append(("labels", .flag(hasLabels))) }
    return entries
  }

  /// A long log is one text: as a list it would pass the limit on the nodes of YAML.
  private var lossText: YAMLText {
    let texts = losses.map(Numeral.exact)
    let isList = losses.count <= 1000 && losses.allSatisfy(\.isFinite)
    return isList ? .list(losses.map { .number($0) }) : .string(texts.joined(separator: " "))
  }

  private var sourceEntries: [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if case .formula(let formula) = source {
      entries.append(("formula", .string(formula)))
    } else if let surface = source.yaml {
      entries.append(("surface", surface))
    }
    if !parameters.isEmpty {
      entries.append(("parameters", .mapping(parameters.map { ($0.name, .number($0.value)) })))
    }
    if !definitions.isEmpty {
      entries.append(("definitions", .mapping(definitions.map { ($0.name, .string($0.formula)) })))
    }
    return entries
  }

  static func range(_ range: ClosedRange<Double>) -> YAMLText {
    .list([.number(range.lowerBound), .number(range.upperBound)])
  }
}

extension Recipe.Source {
  /// A name, or a surface written out; nil for what is no value of `surface`.
  var yaml: YAMLText? {
    switch self {
    case .named(let name): .string(name)
    case .definition(let surface): .mapping(surface.entries)
    case .formula, .none: nil
    }
  }
}

extension RunSettings {
  var entries: [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = []
    if let label { entries.append(("label", .string(label))) }
    if let start { entries.append(("start", .list([.number(start.x), .number(start.y)]))) }
    if let steps { entries.append(("steps", steps.yaml)) }
    if let learningRate { entries.append(("learning-rate", .number(learningRate))) }
    if let schedule { entries.append(("schedule", schedule.yaml)) }
    if let optimizer { entries.append(("optimizer", optimizer.yaml)) }
    if let noise {
      entries.append(("noise", noise.x == noise.y ? .number(noise.x) : .list([.number(noise.x), .number(noise.y)])))
    }
    if let batchSize { entries.append(("batch-size", .integer(batchSize))) }
    if let sampling { entries.append(("sampling", .string(sampling.rawValue))) }
    if let seed { entries.append(("seed", .integer(Int(clamping: seed)))) }
    if let seeds { entries.append(("seeds", .string("\(seeds.lowerBound)..\(seeds.upperBound)"))) }
    return entries
  }
}

extension Span {
  /// `20`, or `3 epochs`.
  var yaml: YAMLText {
    switch self {
    case .updates(let count): .integer(count)
    case .epochs: .string(description)
    }
  }
}

extension Specification {
  /// `constant`, or `step: {factor: 0.5, every: 20}`.
  var yaml: YAMLText {
    guard !arguments.isEmpty else { return .string(name) }
    let keys = arguments.map { argument -> (String, YAMLText) in
      switch argument.value {
      case .number(let number): (argument.key, .number(number))
      case .numbers(let numbers): (argument.key, .list(numbers.map { .number($0) }))
      case .epochs(let epochs) where epochs.count == 1: (argument.key, .string(argument.value.description))
      case .epochs(let epochs): (argument.key, .list(epochs.map { Span.epochs($0).yaml }))
      case .flag(let flag): (argument.key, .flag(flag))
      case .word(let word): (argument.key, .string(word))
      }
    }
    return .mapping([(name, .mapping(keys))])
  }
}

extension Surface {
  /// The surface as a file says it, without the words that no picture shows.
  var entries: [(String, YAMLText)] {
    var entries: [(String, YAMLText)] = [
      ("name", .string(name)), ("title", .string(title)), ("formula", .string(loss.formula)),
    ]
    if !loss.parameters.isEmpty {
      entries.append(("parameters", .mapping(loss.parameters.map { ($0.name, .number($0.value)) })))
    }
    if !loss.definitions.isEmpty {
      entries.append(("definitions", .mapping(loss.definitions.map { ($0.name, .string($0.formula)) })))
    }
    if let samples = loss.samples {
      entries.append(
        (
          "samples",
          .mapping([
            ("columns", .list(samples.columns.map { .string($0) })),
            ("rows", .list(samples.rows.map { .list($0.map { .number($0) }) })),
          ])
        ))
    }
    entries.append(("axes", .mapping([("x", .string(axes.x)), ("y", .string(axes.y))])))
    entries.append(("view", .mapping([("x", Recipe.range(view.x)), ("y", Recipe.range(view.y))])))
    entries.append(("start", .list([.number(start.x), .number(start.y)])))
    entries.append(("learning-rate", .number(learningRate)))
    entries.append(("steps", .integer(steps)))
    if !criticalPoints.isEmpty {
      entries.append(
        (
          "critical-points",
          .list(
            criticalPoints.map { critical in
              let at = YAMLText.list([.number(critical.point.x), .number(critical.point.y)])
              let name = critical.name.map { [("name", YAMLText.string($0))] } ?? []
              return .mapping([("at", at), ("kind", .string(critical.kind.rawValue))] + name)
            })
        ))
    }
    return entries
  }
}
