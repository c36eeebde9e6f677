import Foundation
import Testing

@testable import Documents

/// Ctrl-C while files are being replaced, each time in a process of its own, which may have inherited that it is ignored.
@Suite struct InterruptionTests {
  /// As a terminal does, and waits until it has arrived.
  private static func interrupt() {
    kill(getpid(), SIGINT)
    usleep(200_000)
  }

  @Test func waitsForTheLastFile() async {
    await #expect(processExitsWith: .exitCode(3)) {
      signal(SIGINT, SIG_DFL)
      Interruption.hold()
      Interruption.hold()
      Self.interrupt()
      Interruption.release()
      exit(3)
    }
  }

  @Test func isNotLost() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      signal(SIGINT, SIG_DFL)
      Interruption.hold()
      Self.interrupt()
      Interruption.release()
      sleep(20)
      exit(3)
    }
  }

  @Test func nothingIsLeftBehind() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      signal(SIGINT, SIG_DFL)
      Interruption.hold()
      Interruption.release()
      Self.interrupt()
      sleep(20)
      exit(3)
    }
  }
}
