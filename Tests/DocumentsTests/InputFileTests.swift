import Foundation
import Testing

@testable import Documents

/// Files that are read have an end.
@Suite struct InputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsWhole() throws {
    let text = String(repeating: "αβγ", count: 50_000)
    #expect(try InputFile.text(of: folder.write(text, to: "a")) == text)
    #expect(try InputFile.text(of: folder.write("", to: "empty")) == "")
  }

  @Test func limits() throws {
    let large = try folder.write(String(repeating: "a", count: 1_000_001), to: "large")
    #expect(throws: FileError(.unfit, large, "it is larger than 1 MB")) { try InputFile.text(of: large) }
    #expect(throws: FileError(.unfit, "/dev/zero", "it is larger than 1 MB")) { try InputFile.text(of: "/dev/zero") }
    let most = try folder.write(String(repeating: "a", count: 1_000_000), to: "most")
    #expect(try InputFile.text(of: most).count == 1_000_000)
  }

  @Test func refusals() throws {
    try Data([0x61, 0xFF, 0xFE]).write(to: URL(filePath: folder["binary"]))
    #expect(throws: FileError(.unfit, folder["binary"], "it is not UTF-8 text")) {
      try InputFile.text(of: folder["binary"])
    }
    #expect(throws: FileError(.missing, folder["none"], "No such file or directory")) {
      try InputFile.text(of: folder["none"])
    }
    #expect(throws: FileError(.missing, folder.path, "it is a folder")) { try InputFile.text(of: folder.path) }
  }

  @Test func messages() {
    #expect(FileError(.missing, "a", errno: ENOENT).description == "cannot read a: No such file or directory")
    #expect(FileError(.unfit, "a", "it is not UTF-8 text").description == "a: it is not UTF-8 text")
    #expect(FileError(.cannotCreate, "a", errno: EACCES).description == "cannot write a: Permission denied")
    #expect(FileError(.interrupted, "a", errno: ENOSPC).description == "a: No space left on device")
  }
}
