/// A palette of at most 256 of a picture's colours, and for each colour the place of the one that stands for it.
///
/// The commonest colours come first, so that areas keep theirs exactly; then, each time, the colour that is worst served
/// until none is off by more than `aim`; then the colour whose pixels together are worst served (the sum of squares).
struct PaletteReduction {
  /// A distance in OKLab that can just be told apart between areas side by side.
  private static let aim: Float = 0.02
  /// The largest distance by which a pixel may change: on the single pixels of an edge it is not seen.
  static let tolerance: Float = 0.03
  /// Colours of this share of the pixels or more are kept, up to `keptCount` of them.
  private static let keptShare = 1.0 / 2000
  private static let keptCount = 96

  private(set) var palette: [UInt32] = []
  private(set) var places: [UInt8]
  private let colors: [OKLab]
  /// The square of each colour's distance from its stand-in.
  private var errors: [Float]

  /// Nil if `limit` colours do not do.
  init?(_ census: ColorCensus, limit: Int = 256) {
    guard !Self.isShaded(census) else { return nil }
    let count = census.colors.count
    colors = census.colors.map(OKLab.init)
    places = [UInt8](repeating: 0, count: count)
    errors = [Float](repeating: .infinity, count: count)
    let total = census.counts.reduce(0, +)
    let common = (0..<count).filter { Double(census.counts[$0]) >= Double(total) * Self.keptShare }
      .sorted { (census.counts[$1], $0) < (census.counts[$0], $1) }
    for i in common.prefix(Self.keptCount) { add(i, census) }
    if palette.isEmpty { add(0, census) }
    while palette.count < limit, let worst = worst({ _ in 1 }), errors[worst] > Self.aim * Self.aim {
      add(worst, census)
    }
    let weights = census.counts.map { Float($0) }
    while palette.count < limit, let worst = worst({ weights[$0] }), errors[worst] > 0 { add(worst, census) }
    guard errors.allSatisfy({ $0 <= Self.tolerance * Self.tolerance }) else { return nil }
  }

  /// Whether colours run into one another over whole areas, where a palette would show as bands: 256 colours are not seven of
  /// eight pixels that are not of the page. Of a map they are nine of ten or more, of a shaded surface two of three.
  private static func isShaded(_ census: ColorCensus) -> Bool {
    let counts = census.counts.sorted(by: >).dropFirst()
    return 8 * counts.prefix(255).reduce(0, +) < 7 * counts.reduce(0, +)
  }

  /// Takes a colour into the palette, and lets it stand for those to which it is nearest.
  private mutating func add(_ new: Int, _ census: ColorCensus) {
    let place = UInt8(palette.count)
    palette.append(census.colors[new])
    let color = colors[new]
    for i in colors.indices {
      let error = color.squaredDistance(to: colors[i])
      if error < errors[i] {
        errors[i] = error
        places[i] = place
      }
    }
  }

  /// The first colour with the largest weighted error.
  private func worst(_ weight: (Int) -> Float) -> Int? {
    var (found, largest): (Int?, Float) = (nil, 0)
    for i in errors.indices {
      let error = errors[i] * weight(i)
      if error > largest { (found, largest) = (i, error) }
    }
    return found
  }
}
