import LossSurfaces

/// A line of the table of optimizers: what its keys are, how they make a rule, and what the settings line calls it.
struct OptimizerDefinition: Sendable {
  let entry: SpecificationEntry
  let title: String
  let make: @Sendable (ResolvedKeys) throws(InputError) -> AnyUpdateRule

  init(
    _ name: String, title: String, _ formula: String, keys: [SpecificationKey],
    make: @escaping @Sendable (ResolvedKeys) throws(InputError) -> AnyUpdateRule
  ) {
    entry = SpecificationEntry(name, formula, keys)
    self.title = title
    self.make = make
  }

  /// All optimizers, in the order of the documentation.
  static let table: [OptimizerDefinition] = [
    SGD.definition, Adagrad.definition, RMSprop.definition, Adadelta.definition, Adam.definition,
    Adam.definitionWithDecoupledDecay, NAdam.definition, Lion.definition,
  ]

  /// The title, the numbers that are not as they stand when left out, and the flags that are set: `Adam with beta1 0.8,
  /// amsgrad`, `SGD with Nesterov momentum 0.9`, `RMSprop, centered`.
  func settings(_ keys: ResolvedKeys) -> String {
    var numbers: [String] = []
    var flags: [String] = []
    for key in entry.keys {
      guard case .value(let standard) = key.fallback, let value = keys.values[key.name], value != standard else {
        continue
      }
      var name = key.name.split(separator: "-").joined(separator: " ")
      if name == "momentum", keys.flag("nesterov") { name = "Nesterov momentum" }
      if case .number(let number) = value {
        numbers.append("\(name) \(Numeral.short(number, digits: 4))")
      } else if name != "nesterov" {
        flags.append(name)
      }
    }
    let described = numbers.isEmpty ? title : "\(title) with \(numbers.joined(separator: ", "))"
    return ([described] + flags).joined(separator: ", ")
  }
}

extension SpecificationKey {
  static func eps(_ standard: Double) -> SpecificationKey {
    SpecificationKey("eps", .number(.positive), .value(.number(standard)), "what keeps the denominator from 0")
  }

  static func weightDecay(_ standard: Double = 0) -> SpecificationKey {
    SpecificationKey(
      "weight-decay", .number(.nonnegative), .value(.number(standard)), "the share of the weights in the gradient")
  }

  /// The weight of what is remembered in an exponential average.
  static func average(_ name: String, _ standard: Double, of what: String) -> SpecificationKey {
    SpecificationKey(name, .number(.fraction), .value(.number(standard)), "how much of the average of \(what) is kept")
  }
}
