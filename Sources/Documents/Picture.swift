public import LossSurfaces
public import Raster

/// A picture of some kind, its runs executed.
public protocol PictureRendering: Sendable {
  /// What runs did instead of what was expected; empty when every claim holds.
  var brokenPromises: [String] { get }

  func picture() throws(InputError) -> Picture
}

extension PictureRendering {
  /// The file's bytes, with title, description and recipe in its text chunks.
  public func png() throws(InputError) -> [UInt8] { try picture().png() }

  /// The bytes of a file of a format.
  public func bytes(as format: PictureFormat) throws(InputError) -> [UInt8] {
    switch format {
    case .png: try png()
    case .svg: Array(try picture().svg().utf8)
    }
  }
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
  /// The canonical text of the recipe that draws it.
  public let recipe: String

  /// The bytes of a PNG, with title, description and recipe in its text chunks.
  public func png() throws(InputError) -> [UInt8] {
    let texts: [PNG.Text] = [
      .init("Title", title), .init("Description", description), .init(CanonicalRecipe.keyword, recipe),
    ]
    do {
      switch content {
      case .still(let drawing): return try PNG(drawing.image(scale: scale), scale: scale, texts: texts).encoded()
      case .moving(let animation): return try animation.encoded(scale: scale, texts: texts)
      }
    } catch {
      throw InputError(error.description)
    }
  }

  /// The text of an SVG.
  ///
  /// Throws when the picture moves.
  public func svg() throws(InputError) -> String {
    guard case .still(let drawing) = content else {
      throw InputError(
        "an SVG does not move", remedy: "Write the animation as a PNG, or leave 'animate' out for a still picture.")
    }
    return SVG(drawing, title: title, description: description, recipe: recipe).text
  }
}

/// How a picture is written.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  case png
  case svg

  /// What a file's name says; a name that says nothing means PNG.
  public init(ofFile path: String) { self = path.lowercased().hasSuffix(".svg") ? .svg : .png }
}
