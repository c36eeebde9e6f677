import LossSurfaces
import Raster

/// The bands of a loss as outlines, for pages that are not made of pixels: for each level the region in which the loss
/// is not below it, each to be painted over those before it.
///
/// A region is bounded by the level's curves and, between their ends, by the rim of the frame. Along the rim the loss
/// crosses the level at each end of a curve and nowhere else: from one stretch of the rim that is known, all follow.
/// Curves that are closed change inside and outside by the even-odd rule.
struct BandOutlines {
  private let lines: [ContourLine]
  private let frame: Frame
  private let loss: LossFunction

  /// `lines` hold every curve of the levels that have any; where the loss is undefined there must be no part of the frame.
  init(lines: [ContourLine], frame: Frame, loss: LossFunction) {
    self.lines = lines
    self.frame = frame
    self.loss = loss
  }

  /// The regions, lowest level first, under a whole frame of the lowest band.
  func regions(levels: Levels, map: ColorMap) -> [Field.Region] {
    let colors = map.colors(count: levels.values.count + 1)
    let curves = Dictionary(grouping: lines, by: \.level)
    var regions = [Field.Region(outline: .rectangle(frame.rect), color: colors[0])]
    for (index, level) in levels.values.enumerated() {
      let outline = outline(of: curves[index] ?? [], level: level)
      if !outline.subpaths.isEmpty { regions.append(Field.Region(outline: outline, color: colors[index + 1])) }
    }
    return regions
  }

  private func outline(of curves: [ContourLine], level: Double) -> Path {
    guard !curves.isEmpty else {
      // A level that is crossed nowhere lies below all of the surface or above it.
      let isBelow = rim.corners.allSatisfy { self.loss(at: $0) >= level }
      return isBelow ? .rectangle(frame.rect) : Path()
    }
    var path = Path()
    var open: [[Position]] = []
    for curve in curves {
      // A curve that ends inside the frame, where f jumps or the search gave up, is closed straight.
      if !curve.isClosed, let first = curve.points.first, let last = curve.points.last, rim.has(first), rim.has(last) {
        open.append(curve.points)
      } else {
        path.subpaths.append(.init(curve.points, isClosed: true))
      }
    }
    path.subpaths += loops(of: open, level: level).map { .init($0, isClosed: true) }
    return path
  }

  private var rim: Rim { Rim(rect: frame.rect) }

  private func loss(at position: Position) -> Double { loss.value(at: frame.point(position)) }

  /// An end of an open curve, and where on the rim it lies.
  private struct End {
    var curve: Int
    var isStart: Bool
    var place: Double
  }

  /// Joins open curves by the stretches of the rim on which the loss is above the level.
  private func loops(of curves: [[Position]], level: Double) -> [[Position]] {
    let ends = ends(of: curves, level: level)
    guard !ends.isEmpty else { return loss(at: rim.corners[0]) >= level ? [rim.corners] : [] }
    var used = Set<Int>()
    var loops: [[Position]] = []
    for start in ends.indices where !used.contains(ends[start].curve) {
      var (loop, here) = ([Position](), start)
      // Along the curve, then along the rim to the next one, until the loop closes.
      repeat {
        let end = ends[here]
        used.insert(end.curve)
        loop += end.isStart ? curves[end.curve] : curves[end.curve].reversed()
        guard let far = ends.firstIndex(where: { $0.curve == end.curve && $0.isStart != end.isStart }) else { break }
        let next = far ^ 1
        loop +=
          far < next
          ? rim.corners(from: ends[far].place, to: ends[next].place)
          : rim.corners(from: ends[next].place, to: ends[far].place).reversed()
        here = next
      } while here != start
      loops.append(loop)
    }
    return loops
  }

  /// The ends in their order round the rim; above the level are the stretches from the first to the second, from the third to
  /// the fourth, and so on.
  private func ends(of curves: [[Position]], level: Double) -> [End] {
    let ends = curves.enumerated().flatMap { index, points in
      [
        End(curve: index, isStart: true, place: rim.place(of: points[0])),
        End(curve: index, isStart: false, place: rim.place(of: points[points.count - 1])),
      ]
    }.sorted { $0.place < $1.place }
    // The longest stretch tells the truth most surely.
    func length(_ index: Int) -> Double {
      (index + 1 < ends.count ? ends[index + 1].place : ends[0].place + rim.length) - ends[index].place
    }
    guard let longest = ends.indices.max(by: { length($0) < length($1) }) else { return [] }
    let isAbove = loss(at: rim.position(ends[longest].place + length(longest) / 2)) >= level
    let first = (isAbove ? longest : longest + 1) % ends.count
    return Array(ends[first...] + ends[..<first])
  }
}
