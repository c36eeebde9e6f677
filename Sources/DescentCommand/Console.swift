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

  /// Ends with exit code 130 when the user interrupts long work; what is written is written whole or not at all. The line
  /// that says how far it is goes away.
  static func endWhenInterrupted() {
    signal(SIGINT) { _ in
      let clear: StaticString = "\r\u{1B}[K"
      if isatty(STDERR_FILENO) == 1 { _ = write(STDERR_FILENO, clear.utf8Start, clear.utf8CodeUnitCount) }
      _exit(130)
    }
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

  /// How many cores there are.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  // MARK: Someone at a terminal

  /// Whether someone can be asked.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether there is a terminal to show a page on and to read keys from.
  static var hasKeys: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Asks for yes or no; anything but yes is no.
  static func ask(_ question: String) -> Bool {
    say("\(question) [y/N] ")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  /// Shows how far long work is, on one line of stderr, if that is a terminal.
  static func progress(_ text: String, isDone: Bool) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    say("\r\u{1B}[K" + (isDone ? "" : text))
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
