import LossSurfaces

/// A line of the table of optimizers: what its keys are, how they make a rule, what the settings line says.
struct OptimizerDefinition: Sendable {
  let entry: SpecificationEntry
  let make: @Sendable (ResolvedKeys) throws(InputError) -> AnyUpdateRule
  let settings: @Sendable (ResolvedKeys) -> String

  init(
    _ name: String, _ formula: String, keys: [SpecificationKey],
    settings: @escaping @Sendable (ResolvedKeys) -> String,
    make: @escaping @Sendable (ResolvedKeys) throws(InputError) -> AnyUpdateRule
  ) {
    entry = SpecificationEntry(name, formula, keys)
    self.make = make
    self.settings = settings
  }

  /// All optimizers, in the order of the documentation.
  static let table: [OptimizerDefinition] = [SGD.definition]
}
