import LossSurfaces
import Optimization
import Testing

@testable import Diagnosis

/// Neighbourhoods of minima that plain descent does not leave.
@Suite struct TrapTests {
  private static let himmelblau = [(3, 2), (-2.805118, 3.131313), (-3.779310, -3.283186), (3.584428, -1.848127)]

  /// From wherever a trap holds a point, plain descent followed to its end comes to the trap's own minimum.
  @Test(arguments: [
    (TestSurface.himmelblau, himmelblau), (.sharpFlat, [(-1.5, 0), (1.5, 0)]), (.boundedSaddle, [(0, 1)]),
  ])
  func leadsToItsMinimum(_ surface: TestSurface, _ minima: [(Double, Double)]) throws {
    let evaluator = Evaluator(try surface.surface.loss)
    let view = try surface.surface.view
    let traps = try minima.map { x, y in
      let minimum = try #require(evaluator.criticalPoint(near: Point(x, y), within: 0.1))
      return try #require(Trap(about: minimum, on: evaluator, reach: view.diagonal))
    }
    var held = 0
    for i in 0..<24 {
      for j in 0..<24 {
        let point = Point(
          view.x.lowerBound + (Double(i) + 0.5) / 24 * view.width,
          view.y.lowerBound + (Double(j) + 0.5) / 24 * view.height)
        let holding = traps.filter { $0.holds(point, loss: evaluator.value(at: point)) }
        guard let trap = holding.first else { continue }
        held += 1
        #expect(holding.count == 1)
        let end = try #require(evaluator.minimum(downhillFrom: point))
        #expect(end.point.distance(to: trap.minimum.point) < 1e-6, "\(point)")
      }
    }
    #expect(held >= 4)
  }

  /// Nothing traps about a saddle, a kink or a valley, nor where there is no room.
  @Test func thereIsNone() throws {
    let bowl = Evaluator(try TestSurface.bowl.surface.loss)
    let center = Point(0, 0)
    #expect(Trap(about: CriticalPoint(at: center, kind: .valley), on: bowl, reach: 1) == nil)
    #expect(Trap(about: CriticalPoint(at: center, kind: .minimum), on: bowl, reach: 0) == nil)
    let saddle = Evaluator(try TestSurface.saddle.surface.loss)
    #expect(Trap(about: CriticalPoint(at: center, kind: .minimum), on: saddle, reach: 1) == nil)
    #expect(Trap(about: CriticalPoint(at: center, kind: .cusp), on: bowl, reach: 1) == nil)
    // A quartic is flat at its minimum, and yet convex about it.
    let quartic = Evaluator(try TestSurface.quartic.surface.loss)
    #expect(Trap(about: CriticalPoint(at: center, kind: .minimum), on: quartic, reach: 1) == nil)
  }
}
