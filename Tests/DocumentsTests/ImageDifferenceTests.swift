import Raster
import Testing

/// The yardstick of the gallery.
@Suite struct ImageDifferenceTests {
  private let image = Image(width: 2, height: 1, pixels: [0xFF01_0203, 0xFFFF_FFFF])

  @Test func same() throws {
    let difference = try #require(ImageDifference(image, image))
    #expect(difference.largest == 0)
    #expect(difference.mean == 0)
    #expect(difference.image.pixels == [0xFFFF_FFFF, 0xFFFF_FFFF])
  }

  @Test func other() throws {
    let other = Image(width: 2, height: 1, pixels: [0xFF01_0503, 0xFFFF_FFFF])
    let difference = try #require(ImageDifference(other, image))
    #expect(difference.largest == 3)
    #expect(difference.mean == 0.5)
    #expect(difference.image.pixels == [0xFFC5_C5C5, 0xFFFF_FFFF])
  }

  @Test func otherSize() {
    #expect(ImageDifference(image, Image(width: 1, height: 2, pixels: image.pixels)) == nil)
  }
}
