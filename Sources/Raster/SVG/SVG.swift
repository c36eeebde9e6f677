/// Scalable vector graphics (SVG 1.1, with `paint-order` of SVG 2 for the casing of letters).
///
/// Text stays text: each line is given the width that it has in our typeface, whatever font a reader's machine sets it
/// in, and the font list begins with rounded ones. Numbers have at most 2 decimals. What has no outlines, as a shaded
/// surface, is a picture within the picture.
public struct SVG: Hashable, Sendable {
  /// What identifies the element of the recipe in the file's metadata.
  public static let recipeNamespace = "urn:descent:recipe"

  public let text: String

  /// - Parameters:
  ///   - drawing: What is drawn.
  ///   - title: The name of the picture, for those who cannot see it and as a tooltip.
  ///   - description: What it shows.
  ///   - recipe: What the metadata carry, if anything.
  ///
  /// Throws when a field that has no outlines cannot be made a picture.
  public init(_ drawing: Drawing, title: String, description: String, recipe: String?) throws(RasterError) {
    var writer = SVGWriter(background: drawing.background)
    try writer.write(drawing.elements)
    let size = SVGNumber.pair(drawing.width, drawing.height)
    let metadata = recipe.map { recipe in
      [#"<metadata><recipe xmlns="\#(Self.recipeNamespace)">\#(XMLText.escaped(recipe))</recipe></metadata>"#]
    }
    let lines =
      [
        #"<?xml version="1.0" encoding="UTF-8"?>"#,
        #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(size.0)" height="\#(size.1)""#
          + #" viewBox="0 0 \#(size.0) \#(size.1)" role="img">"#,
        "<title>\(XMLText.escaped(title))</title>",
        "<desc>\(XMLText.escaped(description))</desc>",
      ] + (metadata ?? []) + writer.definitions + [
        #"<rect width="100%" height="100%" fill="\#(drawing.background.hex)"/>"#,
        #"<g fill="none" stroke-linecap="round" stroke-linejoin="round" font-family="\#(Self.fonts)">"#,
      ] + writer.lines + ["</g>", "</svg>"]
    text = lines.joined(separator: "\n") + "\n"
  }

  private static let fonts =
    "'Varela Round', Nunito, Quicksand, 'Arial Rounded MT Bold', 'Hiragino Maru Gothic ProN', ui-rounded, "
    + "'DejaVu Sans', Verdana, sans-serif"
}
