import Optimization
import Testing

/// Every schedule against the values of torch, optax and closed forms.
@Suite struct ReferenceSchedulesTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var name: String
    var spec: [String: [String: JSONValue]]
    var learningRate: Double
    var steps: Int
    var learningRates: [Double]
    var losses: [Double]?

    var testDescription: String { name }

    var specification: Specification {
      let (name, keys) = spec.first!
      return Specification(name, keys.map { Specification.Argument($0, $1.value) })
    }
  }

  @Test(arguments: try fixture("schedules") as [Case])
  func equalsReference(_ reference: Case) throws {
    let schedule = try Schedule(
      reference.specification, learningRate: reference.learningRate, steps: reference.steps)
    let rates = schedule.rates(steps: reference.learningRates.count, losses: reference.losses ?? [])
    for (t, (rate, expected)) in zip(rates, reference.learningRates).enumerated() {
      #expect(abs(rate - expected) <= 1e-12 * expected, "t = \(t): \(rate), not \(expected)")
    }
  }

  /// The canonical text of a filled-in schedule says all of it.
  @Test(arguments: try fixture("schedules") as [Case])
  func readsBack(_ reference: Case) throws {
    let schedule = try Schedule(
      reference.specification, learningRate: reference.learningRate, steps: 60)
    let text = schedule.specification.description
    let again = try Schedule(
      Specification(parsing: text), learningRate: reference.learningRate, steps: 1)
    #expect(again.specification == schedule.specification)
    #expect(again.specification.description == text)
  }
}
