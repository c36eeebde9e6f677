import Foundation
import Terminal
import TestSupport
import Testing

/// Keys from a terminal that only the test sees.
@Suite(.serialized) struct KeyReaderTests {
  @Test func keysComeAtOnceAndTheModeIsLeft() throws {
    let terminal = try PseudoTerminal()
    defer { terminal.closeBoth() }
    let before = terminal.modes
    let keys = try KeyReader.withKeys(from: terminal.slave) { reader in
      let raw = terminal.modes
      #expect(raw[2] & tcflag_t(ICANON | ECHO | ISIG) == 0)
      #expect(raw[1] == before[1])
      terminal.type("q\u{1B}[A\u{3}\u{4}η\u{1B}")
      return (0..<6).map { _ in reader.next() }
    }
    #expect(keys == [.character("q"), .up, .interrupt, .endOfInput, .character("η"), .escape])
    #expect(terminal.modes == before)
  }

  @Test func theModeIsLeftAfterAnError() throws {
    struct Stop: Error {}
    let terminal = try PseudoTerminal()
    defer { terminal.closeBoth() }
    let before = terminal.modes
    #expect(throws: Stop.self) { try KeyReader.withKeys(from: terminal.slave) { _ in throw Stop() } }
    #expect(terminal.modes == before)
  }

  /// When the window is closed the input ends.
  @Test func endOfInput() throws {
    let terminal = try PseudoTerminal()
    defer { close(terminal.slave) }
    try KeyReader.withKeys(from: terminal.slave) { reader in
      close(terminal.master)
      #expect(reader.next() == .endOfInput)
      #expect(reader.next() == .endOfInput)
    }
  }

  /// A signal that ends the process leaves the terminal as it was.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func signals(_ number: Int32) async throws {
    let terminal = try PseudoTerminal()
    defer { terminal.closeBoth() }
    let (before, path) = (terminal.modes, terminal.path)
    await #expect(processExitsWith: .signal(number)) { [path = path as String, number = number as Int32] in
      let slave = open(path, O_RDWR | O_NOCTTY)
      try KeyReader.withKeys(from: slave) { _ in
        var mode = termios()
        tcgetattr(slave, &mode)
        // Not in the mode that is to be left: the test fails.
        if mode.c_lflag & tcflag_t(ECHO) != 0 { exit(1) }
        // To the process: threads of the test block signals.
        kill(getpid(), number)
        sleep(5)
      }
    }
    #expect(terminal.modes == before)
  }

  @Test func noTerminal() throws {
    let pipe = Pipe()
    let error = #expect(throws: TerminalError.self) {
      try KeyReader.withKeys(from: pipe.fileHandleForReading.fileDescriptor) { _ in }
    }
    #expect(error?.problem == "there is no terminal to read keys from")
  }
}
