import Foundation

/// A folder of its own for each test that writes files.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    _ = chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in it.
  subscript(name: String) -> String { path + "/" + name }

  /// Writes a file, and makes the folders on its way.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let folder = URL(filePath: self[name]).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: self[name]))
    return self[name]
  }

  func text(of name: String) throws -> String { try String(contentsOfFile: self[name], encoding: .utf8) }

  /// The names of all files, sorted.
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}
