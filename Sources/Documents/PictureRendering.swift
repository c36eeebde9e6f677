public import Figures
public import LossSurfaces
public import Raster

/// A picture of some kind, its runs executed.
public protocol PictureRendering: Sendable {
  /// What runs did instead of what was expected; empty when every claim holds.
  var brokenPromises: [String] { get }

  /// What the picture shows and what happened, in words made from the runs.
  var description: String { get }

  func picture() throws(InputError) -> Picture

  /// The same for a coarse grid of cells: one picture of that many columns and at most so many rows, or, where the picture
  /// has cells of its own, a smaller one for each.
  func cells(columns: Int, rows: Int) throws(InputError) -> [CellPicture]
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

/// A picture of runs, which can be watched as they go on.
public protocol MovingRendering: PictureRendering {
  var recipe: Recipe { get }

  func drawing() throws(InputError) -> Drawing

  /// The runs as they go on, whether or not the recipe's picture moves.
  func animation() throws(InputError) -> Animation
}

extension MovingRendering {
  /// Still, or moving where the recipe says so.
  func content() throws(InputError) -> Picture.Content {
    recipe.isAnimated ? .moving(try animation()) : .still(try drawing())
  }
}
