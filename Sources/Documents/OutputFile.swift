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

/// Writes files so that nothing is lost: whole or not at all.
public enum OutputFile {
  /// Writes bytes to a path: to a temporary file beside it that is renamed when whole, so that a failure leaves the
  /// old file. A file that holds these very bytes is not touched. The target of a symbolic link is what is replaced; what
  /// is no regular file (a device, a pipe) is written to directly.
  ///
  /// An old file's permissions stay; a new file has those that the process gives to new files. Returns whether
  /// anything was written.
  @discardableResult
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    guard !path.isEmpty else { throw FileError(.cannotCreate, "''", "a file has a name") }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw FileError(.cannotCreate, path) }
      try replace(try linkTarget(of: path), with: bytes, like: nil)
      return true
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileError(.cannotCreate, path, "it is a folder")
    case S_IFREG: break
    default:
      try writeDirectly(bytes, to: path)
      return true
    }
    if status.st_size == bytes.count, (try? InputFile.bytes(of: path, limit: bytes.count)) == bytes { return false }
    // Renaming asks for leave to write to the folder only; a file that is protected is meant to stay.
    guard access(path, W_OK) == 0, let resolved = realpath(path, nil) else { throw FileError(.cannotCreate, path) }
    defer { free(resolved) }
    try replace(String(cString: resolved), with: bytes, like: status)
    return true
  }

  /// Writes to an open descriptor, as often as the system wants.
  public static func write(_ bytes: [UInt8], toDescriptor descriptor: Int32, named name: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(errno == EPIPE ? .readerGone : .interrupted, name)
      }
      written += count
    }
  }

  /// Makes a folder unless it is there; that in which it stands must be.
  public static func makeFolder(_ path: String) throws(FileError) {
    guard !isFolder(path) else { return }
    guard mkdir(path, 0o777) == 0 else {
      throw errno == EEXIST
        ? FileError(.cannotCreate, path, "it is a file, not a folder") : FileError(.cannotCreate, path)
    }
  }

  /// Deletes a file.
  public static func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 else { throw FileError(.cannotCreate, path) }
  }

  /// Whether a regular file of that name is there, and no link to one.
  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a folder of that name is there.
  /// Whether two paths are one file, be it there or not; never of what is no file, such as a terminal.
  public static func isOneFile(_ a: String, _ b: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(a, &one) == 0, stat(b, &other) == 0 else {
      func parts(_ path: String) -> [Substring] { InputFile.absolute(path).split(separator: "/").filter { $0 != "." } }
      return parts(a) == parts(b)
    }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino && one.st_mode & S_IFMT == S_IFREG
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a symbolic link to a file that is not there yet stands for; the path itself when it is none.
  private static func linkTarget(of path: String) throws(FileError) -> String {
    var path = path
    // As many links as the system follows.
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { readlink(path, $0.baseAddress!, $0.count) }
      guard count > 0 else { return path }
      let target = String(decoding: buffer[..<count], as: UTF8.self)
      path = target.hasPrefix("/") ? target : folder(of: path) + target
    }
    throw FileError(.cannotCreate, path, errno: ELOOP)
  }

  /// All before a path's last component, with the slash; empty for a bare name.
  private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw FileError(.cannotCreate, path) }
    defer { close(descriptor) }
    try write(bytes, toDescriptor: descriptor, named: path)
  }

  private static func replace(_ path: String, with bytes: [UInt8], like old: stat?) throws(FileError) {
    Interruption.hold()
    defer { Interruption.release() }
    // Not the file's own name with a suffix: that might be too long.
    let temporary = "\(folder(of: path)).descent-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    // The system applies the mask to a new file; what replaces another gets its mode when it is whole.
    let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY, old == nil ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw FileError(.cannotCreate, path) }
    do {
      try write(bytes, toDescriptor: descriptor, named: path)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    if let old {
      _ = fchown(descriptor, old.st_uid, old.st_gid)
      fchmod(descriptor, old.st_mode & 0o7777)
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = FileError(.cannotCreate, path)
      unlink(temporary)
      throw failure
    }
  }
}
