import LossSurfaces
import Raster

/// Samples of a loss at the nodes of a regular grid that spans a rectangle of the page, and where levels may run between them.
///
/// Its memory is written while it is made, by several workers, and only read after that.
final class ContourGrid: @unchecked Sendable {
  /// What is to be expected on a side of a cell.
  enum Outlook: UInt8 {
    case nothing
    /// The levels between its ends, each once.
    case plain
    /// That a level comes and goes unseen from the ends.
    case hidden
  }

  /// The side of a cell in CSS pixels, at most.
  static let cellSide = 4.0
  private static let rowsOfAJob = 8

  /// Cells, not nodes.
  let columns: Int
  let rows: Int
  let x: [Double]
  let y: [Double]
  let levels: Levels
  /// Of nodes.
  let count: Int
  /// Row by row from the top, `columns + 1` nodes each.
  let f: UnsafeMutablePointer<Double>
  let gx: UnsafeMutablePointer<Double>
  let gy: UnsafeMutablePointer<Double>
  /// How many levels are not above f; −1 where f is nan.
  let band: UnsafeMutablePointer<Int32>
  /// `columns` of them above each row of cells and below the last.
  let horizontalSides: UnsafeMutablePointer<Outlook>
  /// The `columns + 1` upright sides of each row of cells.
  let verticalSides: UnsafeMutablePointer<Outlook>
  /// Whether a level may run inside a cell without crossing its sides; row by row.
  let mayHide: UnsafeMutablePointer<Bool>

  init(loss: LossFunction, frame: Frame, levels: Levels) {
    let rect = frame.rect
    columns = max(1, Int((rect.width / Self.cellSide).rounded(.up)))
    rows = max(1, Int((rect.height / Self.cellSide).rounded(.up)))
    let (columns, rows) = (columns, rows)
    // The last node is the rim itself, not the sum that comes near it.
    x = (0...columns).map { $0 == columns ? rect.maxX : rect.x + rect.width * Double($0) / Double(columns) }
    y = (0...rows).map { $0 == rows ? rect.maxY : rect.y + rect.height * Double($0) / Double(rows) }
    self.levels = levels
    count = (columns + 1) * (rows + 1)
    f = .allocate(capacity: 3 * count)
    (gx, gy) = (f + count, f + 2 * count)
    band = .allocate(capacity: count)
    horizontalSides = .allocate(capacity: 2 * count)
    verticalSides = horizontalSides + count
    mayHide = .allocate(capacity: count)
    let jobs = rows / Self.rowsOfAJob + 1
    let sampler: @Sendable () -> ContourSampler = { ContourSampler(loss, frame) }
    Workers.all.run(jobs: jobs, tools: sampler) { sampler, job in
      for row in Self.rows(of: job) where row <= rows { sample(row, sampler) }
    }
    Workers.all.run(jobs: jobs) { job in
      for row in Self.rows(of: job) where row <= rows { look(along: row) }
    }
  }

  deinit {
    f.deallocate()
    band.deallocate()
    horizontalSides.deallocate()
    mayHide.deallocate()
  }

  private static func rows(of job: Int) -> Range<Int> { job * rowsOfAJob..<(job + 1) * rowsOfAJob }

  /// Samples a row of nodes.
  private func sample(_ row: Int, _ sampler: ContourSampler) {
    let first = node(0, row)
    let line = [Double](repeating: y[row], count: columns + 1)
    sampler.sample(x: x, y: line, count: columns + 1, f: f + first, gx: gx + first, gy: gy + first)
    var last = 0
    for node in first...first + columns {
      if !f[node].isNaN { last = levels.band(of: f[node], from: last) }
      band[node] = f[node].isNaN ? -1 : Int32(last)
    }
  }

  /// Finds out where levels may run on the sides from a row of nodes to the right and downwards, and in the cells between.
  private func look(along row: Int) {
    for column in 0..<columns {
      let node = node(column, row)
      horizontalSides[row * columns + column] = outlook(horizontal(column, row), node, node + 1)
    }
    guard row < rows else { return }
    for column in 0...columns {
      let node = node(column, row)
      verticalSides[node] = outlook(vertical(column, row), node, node + columns + 1)
    }
    for column in 0..<columns { mayHide[row * columns + column] = mayHide(column, row) }
  }

  @inline(__always)
  private func outlook(_ span: ContourSpan, _ first: Int, _ last: Int) -> Outlook {
    let (lower, upper) = (Int(min(band[first], band[last])), Int(max(band[first], band[last])))
    if lower < 0 { return upper < 0 ? .nothing : .hidden }
    if span.mayHide(levels.values, lower, upper, 0..<levels.values.count) { return .hidden }
    return lower == upper ? .nothing : .plain
  }

  @inline(__always)
  private func mayHide(_ column: Int, _ row: Int) -> Bool {
    let patch = patch(column, row)
    guard isDefined(column, row), patch.mayHoldCriticalPoint else { return false }
    let ((low, high), corner) = (patch.reach(), Int(band[node(column, row)]))
    return levels.band(of: low, from: corner) < levels.band(of: high, from: corner)
  }

  /// How often the sides of the cells are crossed by levels, as far as their ends show.
  var crossings: Int {
    var sum = 0
    for row in 0...rows {
      for node in node(0, row)...node(columns, row) {
        guard band[node] >= 0 else { continue }
        if node < self.node(columns, row), band[node + 1] >= 0 { sum += Int(abs(band[node] - band[node + 1])) }
        if row < rows, band[node + columns + 1] >= 0 { sum += Int(abs(band[node] - band[node + columns + 1])) }
      }
    }
    return sum
  }

  /// Whether f is nan at some node.
  var isUndefinedInPart: Bool {
    UnsafeMutableBufferPointer(start: band, count: count).contains(-1)
  }

  @inline(__always)
  func node(_ column: Int, _ row: Int) -> Int { row * (columns + 1) + column }

  @inline(__always)
  func sample(_ node: Int) -> ContourSample { ContourSample(f: f[node], gx: gx[node], gy: gy[node]) }

  /// Whether f is a number at all corners of a cell.
  @inline(__always)
  func isDefined(_ column: Int, _ row: Int) -> Bool {
    let (a, b) = (node(column, row), node(column, row + 1))
    return min(min(band[a], band[a + 1]), min(band[b], band[b + 1])) >= 0
  }

  /// The side from a node to the right.
  @inline(__always)
  func horizontal(_ column: Int, _ row: Int) -> ContourSpan {
    let node = node(column, row)
    return ContourSpan(horizontal: y[row], from: x[column], to: x[column + 1], sample(node), sample(node + 1))
  }

  /// The side from a node downwards.
  @inline(__always)
  func vertical(_ column: Int, _ row: Int) -> ContourSpan {
    ContourSpan(
      vertical: x[column], from: y[row], to: y[row + 1], sample(node(column, row)), sample(node(column, row + 1)))
  }

  /// A cell, with no crossings.
  func patch(_ column: Int, _ row: Int) -> ContourPatch {
    let (a, b) = (node(column, row), node(column, row + 1))
    return ContourPatch(
      x: (x[column], x[column + 1]), y: (y[row], y[row + 1]), topLeft: sample(a), topRight: sample(a + 1),
      bottomLeft: sample(b), bottomRight: sample(b + 1))
  }
}
