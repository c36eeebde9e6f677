import Documents
import Figures
import LossSurfaces
import Markdown
import Raster
import Terminal

/// A picture on its way to a terminal.
struct ScreenPicture {
  let screen: Screen
  /// The file that the picture was written to, if any.
  var file: String?

  private var box: PictureBox { PictureBox(in: screen.size, width: screen.width) }
  private var mode: GraphicsMode { screen.graphics.mode }

  /// The recipe as it is drawn here: still, in the colours of the terminal unless a theme is asked for, and, unless it has a
  /// size of its own, at the size of the place that it takes, so that its letters are as large as the terminal's.
  func adapted(_ recipe: Recipe, hasTheme: Bool) -> Recipe {
    var recipe = recipe
    recipe.isAnimated = false
    if !hasTheme { recipe.theme = screen.isDark ? .dark : .light }
    guard !recipe.isSized, recipe.kind != .grid else { return recipe }
    let least = Recipe.leastSize
    let scale = min(box.scale, box.width / Double(least.width), box.height / Double(least.height))
    recipe.width = max(least.width, Int(box.width / scale))
    recipe.height = max(least.height, Int(box.height / scale))
    return recipe
  }

  /// What is written to the terminal; it ends with a line feed unless it is empty.
  func bytes(_ rendering: any PictureRendering) throws -> [UInt8] { try rows(rendering).bytes }

  /// What is written to the terminal, and how many of its rows that takes.
  func rows(_ rendering: any PictureRendering) throws -> ScreenRows {
    switch mode {
    case .none: return ScreenRows(bytes: [], count: 0)
    case .text: return text(words(rendering))
    case .blocks: return text(try cells(rendering))
    case .kitty, .iterm, .sixel: return try bitmap(rendering)
    }
  }

  private func text(_ lines: [String]) -> ScreenRows {
    ScreenRows(bytes: Array(lines.map { $0 + "\n" }.joined().utf8), count: lines.count)
  }

  private func words(_ rendering: any PictureRendering) -> [String] {
    let words = StyledText(
      FormulaSpacing.bound(rendering.description) + (file.map { "\nThe picture is in \($0)." } ?? ""))
    return words.lines(width: screen.width).map { $0.sequence(screen.color.depth) }
  }

  /// Paragraphs broken into lines where there is a terminal, indented as they begin.
  func wrapped(_ paragraphs: String) -> String {
    guard screen.isTerminal, screen.width > 20 else { return paragraphs }
    return paragraphs.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      let indent = String(repeating: " ", count: min(8, paragraph.prefix { $0 == " " }.count))
      return StyledText(String(paragraph)).lines(width: screen.width - indent.count).map { indent + $0.plainText }
    }.joined(separator: "\n")
  }

  // MARK: Pixels

  private func bitmap(_ rendering: any PictureRendering) throws -> ScreenRows {
    let picture = try rendering.picture()
    guard case .still(let drawing) = picture.content else { return text(words(rendering)) }
    // A picture that is higher than its place for its width becomes narrower; small multiples may be higher than the window.
    let isTall = !(rendering is GridRendering) && drawing.height / drawing.width > box.height / box.width
    let width = isTall ? box.height * drawing.width / drawing.height : min(box.width, wholeWidth)
    let columns = max(1, Int((width / screen.size.cellWidth).rounded()))
    // Where nothing is known of pixels a terminal that scales gets more of them than it may need.
    let density = screen.size.knowsPixels || mode == .sixel ? 1.0 : 2.0
    let scale = min(width * density / drawing.width, Self.largestSide / max(drawing.width, drawing.height))
    let image: Image
    do { image = try drawing.image(scale: scale) } catch { throw InputError(error.description) }
    let height = width * drawing.height / drawing.width
    let count = max(1, Int((height / screen.size.cellHeight).rounded(.up)))
    if mode == .sixel { return ScreenRows(bytes: SixelPicture.sequence(image) + Array("\n".utf8), count: count) }
    let png: [UInt8]
    do { png = try PNG(image, scale: scale, texts: []).encoded() } catch { throw InputError(error.description) }
    let sequence =
      mode == .kitty
      ? KittyPicture.sequence(png: png, columns: columns) : ItermPicture.sequence(file: png, columns: columns)
    return ScreenRows(bytes: sequence + Array("\n".utf8), count: count)
  }

  private var wholeWidth: Double { Double(screen.width) * screen.size.cellWidth }
  private static let largestSide = 8192.0

  // MARK: Cells

  /// The pictures, as many beside each other as find room; below, what they mean.
  private func cells(_ rendering: any PictureRendering) throws -> [String] {
    let pictures = try rendering.cells(columns: box.columns, rows: box.rows)
    let writer = CellLines(depth: screen.color.depth, isUnicode: screen.isUnicode)
    let each = pictures[0].columns
    let across = max(1, (screen.width + 2) / (each + 2))
    var lines: [String] = []
    for start in stride(from: 0, to: pictures.count, by: across) {
      lines += writer.row(Array(pictures[start..<min(start + across, pictures.count)]))
    }
    let legend = pictures.count == 1 ? [writer.legend(pictures[0], width: screen.width)] : []
    let notes = legend + pictures[0].key.map { writer.note($0) }
    return lines + notes.flatMap { $0.lines(width: screen.width) }.map { $0.sequence(screen.color.depth) }
  }
}
