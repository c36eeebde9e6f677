/// A palette of at most 256 of a picture's colours, and for each colour the place of the one that stands for it.
///
/// The commonest colours come first, so that areas keep theirs exactly; then, each time, the colour that is worst served
/// until none is off by more than `aim`; then the colour whose pixels together are worst served (the sum of squares).
///
/// Where colours run into one another over whole areas, as on a shaded surface, a palette would show as bands unless its
/// colours stand so close that an eye cannot tell neighbours apart. There all but the commonest are moved to the middle of the
/// colours they stand for (Lloyd's iteration), and the palette will do only if pixels are off by `unseen` in the mean.
struct PaletteReduction {
  /// A distance in OKLab that can just be told apart between areas side by side.
  private static let aim: Float = 0.02
  /// The largest distance by which a pixel may change: on the single pixels of an edge it is not seen.
  static let tolerance: Float = 0.03
  /// The root of the mean square of the distances by which the pixels of a shaded picture may change, those of its page left
  /// out. Neighbours in the palette are about three times as far apart.
  static let unseen: Float = 0.0045
  /// Colours of this share of the pixels or more are kept, up to `keptCount` of them; of a shaded picture fewer.
  private static let keptShare = 1.0 / 2000
  private static let keptCount = 96
  private static let keptCountOfShaded = 16
  private static let rounds = 4

  private(set) var palette: [UInt32] = []
  private let colors: [OKLab]
  private var standIns: StandIns

  /// Nil if `limit` colours do not do.
  init?(_ census: ColorCensus, limit: Int = 256) {
    let count = census.colors.count
    colors = census.colors.map(OKLab.init)
    standIns = StandIns(for: colors)
    let isShaded = Self.isShaded(census)
    let total = census.counts.reduce(0, +)
    let common = (0..<count).filter { Double(census.counts[$0]) >= Double(total) * Self.keptShare }
      .sorted { (census.counts[$1], $0) < (census.counts[$0], $1) }
    add(Array(common.prefix(isShaded ? Self.keptCountOfShaded : Self.keptCount)), census)
    if palette.isEmpty { add([0], census) }
    let kept = palette.count
    while palette.count < limit, let worst = standIns.worst, standIns.error(worst) > Self.aim * Self.aim {
      add([worst], census)
    }
    standIns.weigh(by: census.counts)
    while palette.count < limit, let worst = standIns.worst { add([worst], census) }
    if isShaded {
      for _ in 0..<Self.rounds { settle(from: kept, census) }
      guard meanSquare(census) <= Self.unseen * Self.unseen else { return nil }
    }
    guard standIns.farthest <= Self.tolerance * Self.tolerance else { return nil }
  }

  /// For each colour the place of the one that stands for it.
  var places: [UInt8] { standIns.numbers }

  /// Whether colours run into one another over whole areas: 256 colours are not seven of eight pixels that are not of the
  /// page. Of a map they are nine of ten or more, of a shaded surface two of three.
  private static func isShaded(_ census: ColorCensus) -> Bool {
    let page = census.counts.max() ?? 0
    return 8 * (sum(ofLargest: 256, census.counts) - page) < 7 * (census.counts.reduce(0, +) - page)
  }

  /// The sum of so many of the largest numbers. Most are small: those are not sorted, but counted.
  static func sum(ofLargest count: Int, _ numbers: [Int]) -> Int {
    var large: [Int] = []
    var tally = [Int](repeating: 0, count: 1024)
    for number in numbers {
      if number < tally.count { tally[number] += 1 } else { large.append(number) }
    }
    let first = large.sorted(by: >).prefix(count)
    var (sum, left) = (first.reduce(0, +), count - first.count)
    for (number, times) in tally.enumerated().reversed() where left > 0 {
      sum += number * min(times, left)
      left -= min(times, left)
    }
    return sum
  }

  /// Takes colours into the palette, and lets each stand for those to which it is nearest.
  private mutating func add(_ new: [Int], _ census: ColorCensus) {
    standIns.offer(new.map { colors[$0] }, from: palette.count)
    palette += new.map { census.colors[$0] }
  }

  /// Moves each colour of the palette from a place on to the middle of those for which it stands, and shares them out anew.
  private mutating func settle(from first: Int, _ census: ColorCensus) {
    let places = places
    var sums = [SIMD4<Float>](repeating: .zero, count: palette.count)
    for (i, color) in colors.enumerated() {
      sums[Int(places[i])] += Float(census.counts[i]) * SIMD4(color.lightness, color.a, color.b, 1)
    }
    // The nearest to each middle of the colours that there are.
    var nearest = [(color: Int, error: Float)](repeating: (0, .infinity), count: palette.count)
    for (i, color) in colors.enumerated() {
      let place = Int(places[i])
      let sum = sums[place]
      let middle = OKLab(lightness: sum.x / sum.w, a: sum.y / sum.w, b: sum.z / sum.w)
      let error = color.squaredDistance(to: middle)
      if error < nearest[place].error { nearest[place] = (i, error) }
    }
    for place in first..<palette.count where nearest[place].error < .infinity {
      palette[place] = census.colors[nearest[place].color]
    }
    standIns = StandIns(for: colors)
    standIns.offer(palette.map(OKLab.init), from: 0)
  }

  /// The mean square of the distances by which pixels change that are not of the commonest colour.
  private func meanSquare(_ census: ColorCensus) -> Float {
    let page = census.counts.max() ?? 0
    let sum = zip(census.counts, standIns.errors).reduce(0) { $0 + Float($1.0) * $1.1 }
    return sum / Float(max(1, census.counts.reduce(0, +) - page))
  }
}
