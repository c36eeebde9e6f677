import Diagnosis
import LossSurfaces
import Testing

@testable import Documents

/// How claims are read.
@Suite struct ExpectationTests {
  private static let claims: [(String, Documents.Expectation.Subject, Documents.Expectation.Claim)] = [
    ("1: converged", .number(1), .verdict(.converged, isNegated: false)),
    ("12:at-saddle", .number(12), .verdict(.atSaddle, isNegated: false)),
    ("all: not diverged", .all, .verdict(.diverged, isNegated: true)),
    ("small rate: zigzag", .label("small rate"), .event(.zigzag, isNegated: false)),
    ("  2 :  not   escaped-saddle ", .number(2), .event(.escapedSaddle, isNegated: true)),
    ("η = 0.1: returned", .label("η = 0.1"), .event(.returned, isNegated: false)),
    // A label may hold colons itself.
    ("a: b: restart", .label("a: b"), .event(.restart, isNegated: false)),
  ]

  @Test(arguments: claims)
  func readsClaims(_ text: String, _ subject: Documents.Expectation.Subject, _ claim: Documents.Expectation.Claim)
    throws
  {
    let expectation = try Documents.Expectation(parsing: text)
    #expect(expectation.subject == subject)
    #expect(expectation.claim == claim)
    #expect(expectation.description == text)
  }

  @Test(arguments: Verdict.Kind.allCases)
  func readsEveryVerdict(_ kind: Verdict.Kind) throws {
    #expect(try Documents.Expectation(parsing: "1: \(kind.rawValue)").claim == .verdict(kind, isNegated: false))
  }

  @Test(arguments: Event.Kind.allCases)
  func readsEveryEvent(_ kind: Event.Kind) throws {
    #expect(try Documents.Expectation(parsing: "1: not \(kind.rawValue)").claim == .event(kind, isNegated: true))
  }

  @Test(arguments: Quantity.names, Documents.Expectation.Comparison.allCases)
  func readsEveryQuantity(_ name: String, _ comparison: Documents.Expectation.Comparison) throws {
    let argument = name == "steps-to" ? 1e-3 : nil
    let left = argument == nil ? name : "steps-to 1e-3"
    let claim = try Documents.Expectation(parsing: "1: \(left) \(comparison.rawValue) 20").claim
    #expect(claim == .quantity(name, argument: argument, comparison, 20, tolerance: 1))
    // Spaces are not needed.
    #expect(try Documents.Expectation(parsing: "1:\(left)\(comparison.rawValue)20").claim == claim)
  }

  @Test func readsMeans() throws {
    let mean = try Documents.Expectation(parsing: "2: mean final-loss < 0.1")
    #expect(mean.isOfMean)
    #expect(mean.claim == (try Documents.Expectation(parsing: "2: final-loss < 0.1").claim))
    #expect(mean.description == "2: mean final-loss < 0.1")
    #expect(try !Documents.Expectation(parsing: "mean: final-loss < 0.1").isOfMean)
  }

  /// `=` holds to within one in the last digit written.
  @Test(arguments: [
    ("2", 1), ("2.0", 0.1), ("2.05", 0.01), ("-1.000", 0.001), ("1.5e-3", 1e-4), ("1E3", 1000), ("2e+1", 10),
    (".25", 0.01),
  ])
  func tolerance(_ number: String, _ tolerance: Double) throws {
    let claim = try Documents.Expectation(parsing: "1: final-x = \(number)").claim
    #expect(claim == .quantity("final-x", argument: nil, .equal, Double(number)!, tolerance: tolerance))
  }

  @Test(arguments: [
    ("converged", "'converged' is not RUN: CLAIM\nWrite for instance '1: converged' or 'all: final-loss < 1e-3'."),
    (": converged", "': converged' names no run\nWrite a run's number or label before the colon, or all."),
    ("1: convergd", "'convergd' is no verdict, event or comparison\nDid you mean 'converged'?"),
    ("1: not zigzga", "'zigzga' is no verdict, event or comparison\nDid you mean 'zigzag'?"),
    ("1: final-loss", "'final-loss' is compared with nothing\nWrite for instance 'final-loss < 1e-3'."),
    ("1: final-lose < 3", "'final-lose' is no quantity\nDid you mean 'final-loss'?"),
    ("1: < 3", "nothing is compared with '3'\nWrite for instance 'final-loss < 1e-3'."),
    ("1: final-loss < small", "'small' is not a number\nCompare with a number, as in 'final-loss < 1e-3'."),
    ("1: final-loss < nan", "'nan' is not a number\nCompare with a number, as in 'final-loss < 1e-3'."),
    ("1: final-loss < 1e999", "'1e999' is not a number\nCompare with a number, as in 'final-loss < 1e-3'."),
    ("1: final-loss <", "'' is not a number\nCompare with a number, as in 'final-loss < 1e-3'."),
    ("1: steps-to < 3", "'steps-to' does not fit\nOnly steps-to takes a number: 'steps-to 1e-3 < 100'."),
    ("1: period 2 = 3", "'period 2' does not fit\nOnly steps-to takes a number: 'steps-to 1e-3 < 100'."),
    (
      "1: mean converged",
      "'mean converged' takes the mean of no number\nOnly quantities have means: 'mean final-loss < 0.1'."
    ),
    ("", "'' is not RUN: CLAIM\nWrite for instance '1: converged' or 'all: final-loss < 1e-3'."),
  ])
  func refuses(_ text: String, _ message: String) {
    let error = #expect(throws: InputError.self) { try Documents.Expectation(parsing: text) }
    #expect(error?.description == message)
  }
}
