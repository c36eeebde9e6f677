import Raster

/// Samples of a loss at the nodes of a regular grid that spans a rectangle of the page.
struct ContourGrid {
  /// The side of a cell in CSS pixels, at most.
  static let cellSide = 4.0

  /// Cells, not nodes.
  let columns: Int
  let rows: Int
  let x: [Double]
  let y: [Double]
  /// Row by row from the top, `columns + 1` nodes each.
  private(set) var f: [Double]
  private(set) var gx: [Double]
  private(set) var gy: [Double]
  /// How many levels are not above f; −1 where f is nan.
  private(set) var band: [Int32]

  init(_ sampler: ContourSampler, _ rect: Rect, _ levels: [Double]) {
    columns = max(1, Int((rect.width / Self.cellSide).rounded(.up)))
    rows = max(1, Int((rect.height / Self.cellSide).rounded(.up)))
    let (columns, rows) = (columns, rows)
    // The last node is the rim itself, not the sum that comes near it.
    x = (0...columns).map { $0 == columns ? rect.maxX : rect.x + rect.width * Double($0) / Double(columns) }
    y = (0...rows).map { $0 == rows ? rect.maxY : rect.y + rect.height * Double($0) / Double(rows) }
    let count = (columns + 1) * (rows + 1)
    f = [Double](repeating: 0, count: count)
    gx = f
    gy = f
    band = [Int32](repeating: -1, count: count)
    var line = [Double](repeating: 0, count: columns + 1)
    for row in 0...rows {
      for column in 0...columns { line[column] = y[row] }
      f.withUnsafeMutableBufferPointer { f in
        gx.withUnsafeMutableBufferPointer { gx in
          gy.withUnsafeMutableBufferPointer { gy in
            guard let f = f.baseAddress, let gx = gx.baseAddress, let gy = gy.baseAddress else { return }
            let first = row * (columns + 1)
            sampler.sample(x: x, y: line, count: columns + 1, f: f + first, gx: gx + first, gy: gy + first)
          }
        }
      }
    }
    let levels = Levels(levels)
    var last = 0
    for node in f.indices where !f[node].isNaN {
      last = levels.band(of: f[node], from: last)
      band[node] = Int32(last)
    }
  }

  /// The same grid with some of its levels: the one at `first` and each `step`-th from there.
  func with(levelsFrom first: Int, by step: Int) -> ContourGrid {
    var grid = self
    let offset = Int32(step - 1 - first)
    for node in band.indices { grid.band[node] = band[node] < 0 ? -1 : max(0, band[node] + offset) / Int32(step) }
    return grid
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
  var isUndefinedInPart: Bool { band.contains(-1) }

  func node(_ column: Int, _ row: Int) -> Int { row * (columns + 1) + column }
  func sample(_ node: Int) -> ContourSample { ContourSample(f: f[node], gx: gx[node], gy: gy[node]) }
}
