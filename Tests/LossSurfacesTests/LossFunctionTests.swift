import Foundation
import Testing

@testable import LossSurfaces

@Suite struct LossFunctionTests {
  struct ReferenceCase: Decodable, CustomTestStringConvertible {
    struct Sample: Decodable {
      var x, y: Double
      var values: [Double]
    }
    var surface: String
    var formula: String
    var points: [Sample]
    var testDescription: String { surface }
  }

  static let references: [ReferenceCase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/derivatives.json")
    return try! JSONDecoder().decode([ReferenceCase].self, from: Data(contentsOf: file))
  }()

  @Test(arguments: references) func derivativesEqualTheReference(_ reference: ReferenceCase) throws {
    let loss = try LossFunction(formula: reference.formula)
    for sample in reference.points {
      let result = loss.secondOrder(at: Point(sample.x, sample.y)).all
      for (computed, expected) in zip(result, sample.values) {
        #expect(abs(computed - expected) <= 1e-12 * abs(expected), "\(result) at \(sample.x), \(sample.y)")
      }
    }
  }

  @Test(arguments: references) func printedFormulasParseToTheSameValues(_ reference: ReferenceCase) throws {
    let loss = try LossFunction(formula: reference.formula)
    let formulas = loss.derivativeFormulas
    for sample in reference.points {
      let point = Point(sample.x, sample.y)
      let printed = try [formulas.value, formulas.x, formulas.y, formulas.xx, formulas.xy, formulas.yy].map {
        try LossFunction(formula: $0).value(at: point)
      }
      for (a, b) in zip(printed, loss.secondOrder(at: point).all) {
        #expect(abs(a - b) <= 1e-11 * abs(b), "\(formulas)")
      }
    }
  }
}

extension SecondOrder {
  /// The value, the gradient and the Hessian in the order of the fixtures.
  var all: [Double] { [value, gradient.x, gradient.y, hessian.xx, hessian.xy, hessian.yy] }
}
