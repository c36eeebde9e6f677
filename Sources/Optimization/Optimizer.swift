public import LossSurfaces

/// A rule that turns gradients into steps: hyperparameters only, its state is another value.
public struct Optimizer: Sendable {
  /// What was asked for, with every key that was left out filled in.
  public let specification: Specification
  /// What the settings line says: `SGD`, `SGD with momentum 0.9`.
  public let settings: String

  let rule: AnyUpdateRule

  /// The names of all optimizers, in the order of the documentation.
  public static var names: [String] { reference.map(\.name) }

  /// All optimizers with their formulas, keys and defaults, for help.
  public static let reference: [SpecificationEntry] = AnyUpdateRule.table.map(\.entry)

  /// Throws when the name or a key is unknown, or a value is of the wrong kind or outside its range.
  public init(_ specification: Specification) throws(InputError) {
    let entry = try SpecificationEntry.find(specification, in: Self.reference, called: "optimizer")
    var keys = try ResolvedKeys(given: try entry.read(specification), of: specification)
    try entry.complete(&keys)
    let line = AnyUpdateRule.table.first { $0.entry.name == entry.name }!
    let title: String
    (rule, title) = try line.make(keys)
    settings = Self.settings(title, entry, keys)
    self.specification = entry.specification(of: keys)
  }

  /// Heavy-ball or Nesterov momentum β, or 0; nil when the optimizer is not sgd.
  public var momentum: Double? { sgd?.momentum }
  public var isNesterov: Bool { sgd?.isNesterov ?? false }
  /// The largest η·λ at which the weights stay bounded on the quadratic λ·w²/2: 2, 2(1+β), or 2(1+β)/(1+2β) with
  /// Nesterov's momentum; nil when the optimizer is not sgd.
  ///
  /// Edge cases: dampening δ divides 2(1+β) by 1−δ. Weight decay, which adds to λ, is not counted.
  public var stabilityLimit: Double? { sgd?.stabilityLimit }

  var sgd: SGD? {
    guard case .sgd(let rule) = rule else { return nil }
    return rule
  }

  /// The title, the numbers that are not as they stand when left out, and the flags that are set: `Adam with beta1 0.8,
  /// amsgrad`, `SGD with Nesterov momentum 0.9`, `RMSprop, centered`.
  private static func settings(_ title: String, _ entry: SpecificationEntry, _ keys: ResolvedKeys) -> String {
    var numbers: [String] = []
    var flags: [String] = []
    for key in entry.keys {
      guard case .value(let standard) = key.fallback, let value = keys.values[key.name], value != standard else {
        continue
      }
      var name = key.name.split(separator: "-").joined(separator: " ")
      if name == "momentum", keys.flag("nesterov") { name = "Nesterov momentum" }
      if case .number(let number) = value {
        numbers.append("\(name) \(NumberText.string(number, digits: 4))")
      } else if name != "nesterov" {
        flags.append(name)
      }
    }
    let described = numbers.isEmpty ? title : "\(title) with \(numbers.joined(separator: ", "))"
    return ([described] + flags).joined(separator: ", ")
  }
}
