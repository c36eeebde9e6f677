public import LossSurfaces
import Raster

/// The level curves of a loss in a frame, exact and whole.
///
/// Marching squares on cells of 4 px, with three differences from the textbook's. A side is searched for further
/// crossings wherever the slopes at its ends allow them, and a cell is quartered wherever the gradients at its corners
/// allow a closed curve inside, or its sides are crossed more than twice; so narrow valleys hold together and saddles
/// are decided by f itself. Each vertex is the root of f − level on its side, by Newton's steps within a bracket. Where
/// a chord leaves the curve by more than 0.007 px by the tangents at its ends, a point between is put onto the curve;
/// where points can be spared they are.
///
/// Edge cases: places where f is nan have no lines, and lines end within 0.13 px of them. A curve on which f jumps is
/// the place of the jump. Curves smaller than 0.03 px are left out. On a surface that is noise at the scale of a pixel
/// the search ends when it has taken 60,000 samples and four times as many as the grid, and small pieces may be missing; where
/// more than 200,000 sides of cells are crossed, only every second level is traced, or every fourth …
public struct ContourLines: Sendable {
  private static let leastBudget = 60_000
  private static let budgetOfEachNode = 4
  private static let mostCrossings = 200_000
  /// How many workers there is work for: every second level is traced by itself, whatever the number of cores, so that the
  /// lines do not depend on it.
  private static let shares = 2

  /// Ascending by level; within a level in an order that depends on the arguments alone.
  public let lines: [ContourLine]
  /// The same thinned out, as they are drawn, in the same order.
  let pieces: [ContourPiece]
  /// Whether some levels are left out, because lines crowd.
  let isThinned: Bool
  /// Whether f is nan at some node of the grid.
  public let isUndefinedInPart: Bool

  public init(loss: LossFunction, frame: Frame, levels: Levels) {
    guard frame.rect.width > 0, frame.rect.height > 0 else {
      (lines, pieces, isUndefinedInPart, isThinned) = ([], [], false, false)
      return
    }
    let grid = ContourGrid(loss: loss, frame: frame, levels: levels)
    let thinning = Self.thinning(grid.crossings)
    isThinned = thinning > 1
    let step = Self.shares * thinning
    let firsts = stride(from: thinning - 1, to: step, by: thinning).map { $0 }
    let budget = (Self.leastBudget + Self.budgetOfEachNode * grid.count) / Self.shares
    let shares = Workers.all.map(firsts) { first in
      let kept = stride(from: first, to: levels.values.count, by: step).map { $0 }
      let cells = ContourCells(
        grid, levelsFrom: first, by: step,
        ContourCrossings(ContourSampler(loss, frame), kept.map { levels.values[$0] }, budget: budget))
      var chains = ContourChains(cells.crossings, joins: cells.joins)
      chains.smooth()
      return chains.lines().map { line in
        let line = ContourLine(
          level: kept[line.level], points: line.points, slopes: line.slopes, isClosed: line.isClosed)
        return (line: line, pieces: ContourPieces.pieces(of: line, levels: levels.values))
      }
    }
    let traced = shares.flatMap { $0 }.sorted { $0.line.level < $1.line.level }
    lines = traced.map(\.line)
    pieces = traced.flatMap(\.pieces)
    isUndefinedInPart = grid.isUndefinedInPart
  }

  /// Of how many levels one is traced, so that not too many sides are crossed: those that last when lines crowd.
  private static func thinning(_ crossings: Int) -> Int {
    var thinning = 1
    while crossings / thinning > mostCrossings { thinning *= 2 }
    return thinning
  }
}
