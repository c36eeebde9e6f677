#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files, with a limit on their size.
public enum InputFile {
  /// The largest text that is read: 1 MB.
  public static let longestText = 1_000_000
  /// The largest training log: 64 MB. A log of 10⁵ updates and ten columns has about 15 MB.
  public static let longestLog = 64_000_000
  /// The largest picture that is read: 10⁸ pixels of 4 bytes, unpacked.
  public static let largestPicture = 400_000_000

  /// The bytes of a file of at most `limit` bytes; `-` is standard input.
  public static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path == "-" { return try bytes(ofDescriptor: STDIN_FILENO, named: name(of: path), limit: limit) }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileError(.missing, path) }
    defer { close(descriptor) }
    return try bytes(ofDescriptor: descriptor, named: path, limit: limit)
  }

  /// The text of a UTF-8 file of at most `limit` bytes; `-` is standard input.
  public static func text(of path: String, limit: Int = longestText) throws(FileError) -> String {
    let bytes = try bytes(of: path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(.unfit, name(of: path), "it is not UTF-8 text")
    }
    return text
  }

  /// A path from the root, with links followed; the path itself when there is no such file.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What messages call a file.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  private static func bytes(ofDescriptor descriptor: Int32, named name: String, limit: Int) throws(FileError) -> [UInt8]
  {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.interrupted, name) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(.missing, name, "it is a folder") }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(.interrupted, name)
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw FileError(.unfit, name, "it is larger than \(limit / 1_000_000) MB")
      }
    }
  }
}
