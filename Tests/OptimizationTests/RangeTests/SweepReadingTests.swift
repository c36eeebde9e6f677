import Foundation
import Testing

@testable import Optimization

@Suite struct SweepReadingTests {
  /// Entries that fastai's `minimum`, `steep`, `valley` and `slide` choose on the curve
  /// a + cos(i²/b)/(1 + i/8) + ((i − c)/30)² of n entries, run over numpy.
  struct Case: Sendable {
    var n: Int
    var a: Double
    var b: Double
    var c: Double
    var minimum: Int
    var steepest: Int
    var valley: Int
    var slide: Int
  }

  @Test(arguments: [
    Case(n: 80, a: 2, b: 40, c: 60, minimum: 56, steepest: 17, valley: 51, slide: 63),
    Case(n: 40, a: 0, b: 15, c: 10, minimum: 7, steepest: 14, valley: 17, slide: 0),
    Case(n: 17, a: 1, b: 5, c: 30, minimum: 12, steepest: 8, valley: 8, slide: 0),
    Case(n: 16, a: -3, b: 9, c: 4, minimum: 5, steepest: 8, valley: 7, slide: 0),
    Case(n: 120, a: -1, b: 300, c: 119, minimum: 119, steepest: 0, valley: 62, slide: 0),
  ])
  func readsLikeFastai(_ one: Case) {
    let rates = (0..<one.n).map { pow(10, Double($0) / 20 - 4) }
    let losses = (0..<one.n).map { index in
      let i = Double(index)
      return one.a + cos(i * i / one.b) / (1 + i / 8) + pow((i - one.c) / 30, 2)
    }
    #expect(SweepReading.minimum.rate(in: rates, losses) == rates[one.minimum])
    #expect(SweepReading.minimumOverTen.rate(in: rates, losses) == rates[one.minimum] / 10)
    #expect(SweepReading.oneBelow.rate(in: rates, losses) == rates[one.minimum - 1])
    #expect(SweepReading.twoBelow.rate(in: rates, losses) == rates[one.minimum - 2])
    #expect(SweepReading.steepest.rate(in: rates, losses) == rates[one.steepest])
    #expect(SweepReading.valley.rate(in: rates, losses) == rates[one.valley])
    #expect(SweepReading.slide.rate(in: rates, losses) == rates[one.slide])
  }

  @Test func thereMayBeNothingToRead() {
    for reading in SweepReading.allCases { #expect(reading.rate(in: [], []) == nil) }
    #expect(SweepReading.allCases.map { $0.rate(in: [0.1], [1]) } == [0.1, 0.1 / 10, nil, nil, nil, 0.1, nil])
    // The lowest stands first: nothing lies below it. Fifteen entries are one too few to slide.
    let rising = (0..<15).map(Double.init)
    let rates = rising.map { 0.1 + $0 }
    #expect(SweepReading.allCases.map { $0.rate(in: rates, rising) } == [0.1, 0.1 / 10, nil, nil, 0.1, 0.1, nil])
  }

  /// On a flat curve all slopes agree, and of equals the first counts.
  @Test func flat() {
    let rates = (0..<20).map { 0.1 + Double($0) }
    let flat = [Double](repeating: 3, count: 20)
    #expect(SweepReading.minimum.rate(in: rates, flat) == 0.1)
    #expect(SweepReading.steepest.rate(in: rates, flat) == 0.1)
    #expect(SweepReading.valley.rate(in: rates, flat) == 0.1)
    #expect(SweepReading.slide.rate(in: rates, flat) == rates[4])
  }
}
