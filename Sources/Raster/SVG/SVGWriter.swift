/// Turns elements of a drawing into lines of SVG.
struct SVGWriter {
  /// The colour of the page.
  let background: Color
  private(set) var lines: [String] = []
  private var clips: [String] = []

  init(background: Color) { self.background = background }

  /// The rectangles to which elements are clipped; they must stand before them.
  var definitions: [String] { clips.isEmpty ? [] : ["<defs>"] + clips + ["</defs>"] }

  mutating func write(_ elements: [Drawing.Element]) throws(RasterError) {
    for element in elements {
      switch element {
      case .fill(let path, let color): write(path, color)
      case .stroke(let path, let stroke): write(path, stroke)
      case .text(let text): write(text)
      case .field(let field): try write(field)
      case .clipped(let rect, let inner):
        lines.append(#"<g clip-path="url(#\#(clip(rect)))">"#)
        try write(inner)
        lines.append("</g>")
      }
    }
  }

  /// The name of a clip; it tells the rectangle, so that pictures in one page may share it.
  private mutating func clip(_ rect: Rect) -> String {
    let (x, y) = SVGNumber.pair(rect.x, rect.y)
    let (width, height) = SVGNumber.pair(max(rect.width, 0), max(rect.height, 0))
    let name = "clip_\(x)_\(y)_\(width)_\(height)"
    let line =
      #"<clipPath id="\#(name)"><rect x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)"/></clipPath>"#
    if !clips.contains(line) { clips.append(line) }
    return name
  }

  private mutating func write(_ path: Path, _ color: Color, rule: String = "") {
    let data = path.svgData(isStroke: false)
    guard !data.isEmpty else { return }
    lines.append(#"<path d="\#(data)" \#(Self.paint("fill", color))\#(rule)/>"#)
  }

  private mutating func write(_ path: Path, _ stroke: Stroke) {
    let data = path.svgData(isStroke: true)
    guard !data.isEmpty else { return }
    var line = #"<path d="\#(data)" \#(Self.paint("stroke", stroke.color))"#
    if stroke.width == 0 {
      line += #" vector-effect="non-scaling-stroke""#
    } else if stroke.width != 1 {
      line += #" stroke-width="\#(SVGNumber.text(stroke.width))""#
    }
    if !stroke.dash.isEmpty {
      line += #" stroke-dasharray="\#(stroke.dash.map(SVGNumber.text).joined(separator: " "))""#
    }
    if stroke.cap == .butt { line += #" stroke-linecap="butt""# }
    lines.append(line + "/>")
  }

  private mutating func write(_ text: Text) {
    guard !text.string.isEmpty else { return }
    let (x, y) = SVGNumber.pair(text.position.x, text.position.y)
    let width = Typeface.width(of: text.string, size: text.size, weight: text.weight)
    var line = #"<text x="\#(x)" y="\#(y)" font-size="\#(SVGNumber.text(text.size))""#
    if text.weight == .bold { line += #" font-weight="700""# }
    switch text.anchor {
    case .start: break
    case .middle: line += #" text-anchor="middle""#
    case .end: line += #" text-anchor="end""#
    }
    line +=
      #" textLength="\#(SVGNumber.text(width))" lengthAdjust="spacingAndGlyphs" \#(Self.paint("fill", text.color))"#
    if let halo = text.halo {
      line += #" \#(Self.paint("stroke", halo.color)) stroke-width="\#(SVGNumber.text(2 * halo.width))""#
      line += #" paint-order="stroke""#
    }
    if text.rotation != 0 { line += #" transform="rotate(\#(SVGNumber.text(text.rotation)) \#(x) \#(y))""# }
    lines.append(line + ">\(XMLText.escaped(text.string))</text>")
  }

  /// The regions of a field, or, when it knows none, a picture of it.
  private mutating func write(_ field: Field) throws(RasterError) {
    if let regions = field.regions?() {
      for region in regions { write(region.outline, region.color, rule: #" fill-rule="evenodd""#) }
      return
    }
    guard let image = try FieldImage(field, over: background) else { return }
    let (x, y) = SVGNumber.pair(image.rect.x, image.rect.y)
    let (width, height) = SVGNumber.pair(image.rect.width, image.rect.height)
    lines.append(
      #"<image x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)" preserveAspectRatio="none""#
        + #" xmlns:xlink="http://www.w3.org/1999/xlink""#
        + #" xlink:href="data:image/png;base64,\#(String(decoding: Base64.text(image.png), as: UTF8.self))"/>"#)
  }

  private static func paint(_ property: String, _ color: Color) -> String {
    let opacity = color.alpha == 255 ? "" : #" \#(property)-opacity="\#(SVGNumber.text(Double(color.alpha) / 255))""#
    return #"\#(property)="\#(color.hex)"\#(opacity)"#
  }
}
