#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal that gives every key at once and shows none, until the mode is left.
///
/// However the process ends or pauses the terminal is as it was before: at exit, and by SIGINT, SIGTERM, SIGHUP, SIGQUIT and
/// SIGTSTP, which then do what they do by default; after SIGCONT the mode is entered again. Handlers of others are put back when it is left.
/// One terminal at a time.
enum RawMode {
  /// The state that the handlers of signals read: memory of its own, for they may not allocate.
  private struct State {
    var descriptor: Int32 = -1
    var saved = termios()
    var raw = termios()
  }

  private nonisolated(unsafe) static let state = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()

  /// What others had asked for, to be put back.
  private nonisolated(unsafe) static var handlers: [(Int32, (@convention(c) (Int32) -> Void)?)] = []

  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Enters the mode. Throws when the descriptor is no terminal.
  static func enter(_ descriptor: Int32) throws(TerminalError) {
    precondition(state.pointee.descriptor < 0, "one terminal at a time")
    guard tcgetattr(descriptor, &state.pointee.saved) == 0 else {
      throw TerminalError(
        "there is no terminal to read keys from", remedy: "Run it in a terminal, with standard input not redirected.")
    }
    state.pointee.raw = state.pointee.saved
    state.pointee.raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    // Output goes on as before: a line feed begins a line.
    state.pointee.raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    state.pointee.descriptor = descriptor
    _ = atExit
    handlers = (endings + [SIGTSTP, SIGCONT]).map { ($0, signal($0, SIG_DFL)) }
    setHandlers()
    tcsetattr(descriptor, TCSADRAIN, &state.pointee.raw)
  }

  /// Leaves the mode, if it was entered.
  static func leave() {
    let descriptor = state.pointee.descriptor
    guard descriptor >= 0 else { return }
    restore()
    state.pointee.descriptor = -1
    for (number, handler) in handlers { signal(number, handler) }
  }

  /// Pauses the process as Ctrl-Z does, and comes back when it goes on.
  static func suspend() { kill(getpid(), SIGTSTP) }

  /// Leaves at exit, once for the process.
  private static let atExit: Int32 = atexit { RawMode.leave() }

  private static func restore() { _ = tcsetattr(state.pointee.descriptor, TCSANOW, &state.pointee.saved) }

  private static func setHandlers() {
    for number in endings {
      signal(number) { number in
        RawMode.restore()
        signal(number, SIG_DFL)
        RawMode.pass(number)
      }
    }
    signal(SIGTSTP) { number in
      RawMode.restore()
      signal(number, SIG_DFL)
      RawMode.pass(number)
      // Gone on, or never stopped: the system pauses no process group without a shell behind it.
      RawMode.resume()
    }
    signal(SIGCONT) { _ in RawMode.resume() }
  }

  private static func resume() {
    guard state.pointee.descriptor >= 0 else { return }
    setHandlers()
    tcsetattr(state.pointee.descriptor, TCSANOW, &state.pointee.raw)
  }

  /// Lets a signal that is being handled, and so blocked, do what it does by default.
  private static func pass(_ number: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    raise(number)
    sigprocmask(SIG_UNBLOCK, &set, nil)
  }
}
