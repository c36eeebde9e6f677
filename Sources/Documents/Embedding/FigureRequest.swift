import Figures
import LossSurfaces

/// What a figure's marker asks for: the pictures and the words beside them.
struct FigureRequest: Sendable {
  enum Alt: Sendable {
    /// Decoration, of which nobody need be told.
    case none
    /// The picture's own description.
    case auto
    case text(String)
  }

  /// One of the files in which a figure is drawn.
  struct Variant: Sendable {
    /// The file's name, in the folder of the pictures.
    let name: String
    let recipe: Recipe
  }

  let recipe: Recipe
  let target: EmbedTarget
  /// Light, or light and dark.
  let themes: [Theme.Name]
  let alt: Alt
  let caption: String?
  let pictures: PictureFolder
  let width: FigureWidth?

  /// `id.png` first; dark ones bear `~dark`, those of two pixels a CSS pixel beside one of one `@2x`, as DocC has it.
  func variants(id: String) -> [Variant] {
    let scales = target == .docc ? [1.0, 2.0] : [recipe.scale]
    return themes.enumerated().flatMap { index, theme in
      scales.enumerated().map { number, scale in
        var one = recipe
        one.theme = theme
        one.scale = scale
        return Variant(name: id + (index > 0 ? "~dark" : "") + (number > 0 ? "@2x" : "") + ".png", recipe: one)
      }
    }
  }

  /// What is to stand between the markers; `description` is the picture's, for a figure whose words are its own.
  func text(id: String, description: String, ownWidth: Int) -> GeneratedText {
    let words =
      switch alt {
      case .none: ""
      case .auto: Escaping.oneLine(description)
      case .text(let text): Escaping.oneLine(text)
      }
    return GeneratedText(
      target: target, id: id, folder: target == .docc ? "" : pictures.prefix, hasDark: themes.count > 1, alt: words,
      caption: caption.map(Escaping.oneLine),
      width: width, ownWidth: FigureWidth(pixels: ownWidth))
  }
}
