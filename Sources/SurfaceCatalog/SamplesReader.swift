import LossSurfaces

/// Reads the samples of a finite sum, `{columns: [u, v], rows: [[1, 2], …]}`; an error names row and column.
struct SamplesReader {
  private let root: YAMLMapping

  init(_ node: YAMLNode) throws(InputError) { root = try node.mapping(keys: ["columns", "rows"]) }

  func samples() throws(InputError) -> Samples {
    let (names, lines) = (try root.required("columns"), try root.required("rows"))
    let columns = try columns(names)
    var rows: [[Double]] = []
    for (index, row) in try lines.list().enumerated() {
      rows.append(try cells(row.labeled("row \(index + 1)"), columns))
    }
    do { return try Samples(columns: columns, rows: rows) } catch {
      throw (columns.isEmpty ? names : lines).located(error)
    }
  }

  private func columns(_ node: YAMLNode) throws(InputError) -> [String] {
    var columns: [String] = []
    for item in try node.list() {
      let name = try item.string()
      guard !columns.contains(name) else {
        throw item.error("two columns are called '\(name)'", remedy: "Choose another name for one of them.")
      }
      columns.append(name)
    }
    return columns
  }

  private func cells(_ row: YAMLNode, _ columns: [String]) throws(InputError) -> [Double] {
    let cells = try row.list()
    guard cells.count == columns.count else {
      let found = cells.count == 1 ? "1 cell" : "\(cells.count) cells"
      let missing = columns.dropFirst(cells.count).first.map { "; column '\($0)' is missing" } ?? ""
      throw row.error(
        "\(row.label) has \(found) for \(columns.count) columns\(missing)",
        remedy: "Give one number for each of the columns \(columns.joined(separator: ", ")).")
    }
    var numbers: [Double] = []
    for (cell, column) in zip(cells, columns) {
      numbers.append(try cell.labeled("\(row.label), column '\(column)',").number())
    }
    return numbers
  }
}
