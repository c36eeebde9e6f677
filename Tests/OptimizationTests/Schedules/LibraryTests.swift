import LossSurfaces
import Optimization
import Testing

/// What `like` changes: values at the joins.
@Suite struct LibraryTests {
  @Test(arguments: [
    // The cut comes at t = m, in Keras one update later.
    ("multi-step:milestones=5/12,like=torch", [4: 1, 5: 0.1, 6: 0.1, 11: 0.1, 12: 0.01, 13: 0.01]),
    ("multi-step:milestones=5/12,like=optax", [4: 1, 5: 0.1, 6: 0.1, 11: 0.1, 12: 0.01, 13: 0.01]),
    ("multi-step:milestones=5/12,like=keras", [4: 1, 5: 1, 6: 0.1, 12: 0.1, 13: 0.01, 100: 0.01]),
    ("multi-step:milestones=2/2/5,like=keras", [2: 1, 3: 0.01, 5: 0.01, 6: 0.001]),
    // All agree on the step.
    ("step:every=10,like=torch", [9: 1, 10: 0.5, 11: 0.5, 20: 0.25]),
    ("step:every=10,like=keras", [9: 1, 10: 0.5, 11: 0.5, 20: 0.25]),
    ("step:every=10,like=optax", [9: 1, 10: 0.5, 11: 0.5, 20: 0.25]),
    // After T torch climbs again, with the period 2T; the others hold the floor.
    (
      "cosine:until=10,final=0.2,like=torch",
      [0: 1, 5: 0.6, 9: 0.21957739348193854, 10: 0.2, 11: 0.21957739348193854, 15: 0.6, 20: 1, 30: 0.2, 35: 0.6]
    ),
    ("cosine:until=10,final=0.2,like=keras", [5: 0.6, 10: 0.2, 11: 0.2, 15: 0.2, 20: 0.2]),
    ("cosine:until=10,final=0.2,like=optax", [5: 0.6, 10: 0.2, 11: 0.2, 15: 0.2, 20: 0.2]),
    ("cosine:until=1,like=torch", [0: 1, 1: 0, 2: 1, 3: 0, 100_000_000: 1]),
    // Torch peaks at w·T − 1 and ends at T − 1, optax one update later each.
    ("one-cycle:steps=10,like=torch", [0: 0.04, 1: 0.52, 2: 1, 9: 4e-6, 10: 4e-6]),
    (
      "one-cycle:steps=10,like=optax",
      [0: 0.04, 1: 0.28, 2: 0.76, 3: 1, 4: 0.9504846320134737, 10: 4e-6, 11: 4e-6]
    ),
    ("one-cycle:steps=10,warmup-fraction=0.29,like=optax", [0: 0.04, 1: 0.52, 2: 1, 6: 0.500002, 10: 4e-6]),
    ("one-cycle:steps=10,warmup-fraction=0.05,like=optax", [0: 1, 5: 0.500002, 10: 4e-6]),
  ])
  func joins(text: String, rates: [Int: Double]) throws {
    let schedule = try schedule(text)
    for (t, expected) in rates {
      let rate = schedule.rate(at: t)
      #expect(abs(rate - expected) <= 1e-14, "t = \(t): \(rate), not \(expected)")
    }
  }

  @Test func cutsOneLater() throws {
    let trajectory = try run(
      on: "1 + 0*x", from: Point(1, 1), schedule("multi-step:milestones=5/12,like=keras"), steps: 20
    ).trajectory()
    #expect(trajectory.cuts == [6, 13])
  }

  private static let flat = [Double](repeating: 1, count: 8)
  /// Worsens by half the margin θ = 1e-4 at a time.
  private static let worsening = [-1, -0.99995, -0.9999, -0.99985, -0.9998]

  /// Rates with ε₀ = 1 and factor ½, one more than losses.
  @Test(
    arguments: [
      // The checked sequences.
      ("patience=2,like=torch", flat, [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25]),
      ("patience=2,like=keras", flat, [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125]),
      ("patience=2,like=optax", flat, [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125]),
      // With a cooldown of 2 the next cut comes cooldown + patience + 1, cooldown − 1 + patience, cooldown + patience later.
      ("patience=1,cooldown=2,like=torch", flat, [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25]),
      ("patience=1,cooldown=2,like=keras", flat, [1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0.0625]),
      ("patience=1,cooldown=2,like=optax", flat, [1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125]),
      // A flat negative loss is a plateau to Keras alone; a slowly worsening one too, as its margin is a difference.
      ("patience=1,like=torch", [-1, -1, -1, -1, -1], [1, 1, 1, 1, 1, 1]),
      ("patience=1,like=optax", [-1, -1, -1, -1, -1], [1, 1, 1, 1, 1, 1]),
      ("patience=1,like=keras", [-1, -1, -1, -1, -1], [1, 1, 0.5, 0.25, 0.125, 0.0625]),
      ("patience=1,like=torch", worsening, [1, 1, 1, 1, 1, 1]),
      ("patience=1,like=optax", worsening, [1, 1, 1, 1, 1, 1]),
      ("patience=1,like=keras", worsening, [1, 1, 0.5, 0.25, 0.125, 0.0625]),
      // An absolute threshold has no sign.
      ("patience=1,like=torch,threshold-mode=absolute", [-1, -1, -1, -1], [1, 1, 1, 0.5, 0.5]),
      ("patience=1,like=optax,threshold-mode=absolute", [-1, -1, -1, -1], [1, 1, 0.5, 0.25, 0.125]),
      // Patience 0: each bad loss; Keras's is patience 1; optax cuts at each loss that is better.
      ("patience=0,like=torch", [1, 1, 1, 0.5], [1, 1, 0.5, 0.25, 0.25]),
      ("patience=0,like=keras", [1, 1, 1, 0.5], [1, 1, 0.5, 0.25, 0.25]),
      ("patience=0,like=optax", [1, 1, 1, 0.5], [1, 0.5, 0.5, 0.5, 0.25]),
      // nan is bad in all of them.
      ("patience=1,like=torch", [1, .nan, .nan, 1], [1, 1, 1, 0.5, 0.5]),
      ("patience=1,like=keras", [1, .nan, .nan, 1], [1, 1, 0.5, 0.25, 0.125]),
      ("patience=1,like=optax", [1, .nan, .nan, 1], [1, 1, 0.5, 0.25, 0.125]),
      // The floor.
      ("patience=1,minimum=0.3,like=torch", flat, [1, 1, 1, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3]),
      ("patience=1,minimum=0.3,like=keras", flat, [1, 1, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3]),
      ("patience=1,minimum=0.3,like=optax", flat, [1, 1, 0.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3]),
    ] as [(String, [Double], [Double])])
  func plateau(keys: String, losses: [Double], expected: [Double]) throws {
    let plateau = try schedule("plateau:factor=0.5," + keys)
    #expect(plateau.rates(steps: losses.count + 1, losses: losses) == expected)
  }

  /// Torch takes a change of 1e-8 or less for none.
  @Test func torchLeavesTinyRates() throws {
    for (library, last) in [("torch", 1e-8), ("keras", 1.25e-9), ("optax", 1.25e-9)] {
      let plateau = try schedule("plateau:factor=0.5,patience=1,like=\(library)", learningRate: 1e-8)
      #expect(plateau.rates(steps: 5, losses: [1, 1, 1, 1]).last == last)
    }
  }

  @Test(arguments: [
    ("cosine:until=10,like=torch", "cosine to 0 at 10, like torch"),
    ("multi-step:milestones=5,like=keras", "step ×0.1 at 5, like Keras"),
    ("plateau:like=optax", "plateau ×0.1, patience 10, like optax"),
    ("one-cycle:steps=50,like=optax", "one cycle of 50, 0.04 to ε₀ to 4×10⁻⁶, like optax"),
  ])
  func settings(text: String, settings: String) throws {
    #expect(try schedule(text).settings == settings)
  }

  /// The canonical text names the library and reads back.
  @Test func canonicalText() throws {
    let keras = try schedule("plateau:like=keras").specification
    #expect(
      keras.description
        == "plateau:factor=0.1,patience=10,threshold=0.0001,threshold-mode=absolute,cooldown=0,minimum=0,like=keras")
    #expect(try schedule(keras.description).specification == keras)
  }

  @Test(arguments: [
    (
      "one-cycle:like=keras",
      """
      1:16: 'like' takes torch or optax, not keras
          one-cycle:like=keras
                         ^
      It means the library that it counts like, where libraries disagree.
      """
    ),
    (
      "one-cycle:shape=linear,like=optax",
      """
      1:17: 'shape' cannot be linear like optax
          one-cycle:shape=linear,like=optax
                          ^
      Leave out 'like': optax's linear cycle has a third phase.
      """
    ),
    (
      "plateau:window=3,like=torch",
      """
      1:16: 'window' is in none of the libraries
          plateau:window=3,like=torch
                         ^
      Leave it out, or leave out 'like'.
      """
    ),
    (
      "plateau:like=keras,threshold-mode=relative",
      """
      1:35: 'threshold-mode' is never relative like keras
          plateau:like=keras,threshold-mode=relative
                                            ^
      Leave it out: Keras's threshold is a difference.
      """
    ),
    (
      "cosine:like=tensorflow",
      """
      1:13: 'like' takes torch, keras or optax, not tensorflow
          cosine:like=tensorflow
                      ^
      It means the library that it counts like, where libraries disagree.
      """
    ),
  ])
  func badInput(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try schedule(text) }
    #expect(error?.description == message)
  }
}
