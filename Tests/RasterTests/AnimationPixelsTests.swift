import Testing

@testable import Raster

@Suite struct AnimationPixelsTests {
  /// What frames change, one after the other, makes the very pixels of each frame painted whole.
  @Test(arguments: [1, 1.37, 2, 3]) func changesMakeTheWholePictures(scale: Double) throws {
    let animation = Animation.sample()
    let pixels = try AnimationPixels(animation, scale: scale)
    var canvas = [UInt32](repeating: 0, count: pixels.page.count)
    for (drawing, patches) in zip(animation.drawings, pixels.changes) {
      for patch in patches {
        for (index, row) in patch.rect.rows.enumerated() {
          let start = row * pixels.page.columns.count + patch.rect.columns.lowerBound
          let width = patch.rect.columns.count
          canvas.replaceSubrange(start..<start + width, with: patch.pixels[index * width..<(index + 1) * width])
        }
      }
      let isSame = try canvas == drawing.image(scale: scale).pixels
      #expect(isSame)
    }
  }

  /// A frame between costs what it changes: here less than a third of 14,400 pixels.
  @Test func littleIsPainted() throws {
    let pixels = try AnimationPixels(Animation.sample(frames: 40), scale: 1)
    for patches in pixels.changes.dropFirst().dropLast() {
      #expect(patches.reduce(0) { $0 + $1.rect.count } < 4800)
    }
  }

  @Test func anyNumberOfWorkers() throws {
    let animation = Animation.sample()
    let (alone, together) = (
      try AnimationPixels(animation, scale: 2, workers: Workers(count: 1)), try AnimationPixels(animation, scale: 2)
    )
    for (a, b) in zip(alone.changes, together.changes) { #expect(a.map(\.pixels) == b.map(\.pixels)) }
  }

  @Test func tooLarge() {
    #expect(throws: RasterError.self) { try AnimationPixels(Animation.sample(), scale: 1000) }
    #expect(throws: RasterError.self) { try AnimationPixels(Animation.sample(), scale: 0) }
  }
}
