import Foundation
import Testing

@testable import Documents

@Suite struct LessonHTMLTests {
  @Test func holdsEverythingAndFetchesNothing() throws {
    let html = try LessonHTML(LessonFixture.read().lesson).text()
    #expect(!html.contains("src=\"http"))
    #expect(!html.contains("<link"))
    #expect(!html.contains("url("))
    #expect(html.components(of: "data:image/png;base64,iVBORw0KGgo") == 2)
    #expect(html.contains("alt=\"A bowl with a path to its middle.\""))
    #expect(html.contains("<details class=\"curtain\" data-figure=\"bowl-half\">"))
    #expect(html.contains("data-answer=\"10.0\" data-margin=\"0.0\""))
    // The praise stands before it.
    #expect(html.contains("data-right=\"true\" data-why=\"A factor of 1/2 a step.\""))
    #expect(html.components(of: "type=\"radio\"") == 2)
  }

  /// The figure right behind a number shows it, and so it stays hidden as well.
  @Test func numbersHideTheFigureBehindThem() throws {
    let parts = LessonFixture.page.components(separatedBy: "<!-- descent:number")
    let figure = """
      <!-- descent:figure slower
      surface: bowl
      size: 320x240
      alt: A bowl.
      -->
      <!-- descent:end slower -->

      ## Play
      """
    let page = parts[0] + "<!-- descent:number" + parts[1].replacing("## Play", with: figure)
    let html = try LessonHTML(LessonFixture.read(page).lesson).text()
    #expect(html.components(of: "<details class=\"curtain\"") == 2)
    #expect(html.contains("<form data-shows=\"slower\" data-answer="))
  }

  @Test(
    arguments: [
      ("a < b & \"c\" <script>alert(1)</script>", "<p>a\u{A0}&lt;\u{A0}b &amp; &quot;c&quot; alert(1)</p>"),
      ("[x](javascript:alert(1))", "<p>x</p>"), ("[x](02-b.md)", "<p><a href=\"02-b.html\">x</a></p>"),
      ("[x](https://a.b/?c=\"d\"&e)", "<p><a href=\"https://a.b/?c=&quot;d&quot;&amp;e\">x</a></p>"),
      ("`<b>`", "<p><code>&lt;b&gt;</code></p>"), ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
      ("```\n<i>\n```", "<pre tabindex=\"0\"><code>&lt;i&gt;</code></pre>"), ("## *a*", "<h2><em>a</em></h2>"),
      ("```\na --b\n```", "<pre tabindex=\"0\"><code>a <span>--b</span></code></pre>"),
      (
        "```\na -o b.png --c -1,2\n```",
        "<pre tabindex=\"0\"><code>a <span>-o b.png</span> <span>--c -1,2</span></code></pre>"
      ),
      ("at η = 0.1, γ^t or ε_τ", "<p>at η\u{A0}=\u{A0}0.1, γ<sup>t</sup> or ε<sub>τ</sub></p>"),
      ("(a/b)^(i/(n−1)), α^⌊t/N⌋", "<p>(a/b)<sup>i/(n−1)</sup>, α<sup>⌊t/N⌋</sup></p>"),
      ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
    ])
  func escapesAndLinks(markdown: String, html: String) {
    let writer = MarkdownHTMLWriter { $0.hasSuffix(".md") ? $0.dropLast(3) + ".html" : nil }
    #expect(writer.html(markdown) == html)
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
