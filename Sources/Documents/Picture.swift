public import LossSurfaces
public import Raster

/// A drawing, still or moving, on its way to a file.
public struct Picture: Sendable {
  public enum Content: Sendable {
    case still(Drawing)
    case moving(Animation)
  }

  public let content: Content
  /// Device pixels per CSS pixel.
  public let scale: Double
  public let title: String
  public let description: String
  /// The canonical text of the recipe that draws it; nil is for a picture that carries none.
  public let recipe: String?

  /// The bytes of a PNG, with title, description and recipe in its text chunks.
  public func png() throws(InputError) -> [UInt8] {
    let recipe = recipe.map { [PNG.Text(CanonicalRecipe.keyword, $0)] } ?? []
    let texts = [PNG.Text("Title", title), PNG.Text("Description", description)] + recipe
    do {
      switch content {
      case .still(let drawing): return try PNG(drawing.image(scale: scale), scale: scale, texts: texts).encoded()
      case .moving(let animation): return try animation.encoded(scale: scale, texts: texts)
      }
    } catch {
      throw InputError(error.description)
    }
  }

  /// The text of an SVG, with title, description and recipe in elements of their own.
  ///
  /// Throws when the picture moves.
  public func svg() throws(InputError) -> String {
    guard case .still(let drawing) = content else {
      throw InputError(
        "an SVG does not move", remedy: "Write the animation as a PNG, or leave 'animate' out for a still picture.")
    }
    do {
      return try SVG(drawing, title: title, description: description, recipe: recipe).text
    } catch {
      throw InputError(error.description)
    }
  }
}
