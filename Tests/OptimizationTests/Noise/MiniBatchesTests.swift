import LossSurfaces
import Optimization
import Testing

@Suite struct MiniBatchesTests {
  private static func batches(_ size: Int, _ sampling: Sampling, of rows: Int) throws -> MiniBatches {
    try MiniBatches(
      size: size, sampling: sampling, of: Samples(columns: ["u"], rows: (0..<rows).map { [Double($0)] }))
  }

  /// Every epoch sees every row once, also where the last batch is smaller.
  @Test(arguments: [(1, 8), (3, 8), (4, 8), (7, 8), (8, 8), (1, 1), (5, 13)])
  func anEpochSeesEveryRowOnce(size: Int, rows: Int) throws {
    let batches = try Self.batches(size, .reshuffle, of: rows)
    for epoch in 0..<20 {
      let steps = epoch * batches.stepsPerEpoch..<(epoch + 1) * batches.stepsPerEpoch
      let drawn = steps.map { batches.rows(at: $0, seed: 5) }
      #expect(drawn.flatMap(\.self).sorted() == Array(0..<rows))
      #expect(drawn.dropLast().allSatisfy { $0.count == size })
    }
  }

  /// All 24 orders of four rows are equally likely: χ² with 23 degrees of freedom is above 49.7 once in a thousand.
  @Test func everyOrderIsEquallyLikely() throws {
    let batches = try Self.batches(4, .reshuffle, of: 4)
    let epochs = 4800
    var counts: [[Int]: Int] = [:]
    for epoch in 0..<epochs { counts[batches.rows(at: epoch, seed: 1), default: 0] += 1 }
    let expected = Double(epochs) / 24
    let χ2 = counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(counts.count == 24)
    #expect(χ2 < 49.7, "\(χ2)")
  }

  /// With replacement, the 16 pairs of four rows are equally likely: χ² with 15 degrees of freedom is above 37.7 once
  /// in a thousand.
  @Test func everyRowIsAnyRow() throws {
    let batches = try Self.batches(2, .replacement, of: 4)
    let steps = 4800
    var counts: [[Int]: Int] = [:]
    for step in 0..<steps { counts[batches.rows(at: step, seed: 1), default: 0] += 1 }
    let expected = Double(steps) / 16
    let χ2 = counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(counts.count == 16)
    #expect(χ2 < 37.7, "\(χ2)")
  }

  @Test func dependsOnSeedAndStepAlone() throws {
    for sampling in Sampling.allCases {
      let batches = try Self.batches(3, sampling, of: 50)
      func drawn(seed: UInt64, _ steps: [Int]) -> [[Int]] { steps.map { batches.rows(at: $0, seed: seed) } }
      #expect(drawn(seed: 1, Array(0..<100)) == drawn(seed: 1, Array((0..<100).reversed())).reversed())
      #expect(drawn(seed: 1, Array(0..<100)) != drawn(seed: 2, Array(0..<100)))
      #expect(drawn(seed: .max, [1 << 40]).allSatisfy { $0.allSatisfy { (0..<50).contains($0) } })
    }
  }

  @Test func settings() throws {
    #expect(try Self.batches(4, .reshuffle, of: 8).settings == "batch 4 of 8, reshuffled")
    #expect(try Self.batches(1, .replacement, of: 8).settings == "batch 1 of 8, with replacement")
  }

  @Test func whatIsLeftToChance() throws {
    #expect(try Self.batches(7, .reshuffle, of: 8).isStochastic)
    #expect(try !Self.batches(8, .reshuffle, of: 8).isStochastic)
    #expect(try Self.batches(8, .replacement, of: 8).isStochastic)
    #expect(try !Self.batches(1, .replacement, of: 1).isStochastic)
  }
}
