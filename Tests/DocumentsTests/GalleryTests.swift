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
  func keepsItsClaims(_ stem: String) throws {
    guard case .runs(let rendering) = try Page(stem) else { return }
    #expect(!rendering.plan.recipe.expectations.isEmpty, "a page of the gallery claims something")
    #expect(rendering.brokenPromises == [])
    #expect(rendering.plan.recipe.alt != nil)
  }

  @Test(arguments: stems(".png"))
  func looksAsItIsKept(_ stem: String) throws {
    let bytes = try InputFile.bytes(of: "\(Self.folder)/\(stem).png", limit: InputFile.largestPicture)
    let kept = try PNG(decoding: bytes)
    let drawn = try PNG(decoding: try Page(stem).png())
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

  /// A recipe of the gallery, rendered.
  private enum Page {
    case runs(Rendering)
    case schedules(ScheduleRendering)

    init(_ stem: String) throws {
      let recipe = try RecipeFile.read("\(GalleryTests.folder)/\(stem).yaml")
      switch recipe.kind {
      case .schedule: self = .schedules(try ScheduleRendering(recipe))
      case .path:
        self = .runs(Rendering(try Plan(recipe, surface: recipe.surface(relativeTo: GalleryTests.folder))))
      }
    }

    func png() throws -> [UInt8] {
      switch self {
      case .runs(let rendering): try rendering.png()
      case .schedules(let rendering): try rendering.png()
      }
    }
  }
}
