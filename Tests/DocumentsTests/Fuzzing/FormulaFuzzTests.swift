import LossSurfaces
import SurfaceCatalog
import Testing

@testable import Documents

/// Formulas that nobody would type, and the derivatives of formulas that somebody might.
@Suite struct FormulaFuzzTests {
  private static let corpus: [[UInt8]] =
    Catalog.names.compactMap { try? Catalog.surface(named: $0).loss.formula }.map { Array($0.utf8) } + [
      Array("if(x < y, x^2, -y)".utf8), Array("logsumexp(x, y, 1)/hypot(x, y)".utf8), Array("2^-3^x".utf8),
    ]

  private static let tokens = [
    "x", "y", "pi", "e", "1e308", "1e-400", ".5", "(", ")", ",", "^", "-", "+", "*", "/", "<", "exp(", "log(", "if(",
    "atan2(", "logsumexp(", "max(", " ", "\n", "²", "λ", "x^", "0", "99999999999999999999", "sinh(sinh(", "\u{0}",
  ]

  /// Each is refused with a place in it and words, or has a value, the same alone as in a block.
  @Test func anythingIsReadOrRefused() throws {
    var mutator = Mutator(seed: 1, tokens: Self.tokens)
    var read = 0
    let count = Mutator.count(4000)
    let parameters = "abckrs".map { Parameter(String($0), 2) } + [Parameter("tau", 0.2)]
    for _ in 0..<count {
      let bytes = mutator.mutated(mutator.pick(Self.corpus), with: mutator.pick(Self.corpus))
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(InputError) {
        let loss = try LossFunction(
          formula: text, parameters: parameters)
        let evaluator = Evaluator(loss)
        let point = Point(Double(mutator.below(9)) - 4, 0.5)
        let (one, two) = (evaluator.value(at: point), evaluator.secondOrder(at: point).value)
        #expect(one.bitPattern == two.bitPattern || one.isNaN && two.isNaN, "\(text.debugDescription)")
        read += 1
      } catch {
        #expect(!error.problem.isEmpty && !error.remedy.isEmpty, "\(text.debugDescription)")
        #expect(error.place.map { $0.line >= 1 } ?? true)
      }
    }
    #expect(read > count / 40 && read < count, "the inputs are of both kinds")
  }

  /// Ridders' method: central differences at shrinking steps, extrapolated to none. Numerical Recipes, 5.7.
  private func derivative(_ f: (Double) -> Double) -> (value: Double, error: Double) {
    var table: [[Double]] = []
    var best = (value: Double.nan, error: Double.infinity)
    var h = 0.25
    for row in 0..<12 {
      table.append([(f(h) - f(-h)) / (2 * h)])
      h /= 1.6
      var factor = 1.6 * 1.6
      for column in 0..<row {
        table[row].append((table[row][column] * factor - table[row - 1][column]) / (factor - 1))
        factor *= 1.6 * 1.6
        let new = table[row][column + 1]
        let error = max(abs(new - table[row][column]), abs(new - table[row - 1][column]))
        if error <= best.error { best = (new, error) }
      }
    }
    return best
  }

  /// Gradients are the differences of values and Hessians those of gradients, as closely as differences can tell.
  @Test func derivativesAreWhatDifferencesSay() throws {
    var mutator = Mutator(seed: 2, tokens: Self.tokens)
    var checked = 0
    for _ in 0..<min(Mutator.count(150), 100_000) {
      let text = mutator.smoothFormula(depth: 1 + mutator.below(4))
      let evaluator = Evaluator(try LossFunction(formula: text, parameters: [.init("a", 0.75)]))
      let point = Point(Double(mutator.below(400)) / 100 - 2, Double(mutator.below(400)) / 100 - 2)
      let exact = evaluator.secondOrder(at: point)
      func alongX(_ f: @escaping (Point) -> Double) -> (value: Double, error: Double) {
        derivative { f(Point(point.x + $0, point.y)) }
      }
      func alongY(_ f: @escaping (Point) -> Double) -> (value: Double, error: Double) {
        derivative { f(Point(point.x, point.y + $0)) }
      }
      let pairs: [(Double, (value: Double, error: Double))] = [
        (exact.gradient.x, alongX { evaluator.value(at: $0) }), (exact.gradient.y, alongY { evaluator.value(at: $0) }),
        (exact.hessian.xx, alongX { evaluator.firstOrder(at: $0).x }),
        (exact.hessian.xy, alongX { evaluator.firstOrder(at: $0).y }),
        (exact.hessian.yy, alongY { evaluator.firstOrder(at: $0).y }),
      ]
      for (number, differences) in pairs where differences.error < 1e-7 {
        checked += 1
        let miss = abs(number - differences.value)
        #expect(miss <= 1e-9 + 30 * differences.error + 1e-9 * abs(number), "\(text) at \(point)")
      }
    }
    #expect(checked > 500)
  }
}
