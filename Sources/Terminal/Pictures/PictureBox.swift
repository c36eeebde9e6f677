/// The part of a window that a picture takes: as wide as the text, and no higher than leaves room for words.
public struct PictureBox: Hashable, Sendable {
  public let columns: Int
  public let rows: Int
  /// In device pixels.
  public let width: Double
  public let height: Double
  /// Device pixels per CSS pixel, so that letters of the picture go with those of the terminal, whose lines are taken to be
  /// 20 CSS pixels high.
  public let scale: Double

  /// However low the window, a picture may have so many.
  private static let leastLimit = 12
  /// What is left for the line above a picture, its legend, and the keys.
  private static let rowsOfWords = 10

  /// Pictures are 4:3; where a window is low they are up to twice as wide as high. They take two thirds of its rows at most, or 12.
  public init(in size: WindowSize, width: Int) {
    let most = Double(width) * size.cellWidth
    let rowsAtMost = max(Self.leastLimit, min(size.rows * 2 / 3, size.rows - Self.rowsOfWords))
    let tall = min(most * 0.75, Double(rowsAtMost) * size.cellHeight)
    rows = max(1, Int(tall / size.cellHeight))
    height = Double(rows) * size.cellHeight
    columns = max(1, min(width, Int(2 * height / size.cellWidth)))
    self.width = Double(columns) * size.cellWidth
    scale = min(max(size.cellHeight / 20, 1), 4)
  }
}
