import Foundation
import Testing

@testable import Documents

@Suite struct ProgressFileTests {
  private static func answered(_ question: String, _ path: String) throws -> ProgressFile {
    var file = try ProgressFile(path: path)
    var record = file.progress[question]
    record.add(try: "a \"b\" \\ \u{7F} \n η 😀")
    record.outcome = .right
    record.hints = 2
    file.progress[question] = record
    file.progress.position = .init(lesson: "03-bowl", step: 4)
    file.progress.finish("02-why")
    file.save()
    return file
  }

  @Test func readsBackWhatWasWritten() throws {
    let folder = try TemporaryFolder()
    let written = try Self.answered("one", folder["a/b/progress.json"])
    #expect(written.trouble == nil)
    let read = try ProgressFile(path: folder["a/b/progress.json"])
    #expect(read.progress.records == written.progress.records)
    #expect(read.progress.position == written.progress.position)
    #expect(read.progress.finished == ["02-why"])
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder["a/b/progress.json"])))
    #expect((json as? [String: Any])?["format"] as? Int == 1)
  }

  @Test(arguments: [
    "{", "", "{\"format\": 1}", "{\"format\": \"x\"}", "[]",
    "{\"format\": 1, \"questions\": {\"a\": {\"outcome\": \"?\"}}}",
  ])
  func setsADamagedFileAside(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "progress.json")
    var file = try Self.answered("one", path)
    #expect(file.trouble == nil)
    #expect(file.takeNotices().count == 1)
    #expect(try folder.text(of: "progress.json.damaged-1") == text)
    try folder.write("{", to: "progress.json")
    _ = try ProgressFile(path: path)
    #expect(folder.names == ["progress.json.damaged-1", "progress.json.damaged-2"])
  }

  @Test func refusesANewerFormatAndLeavesIt() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("{\"format\": 2, \"answers\": []}", to: "progress.json")
    #expect(throws: (any Error).self) { try ProgressFile(path: path) }
    #expect(folder.names == ["progress.json"])
    #expect(try folder.text(of: "progress.json") == "{\"format\": 2, \"answers\": []}")
  }

  @Test func twoSessionsLoseNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder["progress.json"]
    var first = try ProgressFile(path: path)
    _ = try Self.answered("two", path)
    first.progress["one"].outcome = .skipped
    first.save()
    let read = try ProgressFile(path: path)
    #expect(read.progress["one"].outcome == .skipped)
    #expect(read.progress["two"].outcome == .right)
  }

  /// A lesson that either session has read to the end is read; one that was forgotten is not read again by the other's file.
  @Test func twoSessionsReadToTheEnd() throws {
    let folder = try TemporaryFolder()
    let path = folder["progress.json"]
    var (first, second) = (try ProgressFile(path: path), try ProgressFile(path: path))
    first.progress.finish("01-what")
    first.save()
    second.progress.finish("05-step")
    second.save()
    #expect(try Set(ProgressFile(path: path).progress.finished) == ["01-what", "05-step"])
    second.progress.reset(questions: [], lessons: ["01-what"])
    second.save()
    #expect(try ProgressFile(path: path).progress.finished == ["05-step"])
  }

  /// What this session wrote, another may forget.
  @Test func whatAnotherSessionForgetsStaysForgotten() throws {
    let folder = try TemporaryFolder()
    let path = folder["progress.json"]
    var first = try Self.answered("one", path)
    var second = try ProgressFile(path: path)
    second.progress.reset(questions: ["one"], lessons: [])
    second.save()
    first.progress["two"].outcome = .right
    first.save()
    #expect(try ProgressFile(path: path).progress.records.keys.sorted() == ["two"])
    second.progress.finish("03-bowl")
    second.save()
    first.progress.reset(questions: [], lessons: ["03-bowl"])
    first.save()
    second.progress.finish("03-bowl")
    second.save()
    first.progress["three"].outcome = .right
    first.save()
    let finished = try ProgressFile(path: path).progress.finished
    #expect(finished == ["03-bowl", "02-why"])
  }

  @Test func resetForgetsInTheFileToo() throws {
    let folder = try TemporaryFolder()
    let path = folder["progress.json"]
    _ = try Self.answered("one", path)
    var file = try Self.answered("two", path)
    file.progress.reset(questions: ["one"], lessons: ["03-bowl"])
    file.save()
    let read = try ProgressFile(path: path)
    #expect(read.progress.records.keys.sorted() == ["two"])
    #expect(read.progress.position == nil)
  }

  @Test func saysWhenNothingCanBeKept() throws {
    let folder = try TemporaryFolder()
    let blocked = try folder.write("", to: "file") + "/progress.json"
    let file = try Self.answered("one", blocked)
    #expect(file.trouble != nil)
    #expect(file.progress["one"].outcome == .right)
  }
}
