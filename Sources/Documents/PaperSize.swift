public import LossSurfaces

/// A picture's size on paper. An inch is 96 CSS pixels, so that letters of 9 px, the smallest, are 6.75 points high.
public enum PaperSize {
  public static let pixelsPerInch = 96.0
  /// What printers ask for.
  public static let usualResolution = 300.0
  /// Pixels an inch.
  public static let possibleResolutions = 36.0...2400.0

  /// CSS pixels in a unit of length.
  public static let units = [
    ("mm", pixelsPerInch / 25.4), ("cm", pixelsPerInch / 2.54), ("in", pixelsPerInch), ("px", 1),
  ]
}

extension Recipe {
  /// Gives the picture a width in CSS pixels, to the nearest whole one (a quarter of a millimetre), and keeps its shape; that of a grid
  /// is known when its cells are.
  ///
  /// Throws when it would be too narrow or too wide.
  public mutating func fit(width pixels: Double) throws(InputError) {
    let (least, most) = (Recipe.leastSize.width, Recipe.largestSide)
    guard pixels >= Double(least) - 0.5, pixels <= Double(most) else {
      let inches = Double(least) / PaperSize.pixelsPerInch
      throw InputError(
        "a picture \(NumberText.string(pixels)) CSS pixels wide is too \(pixels < Double(most) ? "narrow" : "wide")",
        remedy: "Its width is \(least) px (\(NumberText.string(inches * 25.4)) mm) to \(NumberText.string(most)) px.")
    }
    if kind == .grid, !isSized {
      fittedWidth = Int(pixels.rounded())
      return
    }
    height = Int((pixels * Double(height) / Double(width)).rounded())
    width = Int(pixels.rounded())
    isSized = true
  }
}
