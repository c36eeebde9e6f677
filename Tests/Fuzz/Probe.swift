/// A reader, the inputs that it is tried with, and what must hold for each of them.
struct Probe: Sendable {
  let name: String
  /// How many inputs the tests give it.
  let few: Int
  /// What share of the inputs is taken, at least and at most: a probe that refuses everything looks at nothing.
  let accepted: ClosedRange<Double>
  private let makeInput: @Sendable (inout Mutator) -> [UInt8]
  private let check: @Sendable ([UInt8]) throws -> Void

  init(
    _ name: String, few: Int, accepted: ClosedRange<Double>, input: @escaping @Sendable (inout Mutator) -> [UInt8],
    check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    (self.name, self.few, self.accepted, makeInput, self.check) = (name, few, accepted, input, check)
  }

  /// A probe whose inputs are those of a corpus, damaged.
  init(
    _ name: String, few: Int, accepted: ClosedRange<Double>, corpus: [[UInt8]], tokens: [String],
    check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    precondition(!corpus.isEmpty, "\(name) has inputs to begin with")
    self.init(
      name, few: few, accepted: accepted,
      input: { $0.mutated($0.pick(corpus), with: $0.pick(corpus), tokens: tokens) }, check: check)
  }

  static let all = [formula, derivatives, surface, recipe, page, picture, log, specification, expectation]

  /// Input number `index` of the campaign with that seed.
  func input(seed: UInt64, index: Int) -> [UInt8] {
    var mutator = Mutator(seed: seed, index: index)
    return makeInput(&mutator)
  }

  /// Whether the reader takes an input; a refusal must say what is wrong.
  ///
  /// Throws a `Finding` for whatever must not be.
  func takes(_ input: [UInt8]) throws(Finding) -> Bool {
    do {
      try check(input)
      return true
    } catch let finding as Finding {
      throw finding
    } catch {
      try Refusal.check(error)
      return false
    }
  }
}
