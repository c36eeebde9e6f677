import LossSurfaces
import Testing

@testable import Documents

/// What stands between the markers, for each target.
@Suite struct GeneratedTextTests {
  private static func lines(
    _ target: EmbedTarget, dark: Bool = false, alt: String = "A bowl.", caption: String? = nil, width: String? = nil
  ) throws -> [String] {
    GeneratedText(
      target: target, id: "a", hasDark: dark, alt: alt, caption: caption,
      width: try width.map { try FigureWidth(parsing: $0, for: target) }, ownWidth: FigureWidth(pixels: 720)
    ).lines
  }

  @Test func plain() throws {
    #expect(try Self.lines(.plain) == ["![A bowl.](a.png)"])
    #expect(try Self.lines(.plain, alt: "", caption: "Round.") == ["![](a.png)", "", "*Round.*"])
  }

  @Test func github() throws {
    #expect(try Self.lines(.github) == ["<img alt=\"A bowl.\" src=\"a.png\" width=\"720\">"])
    #expect(
      try Self.lines(.github, dark: true, alt: "\"<&>\"", caption: "x", width: "80%") == [
        "<picture>", "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"a~dark.png\">",
        "  <img alt=\"&quot;&lt;&amp;&gt;&quot;\" src=\"a.png\" width=\"80%\">", "</picture>", "", "*x*",
      ])
  }

  @Test func docc() throws { #expect(try Self.lines(.docc, dark: true) == ["![A bowl.](a.png)"]) }

  @Test func mkdocs() throws {
    #expect(
      try Self.lines(.mkdocs, dark: true, width: "320") == [
        "![A bowl.](a.png#only-light){ width=\"320\" }", "![A bowl.](a~dark.png#only-dark){ width=\"320\" }",
      ])
  }

  @Test func myst() throws {
    #expect(
      try Self.lines(.myst, alt: "a: b", caption: "c", width: "1in") == [
        "```{figure} a.png", ":name: a", ":alt: \"a: b\"", ":width: 96px", "", "c", "```",
      ])
  }

  @Test func quarto() throws {
    #expect(
      try Self.lines(.quarto, alt: "say \"x\\y\"", caption: "x^2 @ y") == [
        "![x\\^2 \\@ y](a.png){#fig-a fig-alt=\"say \\\"x\\\\y\\\"\"}"
      ])
  }

  @Test func latex() throws {
    #expect(
      try Self.lines(.latex, alt: "50 % of λ_1", caption: "η < 2/λ", width: "80%") == [
        "\\includegraphics[width=0.8\\linewidth, alt={50 \\% of \\ensuremath{\\lambda}\\_1}]{a.png}",
        "\\caption{\\ensuremath{\\eta} \\ensuremath{<} 2/\\ensuremath{\\lambda}}", "\\label{fig:a}",
      ])
    #expect(try Self.lines(.latex, alt: "") == ["\\includegraphics[width=\\linewidth]{a.png}"])
  }

  @Test(arguments: [
    ("640", "640", "6.67in"), ("640px", "640", "6.67in"), ("80%", "80%", "0.8\\linewidth"), ("25.4mm", "96", "25.4mm"),
    ("2.54cm", "96", "2.54cm"), ("\\textwidth", "", "\\textwidth"), ("0.5 \\columnwidth", "", "0.5\\columnwidth"),
  ])
  func widths(_ text: String, html: String, latex: String) throws {
    let width = try FigureWidth(parsing: text, for: .latex)
    #expect(width.latex == latex)
    if !html.isEmpty { #expect(width.html == html) }
  }

  @Test(arguments: ["", "wide", "-3", "0", "1e9", "3em", "}\\input{x}", "\" onload=\"x", "\\linewidth"])
  func badWidths(_ text: String) {
    #expect(throws: InputError.self) { try FigureWidth(parsing: text, for: .github) }
  }

  /// What a reader of Markdown gives back is the text that went in.
  @Test(arguments: [
    ("a_b and _c_", "a_b and \\_c\\_"), ("x < y & z", "x < y & z"), ("<b> &amp;", "\\<b> \\&amp;"),
    ("[a](b)", "\\[a\\](b)"),
    ("`x` $y$ ~z~ \\", "\\`x\\` \\$y\\$ \\~z\\~ \\\\"), ("**", "\\*\\*"), ("η → λ²", "η → λ²"),
  ])
  func markdown(_ text: String, escaped: String) { #expect(Escaping.markdown(text) == escaped) }

  @Test func textIsOneLine() {
    #expect(Escaping.oneLine("  a\n\n b\r\n\tc\u{7}d\u{2028}e ") == "a b c d e")
  }

  @Test func standsAsFarInAsItsMarker() {
    let text = GeneratedText(
      target: .plain, id: "a", hasDark: false, alt: "x", caption: "y", width: nil, ownWidth: FigureWidth(pixels: 1))
    #expect(
      String(decoding: text.bytes(indent: 2, lineEnding: [13, 10]), as: UTF8.self)
        == "\r\n  ![x](a.png)\r\n\r\n  *y*\r\n\r\n")
  }

  @Test func sums() {
    let sum = GeneratedSum.of("\n![x](y)\n".utf8)
    #expect(sum.count == 10)
    #expect(sum == GeneratedSum.of("\r\n![x](y)\r\n".utf8))
    #expect(sum == GeneratedSum.of("\r![x](y)\r".utf8))
    #expect(sum != GeneratedSum.of("\n![x](z)\n".utf8))
    // The first 64 bits of SHA-256 of nothing are e3b0c44298fc1c14; modulo 62¹⁰ in base 62.
    #expect(GeneratedSum.of([UInt8]()) == "XzS1IOHZlk")
  }
}
