import Testing

@testable import Raster

@Suite struct StandInsTests {
  /// Counts that are and are not multiples of the eight that are looked at together.
  @Test(arguments: [1, 7, 8, 9, 100])
  func nearestOfThoseOfferedStandsForEach(count: Int) {
    let colors = (0..<count).map { OKLab(0xFF00_0000 | UInt32($0) &* 0x9E_3779 & 0xFF_FFFF) }
    let offered = [0x112233, 0x88CC44, 0xFF0000, 0xDDDDEE].map { OKLab($0) }
    var standIns = StandIns(for: colors)
    // Two together, then one by one.
    standIns.offer(Array(offered.prefix(2)), from: 0)
    for place in 2..<offered.count { standIns.offer([offered[place]], from: place) }
    for (i, color) in colors.enumerated() {
      let distances = offered.map { $0.squaredDistance(to: color) }
      #expect(standIns.error(i) == distances.min())
      #expect(standIns.numbers[i] == UInt8(distances.firstIndex(of: distances.min()!)!))
    }
    #expect(standIns.errors.count == count)
  }

  /// One by one, with weights and without: those that are not looked at would not have been served.
  @Test func nearestOfManyStandsForEach() {
    let colors = (0..<700).map { OKLab(UInt32($0) &* 0x3B_9AC9 & 0xFF_FFFF) }
    var standIns = StandIns(for: colors)
    var offered: [OKLab] = []
    for place in 0..<60 {
      if place == 30 { standIns.weigh(by: (0..<700).map { 1 + $0 % 5 }) }
      let next = place % 2 == 0 ? OKLab(UInt32(place) &* 0x51_2F3D & 0xFF_FFFF) : colors[standIns.worst!]
      offered.append(next)
      standIns.offer([next], from: place)
      let errors = colors.map { color in offered.map { $0.squaredDistance(to: color) }.min()! }
      #expect(standIns.errors == errors)
      #expect(standIns.farthest == errors.max())
    }
  }

  /// Against a plain search; each colour stands in every lane, and ties between lanes and between blocks.
  @Test func worstIsThatOfAPlainSearch() {
    let colors = (0..<91).map { OKLab(UInt32($0 % 13) &* 0x13_1D17) }
    let counts = (0..<91).map { 1 + $0 % 7 }
    for offered in [0x000000, 0xFFFFFF, 0x3A5745] {
      var standIns = StandIns(for: colors)
      standIns.offer([OKLab(UInt32(offered))], from: 0)
      #expect(standIns.worst == standIns.errors.firstIndex(of: standIns.errors.max()!))
      standIns.weigh(by: counts)
      let weighed = zip(standIns.errors, counts).map { $0 * Float($1) }
      #expect(standIns.worst == weighed.firstIndex(of: weighed.max()!))
      standIns.offer([OKLab(0x777777)], from: 1)
      let after = zip(standIns.errors, counts).map { $0 * Float($1) }
      #expect(standIns.worst == after.firstIndex(of: after.max()!))
    }
  }

  @Test func worstIsTheFirstWithTheLargestWeightedError() {
    let colors = [0x000000, 0xFFFFFF, 0x000000, 0x808080].map { OKLab($0) }
    var standIns = StandIns(for: colors)
    standIns.offer([colors[1]], from: 0)
    #expect(standIns.worst == 0)
    standIns.weigh(by: [1, 1000, 1, 1000])
    #expect(standIns.worst == 3)
    standIns.offer([colors[3]], from: 1)
    #expect(standIns.worst == 0)
    standIns.offer([colors[0]], from: 2)
    #expect(standIns.worst == nil)
  }
}
