import Raster

/// Crossings linked into lines, smoothed and thinned.
struct ContourChains {
  /// What a chord may leave its curve by before a point is put between, in CSS pixels.
  private static let sagitta = 0.007
  /// What points that are left out may be off the line, in CSS pixels.
  private static let thinning = 0.012
  private static let maximumRounds = 7
  /// Points are put between others until there are this many times as many.
  private static let growth = 4
  /// Closed lines that extend no further are specks that rounding leaves about an extremum.
  private static let speck = 0.03

  private struct Chain {
    var level: Int32
    var first: Int32
    var isClosed: Bool
  }

  private var roots: ContourRoots
  private var chains: [Chain] = []
  /// The point that follows; −1 at the end; the first one again in a closed chain.
  private var next: [Int32]

  init(_ crossings: ContourCrossings, joins: [(Int32, Int32)]) {
    roots = ContourRoots(crossings)
    next = [Int32](repeating: -1, count: joins.count)
    link(crossings, joins)
  }

  // MARK: Linking

  private mutating func link(_ crossings: ContourCrossings, _ joins: [(Int32, Int32)]) {
    var isTaken = [Bool](repeating: false, count: joins.count)
    for isClosed in [false, true] {
      for start in joins.indices where !isTaken[start] && joins[start].0 >= 0 {
        if !isClosed, joins[start].1 >= 0 { continue }
        chains.append(Chain(level: crossings.all[start].level, first: Int32(start), isClosed: isClosed))
        var (previous, current) = (Int32(-1), Int32(start))
        while true {
          isTaken[Int(current)] = true
          let (a, b) = joins[Int(current)]
          let following = a == previous && !(a == b && previous < 0) ? b : a
          guard following >= 0, !isTaken[Int(following)] else { break }
          next[Int(current)] = following
          (previous, current) = (current, following)
        }
        if isClosed { next[Int(current)] = Int32(start) }
      }
    }
  }

  // MARK: Smoothing

  /// Puts points between neighbours until every chord keeps to its curve.
  mutating func smooth() {
    var work: [(from: Int32, level: Int32)] = []
    for chain in chains {
      var current = chain.first
      while next[Int(current)] >= 0 {
        work.append((current, chain.level))
        current = next[Int(current)]
        if current == chain.first { break }
      }
    }
    let most = Self.growth * next.count + 10_000
    for _ in 0..<Self.maximumRounds where !work.isEmpty && next.count < most {
      var spans: [(from: Int32, level: Int32)] = []
      var gaps: [ContourGap] = []
      for span in work {
        guard let gap = gap(Int(span.from), Int(next[Int(span.from)]), span.level) else { continue }
        spans.append(span)
        gaps.append(gap)
      }
      let first = Int32(next.count)
      let arrived = roots.fill(gaps)
      work.removeAll(keepingCapacity: true)
      for (lane, span) in spans.enumerated() {
        let added = first + Int32(lane)
        next.append(-1)
        guard arrived[lane] else { continue }
        next[Int(added)] = next[Int(span.from)]
        next[Int(span.from)] = added
        work.append(span)
        work.append((added, span.level))
      }
    }
  }

  /// What lies between two neighbours by the tangents there; nil when the chord is good enough.
  private func gap(_ a: Int, _ b: Int, _ level: Int32) -> ContourGap? {
    let (dx, dy) = (roots.x[b] - roots.x[a], roots.y[b] - roots.y[a])
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 2 * Self.sagitta else { return nil }
    // The tangent of the angle between the chord and the curve: gradient along the chord over gradient across it.
    let (alongA, acrossA) = (roots.gx[a] * dx + roots.gy[a] * dy, roots.gy[a] * dx - roots.gx[a] * dy)
    let (alongB, acrossB) = (roots.gx[b] * dx + roots.gy[b] * dy, roots.gy[b] * dx - roots.gx[b] * dy)
    let (tangentA, tangentB) = (-alongA / acrossA, alongB / acrossB)
    // Gradients that look to opposite sides of the chord belong to a curve that turns back.
    let turns = acrossA * acrossB < 0
    guard turns || (abs(tangentA) + abs(tangentB)) * length / 8 > Self.sagitta else { return nil }
    let limit = length / 2
    let rise = (tangentA + tangentB) * length / 8
    return ContourGap(
      level: level, middle: ((roots.x[a] + roots.x[b]) / 2, (roots.y[a] + roots.y[b]) / 2),
      normal: (-dy / length, dx / length), rise: max(-limit, min(limit, rise.isNaN ? 0 : rise)),
      reach: turns ? 4 * length : limit)
  }

  // MARK: Lines

  /// The lines, ascending by level.
  func lines() -> [ContourLine] {
    let made = chains.compactMap { chain -> ContourLine? in
      var indices: [Int32] = [chain.first]
      var current = next[Int(chain.first)]
      while current >= 0, current != chain.first {
        indices.append(current)
        current = next[Int(current)]
      }
      if chain.isClosed { indices.append(chain.first) }
      guard indices.count > 1 else { return nil }
      return line(chain, indices)
    }
    return made.sorted { $0.level < $1.level }
  }

  private func line(_ chain: Chain, _ indices: [Int32]) -> ContourLine? {
    var kept = thinned(indices)
    var (low, high) = (Position(.infinity, .infinity), Position(-.infinity, -.infinity))
    for index in indices {
      let (x, y) = (roots.x[Int(index)], roots.y[Int(index)])
      low = Position(min(low.x, x), min(low.y, y))
      high = Position(max(high.x, x), max(high.y, y))
    }
    if chain.isClosed {
      if max(high.x - low.x, high.y - low.y) < Self.speck { return nil }
      kept.removeLast()
    }
    return ContourLine(
      level: Int(chain.level), points: kept.map { Position(roots.x[Int($0)], roots.y[Int($0)]) },
      slopes: kept.map { index in
        let (gx, gy) = (roots.gx[Int(index)], roots.gy[Int(index)])
        return (gx * gx + gy * gy).squareRoot()
      }, isClosed: chain.isClosed)
  }

  /// Leaves out points as long as those left out stay near the line: from each kept point the directions that pass
  /// all later ones are narrowed until the next point lies outside (Reumann and Witkam's strip, with an exact cone).
  private func thinned(_ indices: [Int32]) -> [Int32] {
    guard indices.count > 2 else { return indices }
    var kept = [indices[0]]
    var anchor = 0
    while anchor < indices.count - 1 {
      let (x0, y0) = (roots.x[Int(indices[anchor])], roots.y[Int(indices[anchor])])
      // The cone about the first direction, as slopes in the frame of that direction.
      var (ux, uy) = (0.0, 0.0)
      var (low, high) = (-Double.infinity, Double.infinity)
      var last = anchor + 1
      var best = last
      var farthest = 0.0
      while last < indices.count {
        let (dx, dy) = (roots.x[Int(indices[last])] - x0, roots.y[Int(indices[last])] - y0)
        let distance = (dx * dx + dy * dy).squareRoot()
        if ux == 0, uy == 0 {
          guard distance > Self.thinning else {
            best = last
            last += 1
            continue
          }
          (ux, uy) = (dx / distance, dy / distance)
        }
        let (along, across) = (dx * ux + dy * uy, dy * ux - dx * uy)
        guard along > farthest else { break }
        let slope = across / along
        guard slope >= low, slope <= high else { break }
        (low, high) = (max(low, (across - Self.thinning) / along), min(high, (across + Self.thinning) / along))
        (best, farthest) = (last, along)
        last += 1
      }
      kept.append(indices[best])
      anchor = best
    }
    return kept
  }
}
