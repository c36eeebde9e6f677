import LossSurfaces
import Raster

/// A drawing on its way to a file.
struct Picture {
  let drawing: Drawing
  let scale: Double
  let title: String
  let description: String

  /// The file's bytes; nil is for a picture that carries no recipe.
  func png(recipe: String?) throws(InputError) -> [UInt8] {
    do {
      let recipe = recipe.map { [PNG.Text(CanonicalRecipe.keyword, $0)] } ?? []
      let png = PNG(
        try drawing.image(scale: scale), scale: scale,
        texts: [.init("Title", title), .init("Description", description)] + recipe)
      return try png.encoded()
    } catch {
      throw InputError(error.description)
    }
  }
}
