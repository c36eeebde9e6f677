import Foundation

/// A terminal that only a test sees: what is written to one end is typed at the other.
final class PseudoTerminal: Sendable {
  let master: Int32
  let slave: Int32
  /// Where the slave can be opened again.
  let path: String

  struct None: Error {}

  init() throws {
    #if os(Linux)
      // Glibc's module has none of posix_openpt and its kin; these are what they do (linux: ioctl_tty, TIOCSPTLCK, TIOCGPTN).
      master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (Int32, Int32) = (0, 0)
      guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
        throw None()
      }
      path = "/dev/pts/\(number)"
    #else
      master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else { throw None() }
      path = String(cString: name)
    #endif
    slave = open(path, O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw None() }
  }

  /// Types at it.
  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// How input, output and the terminal itself are set.
  var modes: [tcflag_t] {
    var mode = termios()
    tcgetattr(slave, &mode)
    return [mode.c_iflag, mode.c_oflag, mode.c_lflag]
  }

  func closeBoth() { for end in [master, slave] { close(end) } }
}
