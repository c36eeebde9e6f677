import Foundation
import Testing

@testable import Raster

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  /// An SVG as a parser of XML reads it.
  private final class Reader: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String])] = []
    /// The text of each title, desc, recipe and text.
    private(set) var words: [(name: String, text: String)] = []

    init(_ svg: SVG) {
      super.init()
      let parser = XMLParser(data: Data(svg.text.utf8))
      parser.delegate = self
      #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements.append((name, attributes))
      if ["title", "desc", "recipe", "text"].contains(name) { words.append((name, "")) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      // Line ends between elements.
      guard !words.isEmpty, string != "\n" else { return }
      words[words.count - 1].text += string
    }

    func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }
    func text(of name: String) -> [String] { words.filter { $0.name == name }.map(\.text) }
  }

  private func svg(_ elements: [Drawing.Element]) throws -> SVG {
    try SVG(
      Drawing(width: 200, height: 100.5, background: Color(0xFAFBFC), elements: elements), title: "a < b & \"c\"",
      description: "what it shows", recipe: "surface: ravine\n")
  }

  @Test func saysWhatItIs() throws {
    let reader = Reader(try svg([]))
    #expect(reader.elements[0].name == "svg")
    #expect(reader.elements[0].attributes["viewBox"] == "0 0 200 100.5")
    #expect(reader.elements[0].attributes["width"] == "200" && reader.elements[0].attributes["role"] == "img")
    // Title and description first, as readers of the screen want it.
    #expect(reader.elements[1].name == "title" && reader.elements[2].name == "desc")
    #expect(reader.text(of: "title") == ["a < b & \"c\""])
    #expect(reader.text(of: "desc") == ["what it shows"])
    #expect(reader.all("recipe") == [["xmlns": SVG.recipeNamespace]])
    #expect(reader.all("rect").first?["fill"] == "#fafbfc")
  }

  @Test(arguments: ["<>&\"'", "]]>", "λ₁ × 10⁻³", "a\u{0}b\u{1F}", "\u{FFFF}", "e\u{301}", "line\nline", "\r"])
  func anyTextIsCarried(_ text: String) throws {
    let svg = try SVG(
      Drawing(width: 1, height: 1, background: white), title: text, description: text, recipe: text)
    let kept = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { ($0.value < 32 && $0 != "\n" && $0 != "\r") || $0.value == 0xFFFF ? "\u{FFFD}" : $0 })
    )
    #expect(Reader(svg).text(of: "title") == [kept])
    #expect(Reader(svg).text(of: "recipe") == [kept])
    #expect(try SVGContents(svg.text).recipe == kept)
  }

  @Test func saysItBack() throws {
    let contents = try SVGContents(try svg([]).text)
    #expect(contents.width == 200 && contents.height == 100.5)
    #expect(contents.title == "a < b & \"c\"" && contents.description == "what it shows")
    #expect(contents.recipe == "surface: ravine\n")
    #expect(try SVGContents.isSVG(Array(svg([]).text.utf8)) && !SVGContents.isSVG([137, 80, 78, 71]))
    let bare = try SVGContents("<svg width=\"3\" height=\"4\"/>")
    #expect(bare.title == nil && bare.recipe == nil)
  }

  @Test(arguments: [
    "", "<html>", "<svg>", "<svg width=\"3\"", "<svg width=\"3cm\" height=\"4\">", "<svg width=\"nan\" height=\"1\">",
  ])
  func whatIsNoSVGIsRefused(_ text: String) {
    #expect(throws: RasterError.self) { try SVGContents(text) }
  }

  @Test func shapes() throws {
    let path = Path([(1, 2), (3.456, -0.001), (3.456, -0.001), (10, 10.5)], isClosed: true)
    let reader = Reader(
      try svg([
        .fill(path, Color(0x3C5A6B, alpha: 0.55)), .stroke(path, Stroke(black, width: 1.6, dash: [6, 3], cap: .butt)),
        .stroke(Path([(5, 5)]), Stroke(black, width: 1)), .stroke(Path([(0, 0), (1, 0)]), Stroke(black, width: 0)),
      ]))
    let paths = reader.all("path")
    #expect(paths.map { $0["d"] } == ["M1 2l2.46-2 6.54 10.5z", "M1 2l2.46-2 6.54 10.5z", "M5 5h0", "M0 0l1 0"])
    #expect(paths[0]["fill"] == "#3c5a6b" && paths[0]["fill-opacity"] == ".55")
    #expect(paths[1]["stroke-dasharray"] == "6 3" && paths[1]["stroke-linecap"] == "butt")
    #expect(paths[1]["stroke-width"] == "1.6" && paths[1]["stroke-opacity"] == nil)
    #expect(paths[3]["vector-effect"] == "non-scaling-stroke")
  }

  /// What is nowhere is left out, and nothing is infinite.
  @Test func noNumberThatIsNone() throws {
    let wild: [(Double, Double)] = [(.nan, 1), (1, 1), (2, .nan), (3, 3), (4, .infinity), (-1e300, 5)]
    let text = try svg([
      .fill(Path(wild, isClosed: true), black), .stroke(Path(wild), Stroke(black, width: .nan)),
      .stroke(Path([(.nan, .nan)]), Stroke(black, width: 1)), .fill(Path(), black),
      .text(Text("x", at: Position(.nan, .infinity), size: 9, color: black)),
    ])
    for word in ["nan", "inf", "e+"] { #expect(!text.text.contains(word)) }
    #expect(
      Reader(text).all("path").map { $0["d"] } == [
        "M1 1l2 2 1 999997-1000004-999995z", "M1 1h0M3 3l1 999997-1000004-999995",
      ])
  }

  /// A line of text has the width that it has in our typeface.
  @Test func texts() throws {
    let text = Text(
      "η = 0.1", at: Position(50, 60), anchor: .end, size: 11, weight: .bold, color: black,
      halo: .init(Color(0xFFFFFF, alpha: 0.85), width: 2.4), rotation: -90)
    let reader = Reader(try svg([.text(text), .text(Text("", at: Position(0, 0), size: 9, color: black))]))
    let texts = reader.all("text")
    #expect(reader.text(of: "text") == ["η = 0.1"])
    #expect(texts[0]["text-anchor"] == "end" && texts[0]["font-weight"] == "700" && texts[0]["font-size"] == "11")
    #expect(texts[0]["transform"] == "rotate(-90 50 60)")
    #expect(texts[0]["paint-order"] == "stroke" && texts[0]["stroke-width"] == "4.8")
    let width = Typeface.width(of: "η = 0.1", size: 11, weight: .bold)
    #expect(texts[0]["textLength"].flatMap(Double.init).map { abs($0 - width) <= 0.005 } == true)
  }

  @Test func clipsAreShared() throws {
    let rect = Rect(x: 10, y: 20, width: 30.5, height: 40)
    let line = Drawing.Element.stroke(Path([(0, 0), (100, 100)]), Stroke(black, width: 1))
    let reader = Reader(try svg([.clipped(rect, [line]), .clipped(rect, [line, .clipped(rect, [line])])]))
    #expect(reader.all("clipPath").map { $0["id"] } == ["clip_10_20_30.5_40"])
    #expect(reader.all("g").filter { $0["clip-path"] == "url(#clip_10_20_30.5_40)" }.count == 3)
    #expect(reader.elements.firstIndex { $0.name == "clipPath" }! < reader.elements.firstIndex { $0.name == "g" }!)
  }

  /// A field that knows its regions gives them; another is a picture, transparent where the field is.
  @Test func fields() throws {
    var field = Field(rect: Rect(x: 10, y: 10, width: 4, height: 2), summary: "halves") { block, pixels, stride in
      for row in 0..<block.rows {
        for column in 0..<block.columns {
          let x = block.origin.x + Double(column) * block.pitch
          let right = x < 12 ? Color(0x112233) : Color(red: 0, green: 0, blue: 0, alpha: 51)
          pixels[row * stride + column] = x < 11 ? 0 : right.packed
        }
      }
    }
    let image = try #require(Reader(try svg([.field(field)])).all("image").first)
    #expect([image["x"], image["y"], image["width"], image["height"]] == ["10", "10", "4", "2"])
    let link = try #require(image["xlink:href"])
    let prefix = "data:image/png;base64,"
    #expect(link.hasPrefix(prefix))
    let bytes = [UInt8](try #require(Data(base64Encoded: String(link.dropFirst(prefix.count)))))
    let decoded = try PNG(decoding: bytes)
    #expect(decoded.image.width == 8 && decoded.image.height == 4 && decoded.scale == 2)
    // What is transparent lies over white in the decoder; a fifth of black over the page's 0xFAFBFC is 0xC8C9CA.
    let row = decoded.image.pixels.prefix(8).map { $0 & 0xFF_FFFF }
    #expect(row == [0xFF_FFFF, 0xFF_FFFF, 0x33_2211, 0x33_2211, 0xCA_C9C8, 0xCA_C9C8, 0xCA_C9C8, 0xCA_C9C8])
    #expect(Data(bytes).range(of: Data("tRNS".utf8)) != nil)
    field.regions = { [.init(outline: .rectangle(Rect(x: 1, y: 1, width: 2, height: 2)), color: black)] }
    let regions = Reader(try svg([.field(field)])).all("path")
    #expect(regions.count == 1 && regions[0]["fill-rule"] == "evenodd" && regions[0]["d"] == "M1 1l2 0 0 2-2 0z")
  }

  /// More colours than a palette holds are carried too.
  @Test func aFieldOfManyColors() throws {
    let field = Field(rect: Rect(x: 0, y: 0, width: 64, height: 64), summary: "cube") { block, pixels, stride in
      for row in 0..<block.rows {
        for column in 0..<block.columns {
          let color = Color(
            red: UInt8(2 * (column & 127)), green: UInt8(2 * row & 255), blue: UInt8((row ^ column) & 127))
          pixels[row * stride + column] = row == 0 ? 0 : color.packed
        }
      }
    }
    let image = try #require(try FieldImage(field, over: white))
    let pixels = try PNG(decoding: image.png).image.pixels
    #expect(pixels[0] == 0xFFFF_FFFF && pixels[128 * 3 + 5] & 0xFF_FFFF == 0x06_060A)
  }

  /// It gets fewer pixels than two to the CSS pixel.
  @Test func aFieldOfTheLargestSide() throws {
    let field = Field(rect: Rect(x: 0, y: 0, width: 12_000, height: 3), summary: "strip") { block, pixels, stride in
      for row in 0..<block.rows { (pixels + row * stride).update(repeating: 0xFF00_0000, count: block.columns) }
    }
    let image = try #require(try FieldImage(field, over: white))
    let picture = try PNG(decoding: image.png).image
    #expect(picture.width == Drawing.largestSide - 1 && picture.height == 5)
    #expect(abs(image.rect.width - 12_000) < 1 && image.rect.height >= 3 && image.rect.height < 4)
  }

  @Test(arguments: 0..<7) func base64(_ count: Int) {
    let bytes = (0..<count).map { (i: Int) -> UInt8 in UInt8((i * 89 + 250) & 255) }
    #expect(Base64.text(bytes) == Array(Data(bytes).base64EncodedString().utf8))
  }

  @Test func base64OfManyBytes() {
    let bytes = (0..<5000).map { (i: Int) -> UInt8 in UInt8((i * i * 31 + i) & 255) }
    #expect(Base64.text(bytes) == Array(Data(bytes).base64EncodedString().utf8))
  }
}
