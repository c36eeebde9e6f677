import Foundation
import Testing

/// `descent schema`: what it prints, and what it says to a wrong word.
@Suite struct SchemaVerbTests {
  private struct Head: Decodable {
    var title: String
    var type: String
  }

  @Test(arguments: [
    ("surface", "Surface of Descent"), ("recipe", "Recipe of Descent"), ("defaults", "Defaults of Descent"),
  ])
  func printsASchema(_ kind: String, _ title: String) throws {
    let result = try Command()("schema", kind)
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.text.hasSuffix("}\n"))
    let head = try JSONDecoder().decode(Head.self, from: result.output)
    #expect((head.title, head.type) == (title, "object"))
  }

  @Test(arguments: [
    ([], "descent: the schema of what? surface, recipe, defaults\n"),
    (["recipes"], "descent: there is no schema of 'recipes'\nDid you mean 'recipe'?\n"),
    (["page"], "descent: there is no schema of 'page'\nThe schemas are: surface, recipe, defaults.\n"),
  ])
  func wrongWords(_ words: [String], _ message: String) throws {
    let result = try Command().run(["schema"] + words)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors == message)
  }
}
