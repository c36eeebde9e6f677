import Foundation
import TestSupport

/// The command at a terminal of a test's own, as a reader has it: keys are typed, and what is written is read.
final class LessonTerminal {
  let terminal: PseudoTerminal
  private let process = Process()
  private let modesBefore: [tcflag_t]
  /// All that was written.
  private(set) var text = ""
  private var bytes: [UInt8] = []
  private var isHungUp = false

  struct Silence: Error, CustomStringConvertible { let description: String }

  /// Begins `descent` with arguments in a folder; `environment` is all that it is told of the terminal.
  init(
    _ command: Command, _ arguments: [String], columns: Int = 60, rows: Int = 24, hasPixels: Bool = false,
    environment: [String: String] = ["NO_COLOR": "1", "DESCENT_GRAPHICS": "text"]
  ) throws {
    terminal = try PseudoTerminal()
    terminal.resize(columns: columns, rows: rows, hasPixels: hasPixels)
    modesBefore = terminal.modes
    process.executableURL = URL(filePath: Command.binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: command.folder)
    process.environment = ["TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": command.folder, "PATH": "/usr/bin:/bin"]
      .merging(environment, uniquingKeysWith: { $1 })
    let end = FileHandle(fileDescriptor: terminal.slave)
    (process.standardInput, process.standardOutput, process.standardError) = (end, end, end)
    // Threads of the tests block signals, which a new process would inherit.
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    _ = fcntl(terminal.master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if process.isRunning { process.terminate() }
    if !isHungUp { close(terminal.master) }
    close(terminal.slave)
  }

  /// How many times a key was waited for.
  var promptCount: Int { text.components(separatedBy: "\n> ").count - 1 }

  /// What is written until the next prompt stands at the end of it.
  @discardableResult
  func prompt() throws -> String { try wait { $0.hasSuffix("\n> ") } }

  /// Types, and returns what is written until the next prompt.
  @discardableResult
  func type(_ keys: String) throws -> String {
    terminal.type(keys)
    return try prompt()
  }

  private func take() {
    guard !isHungUp else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(terminal.master, &buffer, buffer.count), count > 0 { bytes += buffer.prefix(count) }
    text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  private func wait(until isEnough: (String) -> Bool) throws -> String {
    let start = text.count
    let end = Date() + 30
    while true {
      let before = bytes.count
      take()
      let new = String(text.dropFirst(start))
      if bytes.count == before, isEnough(new) { return new }
      guard Date() < end, process.isRunning else {
        throw Silence(description: process.isRunning ? "nothing more came behind: \(new)" : "it ended: \(new)")
      }
      usleep(3000)
    }
  }

  /// Closes the window.
  func hangUp() {
    close(terminal.master)
    isHungUp = true
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// The exit code, or 128 and the signal, once it has ended; and what was still written.
  func end() throws -> (code: Int32, rest: String) {
    let start = text.count
    let end = Date() + 30
    while process.isRunning {
      take()
      guard Date() < end else { throw Silence(description: "it does not end: \(text.suffix(200))") }
      usleep(3000)
    }
    take()
    let signaled = process.terminationReason == .uncaughtSignal
    return (process.terminationStatus + (signaled ? 128 : 0), String(text.dropFirst(start)))
  }

  /// Whether the terminal is as it was before.
  var isRestored: Bool { terminal.modes == modesBefore }
}
