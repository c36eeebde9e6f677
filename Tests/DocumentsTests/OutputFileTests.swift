import Foundation
import Testing

@testable import Documents

/// Nothing is lost, and nothing is touched that need not be.
@Suite struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func status(_ name: String) -> stat {
    var status = stat()
    #expect(lstat(folder[name], &status) == 0)
    return status
  }

  private func write(_ text: String, to name: String) throws(FileError) -> Bool {
    try OutputFile.write(Array(text.utf8), to: folder[name])
  }

  @Test func createsAndReplaces() throws {
    #expect(try write("one", to: "a"))
    #expect(try folder.text(of: "a") == "one")
    let before = status("a").st_ino
    #expect(try write("two", to: "a"))
    #expect(try folder.text(of: "a") == "two")
    // Renamed into place, never written over.
    #expect(status("a").st_ino != before)
    #expect(folder.names == ["a"])
  }

  @Test func sameBytesAreNotTouched() throws {
    _ = try write("one", to: "a")
    var times = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)]
    utimensat(AT_FDCWD, folder["a"], &times, 0)
    let before = status("a")
    #expect(try !write("one", to: "a"))
    #expect(status("a").st_ino == before.st_ino)
    #expect(status("a").st_mtim.tv_sec == 1000)
    #expect(try write("ONE", to: "a"))
  }

  @Test func newFilesFollowTheMask() throws {
    close(open(folder["plain"], O_CREAT | O_WRONLY, 0o666))
    _ = try write("one", to: "a")
    #expect(status("a").st_mode == status("plain").st_mode)
  }

  @Test(arguments: [0o600, 0o755, 0o644] as [mode_t])
  func modeStays(_ mode: mode_t) throws {
    _ = try write("one", to: "a")
    chmod(folder["a"], mode)
    _ = try write("two", to: "a")
    #expect(status("a").st_mode & 0o777 == mode)
  }

  @Test func linkStaysAndItsTargetIsReplaced() throws {
    try FileManager.default.createDirectory(atPath: folder["sub"], withIntermediateDirectories: true)
    _ = try write("one", to: "sub/target")
    symlink("sub/target", folder["link"])
    #expect(try write("two", to: "link"))
    #expect(status("link").st_mode & S_IFMT == S_IFLNK)
    #expect(try folder.text(of: "sub/target") == "two")
    #expect(folder.names == ["link", "sub"])
  }

  @Test func linksToNowhereAreFilled() throws {
    symlink("second", folder["first"])
    symlink("target", folder["second"])
    #expect(try write("one", to: "first"))
    #expect(status("first").st_mode & S_IFMT == S_IFLNK)
    #expect(status("second").st_mode & S_IFMT == S_IFLNK)
    #expect(status("target").st_mode & S_IFMT == S_IFREG)
    #expect(try folder.text(of: "target") == "one")
  }

  @Test func circleOfLinks() throws {
    symlink("b", folder["a"])
    symlink("a", folder["b"])
    let error = #expect(throws: FileError.self) { try write("one", to: "a") }
    #expect(error == FileError(.cannotCreate, folder["a"], errno: ELOOP))
  }

  @Test func pipeIsWrittenDirectly() throws {
    #expect(mkfifo(folder["pipe"], 0o600) == 0)
    let reader = open(folder["pipe"], O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(try write("through", to: "pipe"))
    var buffer = [UInt8](repeating: 0, count: 100)
    #expect(read(reader, &buffer, 100) == 7)
    #expect(status("pipe").st_mode & S_IFMT == S_IFIFO)
  }

  @Test func deviceIsWrittenDirectly() throws {
    #expect(try OutputFile.write([1, 2, 3], to: "/dev/null"))
    let error = #expect(throws: FileError.self) { try OutputFile.write([1], to: "/dev/full") }
    #expect(error?.description == "/dev/full: No space left on device")
    #expect(error?.kind == .interrupted)
  }

  @Test func closedPipe() throws {
    // Commands that other tests start would inherit it.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let error = #expect(throws: FileError.self) {
      try OutputFile.write([1], toDescriptor: ends[1], named: "standard output")
    }
    #expect(error?.kind == .readerGone)
  }

  @Test func refusals() throws {
    _ = try write("one", to: "file")
    for (path, reason) in [
      (folder.path, "it is a folder"), (folder.path + "/", "it is a folder"),
      (folder["missing/a.png"], "No such file or directory"), (folder["file/a.png"], "Not a directory"),
      (folder[String(repeating: "n", count: 300)], "File name too long"),
    ] {
      let error = #expect(throws: FileError.self) { try OutputFile.write([1], to: path) }
      #expect(error?.description == "cannot write \(path): \(reason)")
      #expect(error?.kind == .cannotCreate)
    }
    #expect(throws: FileError(.cannotCreate, "''", "a file has a name")) { try OutputFile.write([1], to: "") }
    #expect(try folder.text(of: "file") == "one")
    #expect(folder.names == ["file"])
  }

  /// The longest name that a folder takes needs no longer temporary one.
  @Test func longestName() throws {
    let name = String(repeating: "n", count: 255)
    #expect(try write("one", to: name))
    #expect(folder.names == [name])
  }

  /// Root may write everywhere.
  @Test(.enabled(if: geteuid() != 0))
  func protectedFolderAndFile() throws {
    _ = try write("one", to: "file")
    chmod(folder["file"], 0o444)
    #expect(throws: FileError(.cannotCreate, folder["file"], errno: EACCES)) { try write("two", to: "file") }
    chmod(folder.path, 0o555)
    #expect(throws: FileError(.cannotCreate, folder["new"], errno: EACCES)) { try write("two", to: "new") }
    #expect(try folder.text(of: "file") == "one")
  }

  @Test func folders() throws {
    _ = try write("one", to: "file")
    #expect(OutputFile.isFolder(folder.path))
    #expect(OutputFile.isFolder(folder.path + "/"))
    #expect(!OutputFile.isFolder(folder["file"]))
    #expect(!OutputFile.isFolder(folder["missing"]))
  }
}
