import Optimization
import Testing

@Suite struct WarmupStableDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("warmup-stable-decay:steps=50,decay=10", 0, 1.0),
    ("warmup-stable-decay:steps=50,decay=10", 39, 1.0),
    ("warmup-stable-decay:steps=50,decay=10", 40, 1.0),
    ("warmup-stable-decay:steps=50,decay=10", 41, 0.9),
    ("warmup-stable-decay:steps=50,decay=10", 49, 0.1),
    ("warmup-stable-decay:steps=50,decay=10", 50, 0.0),
    ("warmup-stable-decay:steps=50,decay=10", 51, 0.0),
    ("warmup-stable-decay:steps=50,decay=10", 100_000_000, 0.0),
    ("warmup-stable-decay:steps=50,decay=10,shape=cosine", 45, 0.5),
    ("warmup-stable-decay:steps=50,decay=10,shape=sqrt", 41, 0.683772233983162),
    ("warmup-stable-decay:steps=50,decay=10,final=0.5", 45, 0.75),
    ("warmup-stable-decay:steps=50,decay=50", 25, 0.5),
    ("warmup-stable-decay:steps=50,decay=10,warmup=4", 2, 0.5),
    ("warmup-stable-decay:steps=50,decay=10,warmup=4", 45, 0.9),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
