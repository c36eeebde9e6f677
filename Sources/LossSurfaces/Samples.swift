/// The rows of data over which a finite-sum loss is the mean.
public struct Samples: Hashable, Sendable {
  public let columns: [String]
  public let rows: [[Double]]
  /// The rows one after another.
  let cells: [Double]

  /// Throws when there are no rows, a row has the wrong number of cells, or a cell is not finite (row and column named).
  public init(columns: [String], rows: [[Double]]) throws(InputError) {
    guard !columns.isEmpty else {
      throw InputError("the samples have no columns", remedy: "Name them: columns: [u, v].")
    }
    guard !rows.isEmpty else {
      throw InputError("the samples have no rows", remedy: "Give at least one: rows: [[1, 2]].")
    }
    for (index, row) in rows.enumerated() {
      guard row.count == columns.count else {
        throw InputError(
          "row \(index + 1) of the samples has \(row.count) cells, not \(columns.count)",
          remedy: "Give one number for each of the columns \(columns.joined(separator: ", ")).")
      }
      for (column, cell) in zip(columns, row) where !cell.isFinite {
        throw InputError("row \(index + 1) of the samples has \(cell) in column '\(column)'; it must be finite")
      }
    }
    self.columns = columns
    self.rows = rows
    cells = rows.flatMap { $0 }
  }
}
