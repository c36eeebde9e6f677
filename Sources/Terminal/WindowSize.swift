#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The size of a terminal's window.
public struct WindowSize: Hashable, Sendable {
  public var columns: Int
  public var rows: Int
  /// Of one cell, in device pixels; 10 by 20 where the terminal does not say.
  public var cellWidth: Double
  public var cellHeight: Double
  /// Whether the terminal itself told the size of a cell.
  public var knowsPixels: Bool

  /// Of a terminal that has that many columns and rows, and, unless these are 0, that many pixels.
  public init(columns: Int, rows: Int, pixelWidth: Int = 0, pixelHeight: Int = 0) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    knowsPixels = pixelWidth >= columns && pixelHeight >= rows && pixelWidth > 0 && pixelHeight > 0
    cellWidth = knowsPixels ? Double(pixelWidth) / Double(self.columns) : 10
    cellHeight = knowsPixels ? Double(pixelHeight) / Double(self.rows) : 20
  }

  /// Of the terminal behind a descriptor; else as `COLUMNS` and `LINES` say; else 80 by 24.
  public init(ofDescriptor descriptor: Int32, environment: [String: String]) {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
      self.init(
        columns: Int(size.ws_col), rows: Int(size.ws_row), pixelWidth: Int(size.ws_xpixel),
        pixelHeight: Int(size.ws_ypixel))
    } else {
      func number(_ name: String, else usual: Int) -> Int {
        environment[name].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil } ?? usual
      }
      self.init(columns: number("COLUMNS", else: 80), rows: number("LINES", else: 24))
    }
  }
}
