import LossSurfaces

/// Any of the optimizers, to be told apart once before a loop.
enum AnyUpdateRule: Sendable {
  case sgd(SGD)
  case adagrad(Adagrad)
  case rmsprop(RMSprop)
  case adadelta(Adadelta)
  case adam(Adam)
  case nadam(NAdam)
  case lion(Lion)

  /// All optimizers, in the order of the documentation.
  static let table: [Line] = [
    line(sgd), line(adagrad), line(rmsprop), line(adadelta), line(adam), line(nadam), line(lion),
  ].flatMap(\.self)

  /// A line of the table: a name with its keys, and how they make a rule and its title.
  struct Line: Sendable {
    let entry: SpecificationEntry
    let make: @Sendable (ResolvedKeys) throws(InputError) -> (rule: AnyUpdateRule, title: String)
  }

  private static func line<Rule: UpdateRule>(_ wrap: @escaping @Sendable (Rule) -> AnyUpdateRule) -> [Line] {
    Rule.entries.map { entry in
      Line(entry: entry) { keys throws(InputError) in
        let rule = try Rule(keys)
        return (wrap(rule), rule.title)
      }
    }
  }
}
