public import LossSurfaces

/// A training log: one loss a line, or a table with the losses in one of its columns.
public struct LossFile {
  /// The losses of a column.
  public struct Losses: Sendable {
    public let values: [Double]
    /// How many rows there are; those whose cell is empty have no loss.
    public let rows: Int
    /// What the column is called; nil for the only one.
    public let column: String?
  }

  private let text: DelimitedText
  /// The first row, which says how many columns there are.
  private let first: [DelimitedText.Cell]
  /// The names of the columns, or nil without a header.
  private let names: [String]?

  private var file: String { text.file }

  /// A log of at most 64 MB; `-` is standard input. The first row is a header when no cell of it is a number and one
  /// holds a letter.
  ///
  /// Throws when the file cannot be read, its first row is no row of `DelimitedText`, or it holds no losses.
  public static func read(_ path: String) throws -> LossFile {
    try LossFile(
      try InputFile.text(of: path, limit: InputFile.longestLog), file: InputFile.name(of: path))
  }

  package init(_ text: String, file: String) throws(InputError) {
    self.text = DelimitedText(text, file: file)
    var rows = self.text
    guard let first = try rows.next() else { throw Self.empty(file) }
    self.first = first
    let words = first.map(rows.text)
    let isHeader = words.allSatisfy { Double($0) == nil } && words.contains { $0.contains(where: \.isLetter) }
    names = isHeader ? words : nil
  }

  private static func empty(_ place: String) -> InputError {
    InputError("\(place) holds no losses", remedy: "Write one loss a line.")
  }

  // MARK: Columns

  /// The index of the column of that name, or of that number from 1.
  ///
  /// Throws, with all columns, when there is no such column or several have the name.
  public func column(_ wanted: String) throws(InputError) -> Int {
    let called = (names ?? []).indices.filter { names?[$0] == wanted }
    if called.count > 1 {
      throw InputError(
        "\(called.count) columns of \(file) are called '\(wanted)'",
        remedy: "Give the number of one: \(called.map { String($0 + 1) }.joined(separator: " or ")).")
    }
    if let only = called.first { return only }
    if let number = Int(wanted) {
      guard first.indices.contains(number - 1) else {
        throw InputError("\(file) has no column \(number)", remedy: columns)
      }
      return number - 1
    }
    guard let names else {
      throw InputError("\(file) has no header that could name a column '\(wanted)'", remedy: columns)
    }
    let near = Spelling.nearest(to: wanted, among: names).map { "Did you mean '\($0)'? " } ?? ""
    throw InputError("\(file) has no column '\(wanted)'", remedy: near + columns)
  }

  /// The index of the only column, or of the only one whose name contains `loss`.
  ///
  /// Throws, with all columns, when there is no or more than one such.
  public func column() throws(InputError) -> Int {
    if first.count == 1 { return 0 }
    let losses = (names ?? []).indices.filter { names?[$0].lowercased().contains("loss") ?? false }
    if losses.count == 1 { return losses[0] }
    throw InputError(
      "which column holds the losses?",
      remedy: "\(columns) Choose with --column \(names == nil ? "NUMBER" : "NAME or --column NUMBER").",
      at: text.place(of: first[0]))
  }

  private var columns: String {
    guard let names else { return "The columns have the numbers 1 to \(first.count)." }
    return "The columns are: \(names.enumerated().map { "\($0 + 1) '\($1)'" }.joined(separator: ", "))."
  }

  /// `column 'loss'`, `column 2`.
  private func label(_ column: Int) -> String { "column " + (names.map { "'\($0[column])'" } ?? "\(column + 1)") }

  // MARK: Losses

  /// The losses of a column, in the order of the rows: the i-th kept is the loss after update i. `inf` and `nan` are
  /// taken as they are, and rows with an empty cell are passed over: validation losses are often logged more seldom.
  ///
  /// Throws with line and column at what is not a number, at a row with fewer or more cells than there are columns, and
  /// when there is no loss at all.
  public func losses(inColumn column: Int) throws(InputError) -> Losses {
    var (rows, values, count) = (text, [Double](), 0)
    if names != nil { _ = try rows.next() }
    while let row = try rows.next() {
      count += 1
      try check(row)
      let cell = row[column]
      guard !cell.bytes.isEmpty else { continue }
      let word = rows.text(of: cell)
      guard let loss = Double(word) else { throw noNumber(word, cell, column) }
      values.append(loss)
    }
    let isOnly = first.count == 1
    guard !values.isEmpty else { throw Self.empty(isOnly ? file : "\(label(column)) of \(file)") }
    return Losses(values: values, rows: count, column: isOnly ? nil : label(column))
  }

  private func check(_ row: [DelimitedText.Cell]) throws(InputError) {
    guard row.count != first.count else { return }
    let cells = row.count == 1 ? "1 cell" : "\(row.count) cells"
    let columns = first.count == 1 ? "1 column" : "\(first.count) columns"
    guard row.count > first.count else {
      throw InputError(
        "the row has \(cells) for \(columns); \(label(row.count)) is missing",
        remedy: "Leave a cell empty where there is no value; delete a last row that was never finished.",
        at: text.place(of: row[row.count - 1], atEnd: true))
    }
    throw InputError(
      "the row has \(cells) for \(columns)",
      remedy: first.count == 1
        ? "Write one loss a line, with a point before the decimals."
        : "Put a cell in quotes when it holds what separates cells.",
      at: text.place(of: row[first.count]))
  }

  private func noNumber(_ word: String, _ cell: DelimitedText.Cell, _ column: Int) -> InputError {
    let isOnly = first.count == 1
    let hasComma = Double(word.replacing(",", with: ".")) != nil
    return InputError(
      "'\(word)' is not a number" + (isOnly ? "" : ", in \(label(column))"),
      remedy: hasComma
        ? "Write a point before the decimals."
        : isOnly
          ? "Write one loss a line, such as 0.693." : "Correct it, or leave the cell empty to pass over the row.",
      at: text.place(of: cell))
  }

  /// The losses of a text in which spaces separate them.
  static func losses(inWords text: String) throws(InputError) -> [Double] {
    var losses: [Double] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let loss = Double(word) else {
        throw InputError("'\(word)' is not a number", remedy: "Write losses with spaces between them.")
      }
      losses.append(loss)
    }
    return losses
  }
}
