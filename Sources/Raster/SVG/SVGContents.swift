/// What an SVG of ours says of itself.
public struct SVGContents: Hashable, Sendable {
  /// CSS pixels.
  public let width: Double
  public let height: Double
  public let title: String?
  public let description: String?
  public let recipe: String?

  /// Reads the file's beginning, as `SVG` writes it; of another program's file what stands in the same form.
  ///
  /// Throws when there is no SVG element with a size in pixels.
  public init(_ text: String) throws(RasterError) {
    guard let tag = Self.tag("svg", in: text), let width = Self.number("width", in: tag),
      let height = Self.number("height", in: tag), (0...1e9).contains(width), (0...1e9).contains(height)
    else { throw RasterError("the SVG cannot be read: it has no element svg with a width and a height") }
    (self.width, self.height) = (width, height)
    title = Self.content(of: "title", in: text)
    description = Self.content(of: "desc", in: text)
    recipe = Self.content(of: "recipe", in: text)
  }

  /// Whether a file's bytes look like one.
  public static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(512).drop { [9, 10, 13, 32].contains($0) }
    return start.starts(with: "<?xml".utf8) || start.starts(with: "<svg".utf8)
  }

  /// The first tag of a name, from its name to its end.
  private static func tag(_ name: String, in text: String) -> Substring? {
    guard let start = text.firstRange(of: "<\(name)") else { return nil }
    let rest = text[start.upperBound...]
    return rest.firstIndex(of: ">").map { rest[..<$0] }
  }

  private static func number(_ attribute: String, in tag: Substring) -> Double? {
    guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return Double(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The text of the first element of a name.
  private static func content(of name: String, in text: String) -> String? {
    guard let tag = tag(name, in: text), tag.endIndex < text.endIndex else { return nil }
    let rest = text[text.index(after: tag.endIndex)...]
    return rest.firstRange(of: "</\(name)>").map { XMLText.unescaped(rest[..<$0.lowerBound]) }
  }
}
