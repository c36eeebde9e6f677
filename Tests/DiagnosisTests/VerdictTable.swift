import Diagnosis

/// For each verdict runs all over the catalog that must get it, and near misses with what they get instead.
struct VerdictTable: Sendable {
  var kind: Verdict.Kind
  var must: [CatalogRun]
  var misses: [(run: CatalogRun, gets: Verdict.Kind)]

  static let all = [
    diverged, atSaddle, converged, plateau, noiseFloor, edgeOfStability, oscillates, diverging, frozen, crawling,
    converging, descending,
  ]
}

// MARK: Runs that have come to an end

extension VerdictTable {
  private static let diverged = VerdictTable(
    kind: .diverged,
    must: [
      // Just above 2/λ: 0.2, 0.08, 1/9, 2, 1.524.
      .init("ravine", 2.5, 1.5, 0.205, 400), .init("rotated-ravine", -2.5, 1, 0.081, 1000),
      .init("booth", -8, 6, 0.112, 3000), .init("matyas", 8, -6, 2.05, 2000),
      .init("linear-regression", -0.5, 2, 1.6, 1000),
      // Above 4/λ₀ of the catapult; where λ at the start is too large; without a lower bound.
      .init("product", 3, 0.05, 0.45, 200), .init("two-layer", 2, 0.1, 0.9, 100),
      .init("goldstein-price", -1.5, 1, 1e-5, 100), .init("rosenbrock", -2, 2, 0.01, 100),
      .init("saddle", 1.5, 0.001, 0.1, 300), .init("monkey-saddle", -1, 0.1, 0.1, 300),
      // At batch size 1 the limit of the mean square is 0.672.
      .init("linear-regression", -0.5, 2, 1, 1000, batchSize: 1),
    ],
    misses: [
      (.init("ravine", 2.5, 1.5, 0.2, 400), .oscillates), (.init("matyas", 8, -6, 1.9, 2000), .converged),
      (.init("product", 3, 0.05, 0.4432, 3000), .converged), (.init("cliff", 2.5, 1, 0.5, 100), .converging),
      (.init("two-layer", 2, 0.1, 0.8, 200), .converged),
      (.init("tilted-double-well", 1.5, 1.5, 0.25, 300), .oscillates),
    ])

  private static let atSaddle = VerdictTable(
    kind: .atSaddle,
    must: [
      // On the line that leads in no step leads away; from the very point none leads anywhere.
      .init("bounded-saddle", 1.5, 0, 0.1, 250), .init("saddle", 1.5, 0, 0.1, 250), .init("two-layer", 1, -1, 0.3, 400),
      .init("six-hump-camel", 0, 0, 0.05, 50), .init("sharp-flat", -0.9290605397204634, 0, 0.01, 20),
    ],
    misses: [
      (.init("bounded-saddle", 1.5, 1e-6, 0.1, 250), .converged),
      (.init("bounded-saddle", 1.5, 0, 0.1, 100), .descending), (.init("monkey-saddle", 1, 0, 0.1, 1000), .descending),
      (.init("plateau", 7, 1, 0.1, 100), .plateau), (.init("two-layer", 1, -0.999, 0.3, 400), .converged),
      (.init("bounded-monkey", 0, 0, 0.1, 10), .plateau),
    ])

  private static let converged = VerdictTable(
    kind: .converged,
    must: [
      .init("bowl", 2, 1.5, 1.9, 300), .init("rosenbrock-10", -1.2, 1, 0.01, 6000),
      .init("himmelblau", 0, 0, 0.01, 200), .init("styblinski-tang", 0, 0, 0.05, 200),
      .init("griewank", 5, 5, 1.9, 600), .init("eos-quartic", 2.5, 0.15, 0.1, 3000),
      .init("easom", 2.2, 2.2, 0.1, 200), .init("three-hump-camel", 2, -1.5, 0.25, 200),
      .init("branin", 2.5, 12, 0.05, 500), .init("linear-regression", -0.5, 2, 0.2, 1000),
      .init("product", 3, 0, 0.1, 10),
    ],
    misses: [
      // A rate a little above 2/λ: 0.00504, 0.0578, 0.1213.
      (.init("rastrigin", 1.9, -1.6, 0.0051, 2000), .oscillates),
      (.init("styblinski-tang", 0, 0, 0.058, 1000), .oscillates),
      (.init("six-hump-camel", 0.01, 0.01, 0.13, 1000), .oscillates),
      // No gradient at the minimum; too early; not at the bottom.
      (.init("kink", 1.33, 1, 0.1, 200), .oscillates), (.init("ackley", 0.45, -0.35, 0.02, 400), .oscillates),
      (.init("bowl", 2, 1.5, 0.1, 100), .converging), (.init("plateau", 7, 1, 0.1, 100), .plateau),
    ])

  private static let plateau = VerdictTable(
    kind: .plateau,
    must: [
      .init("plateau", 7, 1, 0.1, 100), .init("plateau", -6, 5, 0.1, 50), .init("easom", 0, 0, 0.1, 60),
      .init("product", 0, 0, 0.1, 10), .init("monkey-saddle", 0, 0, 0.1, 10), .init("eos-quartic", 0, 0, 0.1, 10),
    ],
    misses: [
      (.init("plateau", 4, 0.5, 0.1, 100), .crawling), (.init("plateau", 4, 0.5, 1, 400), .converged),
      (.init("product", 3, 0, 0.1, 10), .converged), (.init("easom", 1, 1, 0.1, 60), .crawling),
      (.init("monkey-saddle", 0.01, 0, 0.1, 10), .descending), (.init("saddle", 0, 0, 0.1, 10), .atSaddle),
    ])
}

// MARK: Runs that go on and stay where they are

extension VerdictTable {
  private static let noiseFloor = VerdictTable(
    kind: .noiseFloor,
    must: [
      .init("bowl", 2, 1.5, 0.1, 2000, noise: 0.5), .init("ravine", 2.5, 1.5, 0.1, 2000, noise: 0.5),
      .init("river-valley", -1.5, 1.2, 0.06, 6000, noise: 3), .init("himmelblau", 0, 0, 0.005, 2000, noise: 2),
      .init("bounded-saddle", 1.5, 0, 0.1, 1000, noise: 0.1),
      .init("linear-regression", -0.5, 2, 0.2, 1000, batchSize: 1),
      .init("logistic-regression", -2, 2, 1, 1000, batchSize: 1),
    ],
    misses: [
      // Still falling, too short to tell, too large a rate, no noise, no floor.
      (.init("bowl", 2, 1.5, 0.01, 200, noise: 0.5), .converging),
      (.init("bowl", 2, 1.5, 0.1, 30, noise: 0.5), .converging),
      (.init("bowl", 2, 1.5, 2.1, 2000, noise: 0.5), .diverged),
      (.init("linear-regression", -0.5, 2, 0.2, 1000), .converged),
      (.init("saddle", 1.5, 0, 0.1, 60, noise: 0.1), .descending),
    ])

  private static let edgeOfStability = VerdictTable(
    kind: .edgeOfStability,
    must: [
      .init("rosenbrock", -1.2, 1, 0.0022, 20_000), .init("rosenbrock", -1.2, 1, 0.0025, 10_000),
      .init("rosenbrock", -1.2, 1, 0.004, 3000), .init("rosenbrock", -1.2, 1, 0.005, 3000),
      .init("rosenbrock-10", -1.2, 1, 0.021, 3000), .init("rosenbrock-10", -1.2, 1, 0.025, 3000),
      .init("rosenbrock-10", -1.2, 1, 0.03, 3000),
    ],
    misses: [
      // About a minimum; below the limit; a valley that is flat enough further on.
      (.init("rosenbrock", -1.2, 1, 0.002, 60_000), .oscillates), (.init("himmelblau", 0, 0, 0.026, 500), .oscillates),
      (.init("bounded-saddle", 1.5, 0.5, 1.1, 200), .oscillates),
      (.init("rosenbrock", -1.2, 1, 0.0015, 3000), .converging),
      (.init("eos-quartic", 2.5, 0.15, 0.1, 3000), .converged),
    ])

  private static let oscillates = VerdictTable(
    kind: .oscillates,
    must: [
      .init("bowl", 2, 1.5, 2, 200), .init("himmelblau", 0, 0, 0.026, 500),
      .init("bounded-saddle", 1.5, 0.5, 1.1, 200), .init("bounded-monkey", 0.9, 0.02, 0.31, 300),
      .init("kink", 1.33, 1, 0.1, 200), .init("egg-crate", 2.2, 1.2, 0.039, 2000),
      .init("three-hump-camel", 2, -1.5, 0.17, 1000), .init("branin", 2.5, 12, 0.1, 1000),
      .init("sharp-flat", -1.55, 0.05, 0.103, 300), .init("griewank", 5, 5, 2.1, 600),
    ],
    misses: [
      (.init("bowl", 2, 1.5, 1.9, 300), .converged), (.init("three-hump-camel", 2, -1.5, 0.25, 200), .converged),
      (.init("sharp-flat", -1.55, 0.05, 0.12, 300), .converged),
      (.init("kink", 1.33, 1, 0.1, 200, schedule: "inverse-time:rate=0.1"), .converging),
      (.init("six-hump-camel", 0.01, 0.01, 0.12, 1000), .converged), (.init("mccormick", 0, 0, 0.51, 300), .diverged),
    ])
}

// MARK: Runs that are on their way

extension VerdictTable {
  private static let diverging = VerdictTable(
    kind: .diverging,
    must: [
      .init("ravine", 2.5, 1.5, 0.205, 40), .init("bowl", 2, 1.5, 2.05, 60),
      .init("rotated-ravine", -2.5, 1, 0.081, 200), .init("matyas", 8, -6, 2.05, 60),
      .init("booth", -8, 6, 0.112, 300), .init("sharp-flat", -1.9, 0.6, 2.01, 300),
      .init("linear-regression", -0.5, 2, 1.6, 60),
      // It is on its way out when it is looked at; that it will be caught in a flatter place is not seen yet.
      .init("product", 3, 0.05, 0.2777, 6),
    ],
    misses: [
      (.init("ravine", 2.5, 1.5, 0.2, 40), .oscillates), (.init("ravine", 2.5, 1.5, 0.195, 40), .converging),
      (.init("ravine", 2.5, 1.5, 0.205, 400), .diverged), (.init("saddle", 1.5, 0.001, 0.1, 60), .descending),
      (.init("bowl", 2, 1.5, 2.05, 60, optimizer: "sgd:momentum=0.5"), .converged),
      (.init("product", 3, 0.05, 0.2777, 60), .converged),
    ])

  private static let frozen = VerdictTable(
    kind: .frozen,
    must: [
      .init("bowl", 2, 1.5, 0.1, 200, schedule: "exponential:factor=0.95"),
      .init("rosenbrock-10", -1.2, 1, 0.01, 300, schedule: "exponential:factor=0.95"),
      .init("himmelblau", 0, 0, 0.002, 200, schedule: "exponential:factor=0.9"),
      .init("ravine", 2.5, 1.5, 0.02, 100, schedule: "cosine:until=100"),
      .init("beale", 1, 1.5, 0.01, 300, schedule: "linear:until=100,final=0"),
      .init("booth", -8, 6, 0.02, 100, schedule: "polynomial:until=30"),
    ],
    misses: [
      // Sums that are not finite, or suffice; nowhere to go to; a rate that stays.
      (.init("bowl", 2, 1.5, 0.1, 200, schedule: "inverse-time:rate=0.01"), .converging),
      (.init("bowl", 2, 1.5, 0.1, 200, schedule: "exponential:factor=0.99"), .converging),
      (.init("bowl", 2, 1.5, 0.1, 400, schedule: "linear"), .converged),
      (.init("ravine", 2.5, 1.5, 0.02, 100, schedule: "warm-restarts:period=20"), .converging),
      (.init("saddle", 1.5, 0.001, 0.1, 60, schedule: "exponential:factor=0.9"), .descending),
      (.init("rosenbrock-10", -1.2, 1, 0.01, 300), .converging),
    ])

  private static let crawling = VerdictTable(
    kind: .crawling,
    must: [
      .init("bowl", 2, 1.5, 0.001, 100), .init("rosenbrock", -1.2, 1, 0.001, 100), .init("plateau", 4, 0.5, 0.1, 100),
      .init("bounded-saddle", 1.5, 1e-9, 0.1, 150), .init("matyas", 8, 7, 0.01, 100),
      .init("himmelblau", 0, 0, 0.001, 20), .init("easom", 1, 1, 0.1, 60),
    ],
    misses: [
      // 3.4539/(−ln(1 − η)) = 600 steps at η = 0.00574; fewer than ten tell no pace.
      (.init("bowl", 2, 1.5, 0.0059, 100), .converging), (.init("bowl", 2, 1.5, 0.001, 9), .converging),
      (.init("plateau", 4, 0.5, 1, 400), .converged), (.init("rosenbrock", -1.2, 1, 0.001, 4000), .converging),
      (.init("saddle", 1.5, 1e-9, 0.1, 50), .descending), (.init("matyas", 8, -6, 1.9, 60), .converging),
    ])

  private static let converging = VerdictTable(
    kind: .converging,
    must: [
      .init("ravine", 2.5, 1.5, 0.02, 40), .init("rosenbrock", -1.2, 1, 0.0015, 3000),
      .init("himmelblau", 0, 0, 0.003, 60), .init("river-valley", -1.5, 1.2, 0.05, 2000),
      .init("linear-regression", -0.5, 2, 0.2, 50), .init("tanh-unit", 1.5, -1.5, 0.1, 60),
      .init("rastrigin", 1.9, -1.6, 0.005, 400), .init("cliff", 2.5, 1, 0.5, 100),
    ],
    misses: [
      (.init("ravine", 2.5, 1.5, 0.02, 2000), .converged), (.init("bowl", 2, 1.5, 0.001, 100), .crawling),
      (.init("saddle", 1.5, 0.001, 0.1, 60), .descending), (.init("ravine", 2.5, 1.5, 0.205, 40), .diverging),
      (.init("bowl", 2, 1.5, 0.1, 200, schedule: "exponential:factor=0.95"), .frozen),
      (.init("bounded-saddle", 1.5, 0, 0.1, 100), .descending),
    ])

  private static let descending = VerdictTable(
    kind: .descending,
    must: [
      .init("saddle", 1.5, 0.001, 0.1, 60), .init("monkey-saddle", 1, 0, 0.1, 1000),
      .init("monkey-saddle", -1, 0.1, 0.01, 20), .init("bounded-saddle", 1.5, 0, 0.1, 100),
      .init("two-layer", 1, -1, 0.3, 20), .init("river-valley", -1.5, 1.2, 0.08, 3000),
    ],
    misses: [
      (.init("saddle", 1.5, 0.001, 0.1, 300), .diverged), (.init("bounded-saddle", 1.5, 1e-3, 0.1, 60), .converging),
      (.init("bounded-saddle", 1.5, 0, 0.1, 250), .atSaddle), (.init("monkey-saddle", 0, 0, 0.1, 10), .plateau),
      (.init("tanh-unit", 1.5, -1.4, 0.1, 60), .converging),
    ])
}
