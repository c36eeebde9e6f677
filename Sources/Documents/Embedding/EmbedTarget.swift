/// For whom the text that shows a figure is written.
enum EmbedTarget: String, Sendable, CaseIterable {
  /// `![alt](id.png)`, which all dialects of Markdown know.
  case plain
  /// `<picture>` with a source for dark pages.
  case github
  /// An image in four files that DocC tells apart by their names.
  case docc
  /// Two images of which Material for MkDocs shows one.
  case mkdocs
  /// The directive `{figure}`.
  case myst
  /// An image that is a figure with a number.
  case quarto
  /// `\includegraphics`.
  case latex

  /// The target of a page that says nothing, by its path; nil when that says nothing either.
  init?(ofPage path: String) {
    let small = path.lowercased()
    if small.hasSuffix(".tex") {
      self = .latex
    } else if small.hasSuffix(".qmd") {
      self = .quarto
    } else if path.split(separator: "/").dropLast().contains(where: { $0.hasSuffix(".docc") }) {
      self = .docc
    } else {
      return nil
    }
  }

  /// Whether a page can show another picture where it is dark.
  var hasDark: Bool { self == .github || self == .docc || self == .mkdocs }

  /// Whether it can show a picture in another width than its own.
  var hasWidth: Bool { self != .plain && self != .docc }

  func fits(_ syntax: PageSyntax) -> Bool { (self == .latex) == (syntax == .latex) }
}
