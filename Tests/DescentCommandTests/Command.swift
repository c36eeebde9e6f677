import Foundation

/// Runs the built command as a user does, in a folder of its own that goes with it.
final class Command: Sendable {
  /// What a command did.
  struct Result {
    /// The exit code; 128 and the signal's number when a signal ended it.
    let code: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The binary that `DESCENT` names, or the one that the package manager builds beside the test bundle.
  static let binary: String = {
    if let named = ProcessInfo.processInfo.environment["DESCENT"] { return named }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    // On macOS the bundle is a folder with the binary three levels down.
    let folders = [beside, Bundle.main.bundleURL, beside.appending(path: "../../..").standardized]
    let candidates = folders.map { $0.appending(path: "descent").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[0]
  }()

  /// `descent` with arguments; ended after a minute.
  func callAsFunction(_ arguments: String..., input: String = "") throws -> Result { try run(arguments, input: input) }

  func run(_ arguments: [String], input: String = "") throws -> Result {
    try Self.launch(Self.binary, arguments, in: folder, input: input)
  }

  /// A line for the shell, in which `descent` is the command.
  func shell(_ line: String) throws -> Result { try Self.launch("/bin/bash", ["-c", line], in: folder, input: "") }

  private static func launch(_ path: String, _ arguments: [String], in folder: String, input: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let binaries = URL(filePath: binary).deletingLastPathComponent().path
    // Nothing of the developer's own: a variable may colour the output, and progress would be kept.
    process.environment = ["PATH": "\(binaries):/usr/bin:/bin", "HOME": "\(folder)/.home", "LC_ALL": "C.UTF-8"]
    // Files, not pipes: nothing can fill up and wait.
    let names = ["in", "out", "err"].map { "\(folder)/.std\($0)-\(UUID().uuidString)" }
    for name in names { try Data(name == names[0] ? input.utf8 : "".utf8).write(to: URL(filePath: name)) }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    let handles = [
      try FileHandle(forReadingFrom: URL(filePath: names[0])), try FileHandle(forWritingTo: URL(filePath: names[1])),
      try FileHandle(forWritingTo: URL(filePath: names[2])),
    ]
    (process.standardInput, process.standardOutput, process.standardError) = (handles[0], handles[1], handles[2])
    try process.run()
    // The child has its own. Whatever held the process longer would hold them open: at 1024 `select` breaks.
    for handle in handles { try handle.close() }
    let watch = DispatchSource.makeTimerSource()
    watch.schedule(deadline: .now() + 60)
    watch.setEventHandler { process.terminate() }
    watch.resume()
    process.waitUntilExit()
    watch.cancel()
    let signaled = process.terminationReason == .uncaughtSignal
    return Result(
      code: process.terminationStatus + (signaled ? 128 : 0), output: try Data(contentsOf: URL(filePath: names[1])),
      errors: String(decoding: try Data(contentsOf: URL(filePath: names[2])), as: UTF8.self))
  }

  // MARK: Files

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: URL(filePath: path(name))) }

  func data(of name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

  /// The names of all files, sorted.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".std") }.sorted()
  }
}
