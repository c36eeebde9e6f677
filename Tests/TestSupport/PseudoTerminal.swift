package import Foundation

/// A terminal that only a test sees: what is written to one end is typed at the other.
package final class PseudoTerminal: Sendable {
  package let master: Int32
  package let slave: Int32
  /// Where the slave can be opened again.
  package let path: String

  package struct None: Error {}

  package init() throws {
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

  /// Makes the window another size; with cells of 10 by 20 pixels it says so.
  package func resize(columns: Int, rows: Int, hasPixels: Bool = false) {
    let (width, height) = hasPixels ? (columns * 10, rows * 20) : (0, 0)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(width), ws_ypixel: UInt16(height))
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types at it.
  package func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// How input, output and the terminal itself are set.
  package var modes: [tcflag_t] {
    var mode = termios()
    tcgetattr(slave, &mode)
    return [mode.c_iflag, mode.c_oflag, mode.c_lflag]
  }

  package func closeBoth() { for end in [master, slave] { close(end) } }
}
