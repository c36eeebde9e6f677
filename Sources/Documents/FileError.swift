#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read or written, with the system's reason.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Sendable {
    /// There is no such input (exit code 66).
    case missing
    /// The input is there and is not what it should be: too large, no text (exit code 65).
    case unfit
    /// The output cannot be created (exit code 73).
    case cannotCreate
    /// Reading or writing failed midway (exit code 74).
    case interrupted
    /// Nobody reads what is written any more (exit code 74).
    case readerGone
  }

  public let kind: Kind
  public let path: String
  public let reason: String

  public var description: String {
    switch kind {
    case .missing: "cannot read \(path): \(reason)"
    case .cannotCreate: "cannot write \(path): \(reason)"
    case .unfit, .interrupted, .readerGone: "\(path): \(reason)"
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
