/// The text between the markers of a figure: what shows its pictures, and its caption.
struct GeneratedText {
  let target: EmbedTarget
  let id: String
  /// Where its files stand from the page, ending in a slash; empty for beside it, and for DocC, which goes by names alone.
  var folder = ""
  /// Whether there is a second picture, `~dark`.
  let hasDark: Bool
  /// Empty for decoration.
  let alt: String
  let caption: String?
  /// Nil where the figure says none.
  let width: FigureWidth?
  /// The width of the picture itself.
  let ownWidth: FigureWidth

  private var stem: String { folder + id }

  /// The lines, without blank ones around them.
  var lines: [String] {
    switch target {
    case .plain, .docc: ["![\(markdown(alt))](\(stem).png)"] + captionLines
    case .github: githubLines + captionLines
    case .mkdocs: mkdocsLines + captionLines
    case .myst: mystLines
    case .quarto: [quartoLine]
    case .latex: latexLines
    }
  }

  /// The whole of what stands between the markers: a blank line before and one behind; each as far in as the marker.
  func bytes(indent: Int, lineEnding: [UInt8]) -> [UInt8] {
    let margin = String(repeating: " ", count: indent)
    return ([""] + lines + [""]).flatMap { Array(($0.isEmpty ? "" : margin + $0).utf8) + lineEnding }
  }

  private func markdown(_ text: String) -> String { Escaping.markdown(text, beyond: target == .quarto ? "^@" : "") }

  private var captionLines: [String] { caption.map { ["", "*\(markdown($0))*"] } ?? [] }

  private var githubLines: [String] {
    let image = "<img alt=\"\(Escaping.html(alt))\" src=\"\(stem).png\" width=\"\((width ?? ownWidth).html)\">"
    guard hasDark else { return [image] }
    return [
      "<picture>", "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(stem)~dark.png\">", "  \(image)",
      "</picture>",
    ]
  }

  private var mkdocsLines: [String] {
    let attributes = width.map { "{ width=\"\($0.html)\" }" } ?? ""
    guard hasDark else { return ["![\(markdown(alt))](\(stem).png)\(attributes)"] }
    return [("", "light"), ("~dark", "dark")].map { "![\(markdown(alt))](\(stem)\($0).png#only-\($1))\(attributes)" }
  }

  private var mystLines: [String] {
    let options = [("name", id), ("alt", Escaping.option(alt))] + (width.map { [("width", $0.css)] } ?? [])
    return ["```{figure} \(stem).png"] + options.filter { !$0.1.isEmpty }.map { ":\($0): \($1)" }
      + (caption.map { ["", markdown($0)] } ?? []) + ["```"]
  }

  private var quartoLine: String {
    let attributes =
      ["#fig-\(id)", "fig-alt=\"\(Escaping.attribute(alt))\""] + (width.map { ["width=\($0.css)"] } ?? [])
    return "![\(caption.map(markdown) ?? "")](\(stem).png){\(attributes.joined(separator: " "))}"
  }

  private var latexLines: [String] {
    let width = width?.latex ?? "\\linewidth"
    let alt = alt.isEmpty ? "" : ", alt={\(Escaping.latex(alt))}"
    let image = "\\includegraphics[width=\(width)\(alt)]{\(stem).png}"
    return [image] + (caption.map { ["\\caption{\(Escaping.latex($0))}", "\\label{fig:\(id)}"] } ?? [])
  }
}
