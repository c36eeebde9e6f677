import Testing

@testable import Figures

@Suite struct QuantileTests {
  private static let orders: [[Double]] = [
    [5], [2, 1], [1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1], [3, 3, 3, 3], [1, 0, 1, 0, 1, 1, 0],
    [.infinity, -1, -.infinity, 0, 2], (0..<1000).map { (index: Int) in Double(index * 7919 % 1013 % 97) },
  ]

  /// In every order that trips selections: sorted, reversed, all the same, few values, infinite ends.
  @Test(arguments: orders)
  func everyPlaceIsThatOfTheSorted(numbers: [Double]) {
    let sorted = numbers.sorted()
    for place in numbers.indices { #expect(numbers.ascending(place) == sorted[place]) }
    #expect(numbers.quantile(0) == sorted.first)
    #expect(numbers.quantile(1) == sorted.last)
  }

  @Test func nothingHasNoQuantile() { #expect([Double]().quantile(0.5) == nil) }

  @Test func quantileIsTheNearestPlace() {
    let numbers = (0...100).map { Double(100 - $0) }
    #expect(numbers.quantile(0.994) == 99)
    #expect(numbers.quantile(0.25) == 25)
  }
}
