import Foundation
import Testing

/// DocC shows the figures of a catalog: the toolchain's own `docc` converts it, and each picture is in its pages light
/// and dark, in both densities.
@Suite struct ConvertedCatalogTests {
  private let descent: Command

  init() throws { descent = try Command() }

  private static let variants = [
    ImageReference.Variant(file: "zigzag.png", traits: ["1x", "light"]),
    ImageReference.Variant(file: "zigzag@2x.png", traits: ["2x", "light"]),
    ImageReference.Variant(file: "zigzag~dark.png", traits: ["1x", "dark"]),
    ImageReference.Variant(file: "zigzag~dark@2x.png", traits: ["2x", "dark"]),
  ]

  /// In the catalog's own folder and in one below it, where DocC drops a picture that is named by its path.
  @Test(.enabled(if: DocC.path != nil, "there is no docc beside swift"), arguments: ["", "More/"])
  func showsAllVariants(folder: String) throws {
    let catalog = "Guide.docc/\(folder)"
    try FileManager.default.createDirectory(atPath: descent.path(catalog), withIntermediateDirectories: true)
    try descent.write("# Guide\n\nThe root.\n\n@Metadata {\n  @TechnologyRoot\n}\n", to: "Guide.docc/Guide.md")
    try descent.write(
      """
      # Ravines

      What happens in one.

      ## Below the limit

      <!-- descent:figure zigzag
      surface: ravine
      learning-rate: 0.19
      size: 320x240
      alt: A ravine in which a path goes *from side to side*.
      caption: It arrives.
      -->
      <!-- descent:end zigzag -->

      """, to: catalog + "Ravines.md")
    let embedded = try descent("embed", "Guide.docc")
    #expect(embedded.code == 0, "\(embedded.errors)")

    let docc = try #require(DocC.path)
    let converted = try descent.shell(
      "'\(docc)' convert Guide.docc --output-path site --fallback-bundle-identifier org.example.guide --warnings-as-errors"
    )
    #expect(converted.code == 0, "\(converted.errors)")
    let page = try JSONDecoder().decode(
      RenderedPage.self, from: descent.data(of: "site/data/documentation/guide/ravines.json"))
    #expect(page.images == ["zigzag.png"])
    let image = try #require(page.references["zigzag.png"])
    #expect(image.alt == "A ravine in which a path goes *from side to side*.")
    let shown = try #require(image.variants)
    #expect(Set(shown.map(\.ofFile)) == Set(Self.variants))
    for variant in shown {
      let file = variant.ofFile.file
      #expect(try descent.data(of: "site" + variant.url) == descent.data(of: catalog + file), "\(file)")
    }
    #expect(Set(try Self.variants.map { try descent.data(of: catalog + $0.file) }).count == Self.variants.count)
  }
}

/// What DocC's renderer reads of a page: the blocks it shows, and the images they name.
private struct RenderedPage: Decodable {
  struct Section: Decodable { let content: [Block]? }
  struct Block: Decodable { let inlineContent: [Inline]? }
  struct Inline: Decodable {
    let type: String
    let identifier: String?
  }

  let primaryContentSections: [Section]
  let references: [String: ImageReference]

  /// The identifiers of the images in its text.
  var images: [String] {
    let blocks: [Block] = primaryContentSections.flatMap { $0.content ?? [] }
    let inlines: [Inline] = blocks.flatMap { $0.inlineContent ?? [] }
    return inlines.filter { $0.type == "image" }.compactMap(\.identifier)
  }
}

private struct ImageReference: Decodable {
  struct Source: Decodable {
    let url: String
    let traits: Set<String>

    var ofFile: Variant { Variant(file: String(url.split(separator: "/").last ?? ""), traits: traits) }
  }

  /// A file, and when it is shown.
  struct Variant: Hashable {
    let file: String
    let traits: Set<String>
  }

  let alt: String?
  let variants: [Source]?
}

/// The documentation compiler of the toolchain.
private enum DocC {
  /// On the search path, or beside the `swift` that a link there leads to.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
      URL(filePath: String($0))
    }
    let beside = folders.map {
      $0.appending(path: "swift").resolvingSymlinksInPath().deletingLastPathComponent()
    }
    return (folders + beside).map { $0.appending(path: "docc").path }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()
}
