import Foundation
import Optimization
import Testing

/// The article `WhoCountsHow`: every number of its tables, computed anew.
@Suite struct WhoCountsHowTests {
  /// A row that is a schedule, with the losses of its table.
  struct Row: CustomTestStringConvertible, Sendable {
    let library: String
    let specification: String
    let losses: [Double]
    /// The numbers as they are written, by update.
    let rates: [(update: Int, text: String)]

    var testDescription: String { specification }
  }

  private static let article: String = {
    let sources = URL(filePath: #filePath).appending(path: "../../../Sources/Optimization").standardized
    let page = sources.appending(path: "Optimization.docc/WhoCountsHow.md")
    return (try? String(contentsOf: page, encoding: .utf8)) ?? ""
  }()

  /// The tables whose columns are updates.
  static let rows: [Row] = article.split(separator: "\n\n").filter { $0.hasPrefix("| counted as in |") }.flatMap {
    table in
    let lines = table.split(separator: "\n").map(cells)
    let updates = lines[0].dropFirst(2).compactMap { Int($0) }
    let losses = lines.first { $0[1] == "the loss after the update" }?.dropFirst(2).compactMap { Double($0) } ?? []
    return lines.dropFirst(2).filter { $0[1].hasPrefix("`") }.map { line in
      Row(
        library: line[0], specification: line[1].trimmingCharacters(in: ["`"]), losses: losses,
        rates: zip(updates, line.dropFirst(2)).filter { $1 != "–" }.map { ($0, $1) })
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: rows)
  func isComputed(_ row: Row) throws {
    let schedule = try schedule(row.specification)
    let steps = 1 + (row.rates.map(\.update).max() ?? 0)
    let rates = schedule.rates(steps: steps, losses: row.losses)
    // Written are six significant digits, without zeros at the end.
    for (update, text) in row.rates {
      #expect(Double(text) == Double(String(format: "%.6g", rates[update])), "update \(update): \(rates[update])")
    }
    let key = row.library == "Descent" ? nil : row.library.lowercased()
    #expect(schedule.specification["like"] == key.map { .word($0) })
  }

  /// Nothing is lost in the reading: all four, for each of the tables.
  @Test func isRead() {
    #expect(Self.rows.count == 47)
    #expect(Self.rows.reduce(0) { $0 + $1.rates.count } == 341)
    #expect(Self.rows.allSatisfy { $0.rates.count >= 5 })
    #expect(
      Self.rows.filter { $0.specification.hasPrefix("plateau") }.allSatisfy { $0.losses.count + 1 == $0.rates.count })
    let counts = Dictionary(grouping: Self.rows, by: \.library).mapValues(\.count)
    #expect(counts["Descent"] == counts["torch"] && counts["Descent"] == counts["optax"])
  }
}
