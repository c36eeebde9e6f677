import Diagnosis
import Optimization
import SurfaceCatalog
import Testing

/// The tables of the articles say what the code says: no name is missing, none is invented.
@Suite struct ArticleTablesTests {
  private func row(of entry: SpecificationEntry) -> [String] {
    let common = ["warmup", "warmup-start"]
    let keys = entry.keys.filter { !common.contains($0.name) }.map { key in
      let standard = key.isRequired ? "must be given" : key.standard
      return "`\(key.name)`" + (standard.map { " (\($0))" } ?? "")
    }
    return ["`\(entry.name)`", entry.formula, keys.joined(separator: ", ")]
  }

  @Test func schedules() throws {
    let table = try Article("Schedules").table(headed: "| name | rate of update t | keys |")
    #expect(table == Schedule.reference.map(row))
  }

  @Test func optimizers() throws {
    let table = try Article("Schedules").table(headed: "| name | step | keys |")
    #expect(table == Optimizer.reference.map(row))
  }

  /// Every schedule that has the key `like`, and no other, is in the table of differences.
  @Test func likes() throws {
    let head = "| schedule | Descent | `like: torch` | `like: keras` | `like: optax` |"
    let names = try Article("Schedules").table(headed: head).compactMap { $0[0].codes.first }
    let expected = Schedule.reference.filter { $0.keys.contains { $0.name == "like" } }.map(\.name)
    #expect(Set(names) == Set(expected))
  }

  @Test func verdicts() throws {
    let kinds = Verdict.Kind.allCases.map { "`\($0.rawValue)`" }
    let article = try Article("Verdicts")
    #expect(try article.table(headed: "| verdict | what it means | rule |").map { $0[0] } == kinds)
    #expect(try article.table(headed: "| verdict | command |").map { $0[0] } == kinds)
  }

  @Test func eventsAndQuantities() throws {
    let article = try Article("Verdicts")
    let events = try article.table(headed: "| event | when |").flatMap { $0[0].codes }
    #expect(events == Event.Kind.allCases.map(\.rawValue))
    let quantities = try article.table(headed: "| quantity | what it is |").flatMap { $0[0].codes }
    #expect(quantities.map { $0.replacing(" LOSS", with: "") } == Quantity.names)
  }

  @Test func keysOfASurfaceFile() throws {
    let table = try Article("AddingASurface").table(headed: "| key | what it takes | left out |")
    #expect(table.flatMap { $0[0].codes } == SurfaceFile.keys)
  }
}
