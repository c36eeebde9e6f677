import Diagnosis

/// The schema of a claim, `RUN: CLAIM`.
enum ExpectationSchema {
  static let claim = Schema.text(matching: pattern)
    .described("A claim about a run, RUN: CLAIM, as in '1: converged', 'small: not zigzag', 'all: final-loss < 1e-3'.")

  /// RUN is anything: a label may itself hold a colon.
  static let pattern: String = {
    let words = Verdict.Kind.allCases.map(\.rawValue) + Event.Kind.allCases.map(\.rawValue)
    let number = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?"
    let names = Quantity.names.map { $0 == "steps-to" ? "steps-to +\(number)" : $0 }
    let state = "(not +)?(\(words.joined(separator: "|")))"
    let quantity = "(mean +)?(\(names.joined(separator: "|"))) *(<=|>=|<|>|=) *\(number)"
    return "^.*[^ ].*: *(\(state)|\(quantity)) *$"
  }()
}
