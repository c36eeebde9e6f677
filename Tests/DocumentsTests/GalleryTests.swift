import Foundation
import LossSurfaces
import Raster
import Testing

@testable import Documents

/// Each figure of the gallery keeps what it claims, and a release build draws it as it is kept.
@Suite struct GalleryTests {
  /// The README keeps its figure here as well.
  @Test func everyFigureHasItsPicture() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: GalleryPages.folder)
    let readme = try String(contentsOfFile: GalleryPages.folder + "/../README.md", encoding: .utf8)
    let pictures = names.filter { $0.hasSuffix(".png") && !readme.contains("\"Gallery/\($0)\"") }
      .map { String($0.dropLast(4)) }.sorted()
    #expect(!pictures.isEmpty)
    #expect(GalleryPages.figures.map(\.id).sorted() == pictures)
  }

  /// Claims are about single runs; what maps claim is tested on small ones (`OutcomeMapTests`).
  private static func isMap(_ figure: PageFigure) -> Bool {
    figure.recipe.kind == .map || figure.recipe.kind == .basins
  }

  @Test(arguments: GalleryPages.figures.filter(isMap))
  func mapsCanBeMade(_ figure: PageFigure) throws {
    #expect(figure.recipe.alt != nil)
    _ = try figure.recipe.plan(relativeTo: GalleryPages.folder)
  }

  @Test(arguments: GalleryPages.figures.filter { !isMap($0) })
  func keepsItsClaims(_ figure: PageFigure) throws {
    #expect(figure.recipe.alt != nil)
    #expect(
      figure.recipe.kind == .schedule || !figure.recipe.expectations.isEmpty, "a figure of the gallery claims something"
    )
    let rendering = try figure.recipe.rendering(relativeTo: GalleryPages.folder)
    #expect(rendering.brokenPromises == [])
  }

  /// A debug build takes minutes for the pictures at their full size, so it draws none of them (`LooksTests` has one of
  /// each kind). A release build named by `DESCENT` takes seconds.
  @Test(.enabled(if: ReleaseBuild.path != nil))
  func looksAsItIsKept() throws {
    let copy = try TemporaryFolder()
    for page in DocumentTree.pages(ofFolder: GalleryPages.folder) {
      let name = String(page.split(separator: "/").last!)
      try OutputFile.write(try InputFile.bytes(of: page, limit: 1_000_000), to: copy[name])
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(ReleaseBuild.path))
    process.arguments = ["embed", copy.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for figure in GalleryPages.figures {
      let drawn = try InputFile.bytes(of: copy[figure.id + ".png"], limit: InputFile.largestPicture)
      try Look.compare(drawn, with: "\(GalleryPages.folder)/\(figure.id).png")
    }
  }
}

/// A picture of each kind, drawn by this build, looks as it is kept: small ones, since a debug build draws slowly.
@Suite struct LooksTests {
  static let folder = URL(filePath: #filePath).appending(path: "../Fixtures/Looks").standardized.path
  static let figures = (try? PageFigure.all(in: folder)) ?? []

  @Test func thereIsOneOfEachKind() {
    #expect(Set(Self.figures.map(\.recipe.kind)) == Set(Recipe.Kind.allCases))
  }

  @Test(arguments: figures)
  func looksAsItIsKept(_ figure: PageFigure) throws {
    let rendering = try figure.recipe.rendering(relativeTo: Self.folder)
    #expect(rendering.brokenPromises == [])
    try Look.compare(try rendering.png(), with: "\(Self.folder)/\(figure.id).png")
  }
}

/// The release build that continuous integration has made before.
enum ReleaseBuild {
  static let path = ProcessInfo.processInfo.environment["DESCENT"]
}

enum Look {
  /// Records an issue when a picture does not look as the one that is kept, or says something else.
  static func compare(_ bytes: [UInt8], with path: String) throws {
    let keptBytes = try InputFile.bytes(of: path, limit: InputFile.largestPicture)
    guard bytes != keptBytes else { return }
    let (drawn, kept) = (try PNG(decoding: bytes), try PNG(decoding: keptBytes))
    // The same bits are promised everywhere; one step of one colour in a few pixels would be another rounding
    // somewhere, and no eye sees it. Bytes may differ where another zlib packs them.
    let difference = ImageDifference(drawn.image, kept.image)
    if difference.map({ $0.largest > 1 || $0.mean > 1e-4 }) ?? true {
      Issue.record("\(path) looks otherwise: \(try leave(bytes, difference, path))")
    }
    #expect(drawn.texts == kept.texts)
  }

  /// Writes what was drawn and where it differs; says where.
  private static func leave(_ drawn: [UInt8], _ difference: ImageDifference?, _ path: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-gallery").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let stem = "\(folder)/\(RecipeFile.stem(of: path))"
    try OutputFile.write(drawn, to: "\(stem).png")
    guard let difference else { return "\(stem).png, in another size" }
    try OutputFile.write(try PNG(difference.image, scale: 1).encoded(), to: "\(stem)-difference.png")
    return "\(stem).png and \(stem)-difference.png, largest \(difference.largest), mean \(difference.mean)"
  }
}
