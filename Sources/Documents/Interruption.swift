import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C while files are being replaced: it waits until they are whole. From any thread, any number at a time.
enum Interruption {
  private struct State {
    var depth = 0
    nonisolated(unsafe) var handler: (@convention(c) (Int32) -> Void)?
  }

  private static let state = Mutex(State())
  /// Written by the handler alone, which may do no more.
  private nonisolated(unsafe) static var hasCome: sig_atomic_t = 0

  static func hold() {
    state.withLock { state in
      if state.depth == 0 { state.handler = signal(SIGINT) { _ in Interruption.hasCome = 1 } }
      state.depth += 1
    }
  }

  static func release() {
    let isDue = state.withLock { state in
      state.depth -= 1
      guard state.depth == 0 else { return false }
      signal(SIGINT, state.handler)
      defer { hasCome = 0 }
      return hasCome != 0
    }
    // To the process: a thread that draws may be closed to signals.
    if isDue { kill(getpid(), SIGINT) }
  }
}
