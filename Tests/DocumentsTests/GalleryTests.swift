import Foundation
import LossSurfaces
import Raster
import Testing

@testable import Documents

/// Each page of the gallery keeps what it claims and looks as it is kept.
@Suite struct GalleryTests {
  static let folder = URL(filePath: #filePath).appending(path: "../../../Gallery").standardized.path

  private static func stems(_ suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  @Test func everyRecipeHasItsPicture() {
    #expect(!Self.stems(".yaml").isEmpty)
    #expect(Self.stems(".yaml") == Self.stems(".png"))
  }

  @Test(arguments: stems(".yaml"))
  func keepsItsClaimsAndItsLook(_ stem: String) throws {
    let recipe = try RecipeFile.read("\(Self.folder)/\(stem).yaml")
    #expect(recipe.alt != nil)
    #expect(recipe.kind == .schedule || !recipe.expectations.isEmpty, "a page of the gallery claims something")
    let rendering = try recipe.rendering(relativeTo: Self.folder)
    #expect(rendering.brokenPromises == [])
    try looksAsItIsKept(try PNG(decoding: try rendering.png()), stem)
  }

  private func looksAsItIsKept(_ drawn: PNG, _ stem: String) throws {
    let bytes = try InputFile.bytes(of: "\(Self.folder)/\(stem).png", limit: InputFile.largestPicture)
    let kept = try PNG(decoding: bytes)
    guard let difference = ImageDifference(drawn.image, kept.image) else {
      Issue.record("\(stem) is drawn in another size: \(try leave(drawn, nil, stem))")
      return
    }
    // The same bits are promised everywhere; one step of one colour in a few pixels would be another rounding
    // somewhere, and no eye sees it.
    if difference.largest > 1 || difference.mean > 1e-4 {
      Issue.record("\(stem) looks otherwise: \(try leave(drawn, difference, stem))")
    }
    #expect(drawn.texts == kept.texts)
  }

  /// Writes what was drawn and where it differs; says where.
  private func leave(_ drawn: PNG, _ difference: ImageDifference?, _ stem: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-gallery").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try OutputFile.write(try drawn.encoded(), to: "\(folder)/\(stem).png")
    guard let difference else { return "\(folder)/\(stem).png" }
    try OutputFile.write(try PNG(difference.image, scale: 1).encoded(), to: "\(folder)/\(stem)-difference.png")
    return "\(folder)/\(stem).png and \(stem)-difference.png, largest \(difference.largest), mean \(difference.mean)"
  }
}
