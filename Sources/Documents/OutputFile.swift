#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's function; `OutputFile.write` hides its name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Why a file could not be written or read, with the system's reason.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Sendable {
    /// There is no such input (exit code 66).
    case missing
    /// The output cannot be created (exit code 73).
    case cannotCreate
    /// Reading or writing failed midway (exit code 74).
    case interrupted
  }

  public let kind: Kind
  public let path: String
  public let reason: String

  public var description: String {
    switch kind {
    case .missing: "cannot read \(path): \(reason)"
    case .cannotCreate: "cannot write \(path): \(reason)"
    case .interrupted: "\(path): \(reason)"
    }
  }

  init(_ kind: Kind, _ path: String, errno code: Int32 = errno) {
    self.init(kind, path, strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }

  init(_ kind: Kind, _ path: String, _ reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }
}

/// Writes files so that nothing is lost: whole or not at all.
public enum OutputFile {
  /// Writes bytes to a path: to a temporary file beside it that is renamed when whole, so that a failure leaves the
  /// old file. A file that holds these very bytes is not touched. The target of a symbolic link is what is replaced; what
  /// is no regular file (a device, a pipe) is written to directly.
  ///
  /// Returns whether anything was written.
  @discardableResult
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      // A link to nowhere: what it points to is created.
      guard errno == ENOENT else { throw FileError(.cannotCreate, path) }
      try replace(linkTarget(of: path), with: bytes, mode: nil)
      return true
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileError(.cannotCreate, path, "it is a folder")
    case S_IFREG: break
    default:
      try writeDirectly(bytes, to: path)
      return true
    }
    if status.st_size == bytes.count, (try? InputFile.bytes(of: path)) == bytes { return false }
    guard let resolved = realpath(path, nil) else { throw FileError(.cannotCreate, path) }
    defer { free(resolved) }
    try replace(String(cString: resolved), with: bytes, mode: status.st_mode & 0o7777)
    return true
  }

  /// Writes to an open descriptor, as often as the system wants.
  public static func write(_ bytes: [UInt8], toDescriptor descriptor: Int32, named name: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(.interrupted, name)
      }
      written += count
    }
  }

  private static func linkTarget(of path: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return path }
    let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard !target.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return target }
    return path[...slash] + target
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw FileError(.cannotCreate, path) }
    defer { close(descriptor) }
    try write(bytes, toDescriptor: descriptor, named: path)
  }

  private static func replace(_ path: String, with bytes: [UInt8], mode: mode_t?) throws(FileError) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(.cannotCreate, path) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
      try write(bytes, toDescriptor: descriptor, named: path)
      if let mode {
        fchmod(descriptor, mode)
      } else {
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
      }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = FileError(.interrupted, path)
      unlink(temporary)
      throw failure
    }
  }
}

/// Reads files, with a limit on their size.
public enum InputFile {
  /// The bytes of a file of at most `limit` bytes.
  public static func bytes(of path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileError(.missing, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.interrupted, path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(.missing, path, "it is a folder") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(.interrupted, path)
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw FileError(.interrupted, path, "it is larger than \(limit) bytes")
      }
    }
  }

  /// The text of a UTF-8 file of at most 1 MB.
  public static func text(of path: String) throws(FileError) -> String {
    let bytes = try bytes(of: path, limit: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(.interrupted, path, "it is not UTF-8 text")
    }
    return text
  }
}
