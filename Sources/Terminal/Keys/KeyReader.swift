#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads keys from a terminal.
///
///     try KeyReader.withKeys { keys in
///       switch keys.next() { case .character("q"), .interrupt, .endOfInput: return; … }
///     }
public struct KeyReader: ~Copyable {
  private let descriptor: Int32
  private var parser = KeyParser()
  private var keys: [Key] = []
  /// How long the rest of a sequence may take, in milliseconds; an escape alone is the key Esc after that.
  private static let patience: Int32 = 50

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Lends a reader of the terminal behind a descriptor (0 is standard input), which gives keys one by one and unseen while the
  /// body runs. However that ends, the terminal is afterwards as it was.
  ///
  /// Throws when there is no terminal, and what the body throws.
  public static func withKeys<Result>(
    from descriptor: Int32 = 0, _ body: (inout KeyReader) throws -> Result
  ) throws -> Result {
    try RawMode.enter(descriptor)
    defer { RawMode.leave() }
    var reader = KeyReader(descriptor)
    return try body(&reader)
  }

  /// The next key; waits for it. At the end of the input `.endOfInput`, again and again.
  ///
  /// Ctrl-Z pauses the process here and is then followed by `.suspend`, after which the reader's page is to be drawn again. Ctrl-C is
  /// a key: who asks decides what it ends.
  public mutating func next() -> Key {
    while keys.isEmpty { wait() }
    let key = keys.removeFirst()
    if key == .suspend { RawMode.suspend() }
    return key
  }

  /// Forgets what was typed and not yet asked for.
  public mutating func discardPending() {
    keys = []
    parser = KeyParser()
    tcflush(descriptor, TCIFLUSH)
  }

  private mutating func wait() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let ready = poll(&request, 1, parser.isWaiting ? Self.patience : -1)
    if ready == 0 { keys += parser.flush() }
    if ready == 0 || ready < 0 && errno == EINTR { return }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      keys += parser.take(buffer.prefix(count))
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      keys += parser.flush() + [.endOfInput]
    }
  }
}
