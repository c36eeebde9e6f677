public import LossSurfaces
import Raster

/// A picture of some kind, its runs executed.
public protocol PictureRendering: Sendable {
  /// What runs did instead of what was expected; empty when every claim holds.
  var brokenPromises: [String] { get }

  /// The file's bytes, with title, description and recipe in its text chunks.
  func png() throws(InputError) -> [UInt8]
}

extension Recipe {
  /// Executes what the recipe says, whatever its figure; paths are relative to `folder`.
  public func rendering(relativeTo folder: String? = nil) throws -> any PictureRendering {
    switch kind {
    case .path: Rendering(try Plan(self, surface: surface(relativeTo: folder)))
    case .schedule: try ScheduleRendering(self)
    case .rangeTest: try RangeTestRendering(RangeTestPlan(self, surface: surface(relativeTo: folder)))
    }
  }
}

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
