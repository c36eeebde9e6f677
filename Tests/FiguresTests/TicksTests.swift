import Testing

@testable import Figures

@Suite struct TicksTests {
  @Test(arguments: [
    (-2.0...2.0, 4, ["−2", "−1", "0", "1", "2"]),
    (0.0...40.0, 4, ["0", "10", "20", "30", "40"]),
    (0.0...0.25, 3, ["0", "0.1", "0.2"]),
    (-0.15...0.15, 6, ["−0.15", "−0.1", "−0.05", "0", "0.05", "0.1", "0.15"]),
    (1e6...3e6, 2, ["10⁶", "2×10⁶", "3×10⁶"]),
    (7.0...7.0, 5, ["7"]),
  ]) func linear(_ range: ClosedRange<Double>, _ count: Int, _ labels: [String]) {
    #expect(Ticks.linear(range, count: count).ticks.map(\.label) == labels)
  }

  @Test(arguments: [
    (1e-3...1e3, 10, ["0.001", "0.01", "0.1", "1", "10", "100", "1000"]),
    (1e-9...1e3, 4, ["10⁻⁹", "10⁻⁵", "10⁻¹", "10³"]),
    (2.0...7.0, 5, ["2", "5"]),
    (0.9...12.0, 5, ["1", "10"]),
    // Neither a power of ten nor its double nor its fivefold is here.
    (0.21...0.45, 5, ["0.25", "0.3", "0.35", "0.4", "0.45"]),
  ]) func logarithmic(_ range: ClosedRange<Double>, _ count: Int, _ labels: [String]) {
    let ticks = Ticks.logarithmic(range, count: count)
    #expect(ticks.ticks.allSatisfy { range.contains($0.value) })
    #expect(ticks.ticks.map(\.label).suffix(labels.count) == labels[...])
  }

  @Test func neighboursThatAreTheSameNumberHaveNoTicks() {
    #expect(Ticks.linear(1e17...(1e17.nextUp), count: 5).ticks.isEmpty)
  }

  @Test(arguments: [0.0003, 0.02, 1, 17, 4e5]) func aboutAsManyAsAskedFor(_ extent: Double) {
    for count in 2...9 {
      let number = Ticks.linear(0...extent, count: count).ticks.count
      // A step of 1, 2 or 5 leaves at most a factor of 2.5 between what is asked for and what there is.
      #expect(number <= count + 1 && Double(number) >= Double(count) / 2.5)
    }
  }
}
