import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where words and data go: data to stdout, messages to stderr.
enum Console {
  /// Lets a closed pipe be an error of writing instead of the end of the process.
  static func outliveReaders() { signal(SIGPIPE, SIG_IGN) }

  /// Ends with exit code 130 when the user interrupts long work; what is written is written whole or not at all.
  static func endWhenInterrupted() {
    signal(SIGINT) { _ in _exit(130) }
  }

  /// Text on stderr, as it is.
  static func say(_ text: String) {
    // There is nobody left to tell when this fails.
    try? OutputFile.write(Array(text.utf8), toDescriptor: STDERR_FILENO, named: "standard error")
  }

  /// Text on stdout, as it is. Who stops reading, as `head` does, has what was wanted.
  static func put(_ text: some Sequence<UInt8>) throws(FileError) {
    do { try put(picture: Array(text)) } catch  where error.kind == .readerGone {}
  }

  static func put(_ text: String) throws(FileError) { try put(text.utf8) }

  /// Bytes on stdout that are of no use unless they arrive whole.
  static func put(picture bytes: [UInt8]) throws(FileError) {
    try OutputFile.write(bytes, toDescriptor: STDOUT_FILENO, named: "standard output")
  }

  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}
