import LossSurfaces
import Raster

/// A drawing on its way to a file.
struct Picture {
  let drawing: Drawing
  let scale: Double
  let title: String
  let description: String

  func png(recipe: String) throws(InputError) -> [UInt8] {
    do {
      let png = PNG(
        try drawing.image(scale: scale), scale: scale,
        texts: [
          .init("Title", title), .init("Description", description), .init(CanonicalRecipe.keyword, recipe),
        ])
      return try png.encoded()
    } catch {
      throw InputError(error.description)
    }
  }
}
