import Testing

@testable import Raster

@Suite struct AnimationEncodingTests {
  @Test(arguments: [1, 2]) func theImageIsThatOfTheStillPicture(scale: Double) throws {
    let animation = Animation.squares()
    let texts = [PNG.Text("Title", "η"), .init("Description", String(repeating: "long ", count: 200))]
    let bytes = try animation.encoded(scale: scale, texts: texts)
    let plain = PNG(
      try animation.drawing(of: #require(animation.frames.last)).image(scale: scale), scale: scale, texts: texts)
    let isSame = try PNG(decoding: bytes) == PNG(decoding: plain.encoded())
    #expect(isSame)
  }

  @Test func chunksStandWhereTheyMust() throws {
    let animation = Animation.sample()
    let decoded = try DecodedAnimation(animation.encoded(scale: 1, texts: [.init("Title", "t")]))
    let data = try #require(decoded.types.firstIndex(of: "IDAT"))
    #expect(Set(decoded.types[..<data]) == ["IHDR", "sRGB", "gAMA", "pHYs", "PLTE", "tRNS", "iTXt", "acTL"])
    #expect(decoded.types[..<data].filter { $0 == "acTL" }.count == 1)
    // The image is no frame: no control stands before it.
    let after = decoded.types[(data + 1)...]
    #expect(Array(after) == (0..<12).flatMap { _ in ["fcTL", "fdAT"] } + ["IEND"])
    #expect(decoded.sequence == Array(0..<24))
    #expect(decoded.frameCount == 12 && decoded.plays == 1)
    #expect(decoded.frames.map(\.milliseconds) == animation.frames.map(\.milliseconds))
  }

  /// Frames in order make each picture; the last the image itself.
  @Test(arguments: [1, 2]) func framesMakeThePictures(scale: Double) throws {
    let animation = Animation.squares()
    let decoded = try DecodedAnimation(animation.encoded(scale: scale))
    for (index, picture) in decoded.composed.enumerated() {
      let isSame = try picture == animation.drawing(of: animation.frames[index]).image(scale: scale).pixels.map { $0 }
      #expect(isSame, "frame \(index)")
    }
    let endsAsImage = decoded.composed.last == decoded.still.pixels.map { $0 }
    #expect(endsAsImage)
  }

  @Test func rectanglesAreTheSmallest() throws {
    let decoded = try DecodedAnimation(Animation.sample().encoded(scale: 1))
    let first = try #require(decoded.frames.first)
    #expect(first.columns == 0..<160 && first.rows == 0..<90 && first.blending == 0)
    var before = decoded.composed[0]
    for (frame, after) in zip(decoded.frames, decoded.composed).dropFirst() {
      #expect(frame.disposal == 0 && frame.blending == 1)
      let changed = before.indices.filter { before[$0] != after[$0] }
      let (columns, rows) = (changed.map { $0 % 160 }, changed.map { $0 / 160 })
      #expect(try frame.columns == #require(columns.min())..<(#require(columns.max()) + 1))
      #expect(try frame.rows == #require(rows.min())..<(#require(rows.max()) + 1))
      before = after
    }
  }

  /// A frame that is like the one before only lengthens it; so does a whole animation of one picture.
  @Test func framesThatChangeNothing() throws {
    var animation = Animation.sample(frames: 3)
    animation.frames = animation.frames.flatMap { [$0, $0] }
    let decoded = try DecodedAnimation(animation.encoded(scale: 1))
    #expect(decoded.frames.map(\.milliseconds) == [82, 84, 86])
    animation.frames = [animation.frames[0], animation.frames[0], animation.frames[0]]
    #expect(try DecodedAnimation(animation.encoded(scale: 1)).frames.map(\.milliseconds) == [123])
    animation.frames = [animation.frames[0]]
    #expect(try DecodedAnimation(animation.encoded(scale: 1)).composed.count == 1)
  }

  /// Of many colours those of the still picture stay within what is not seen, and the frames share them.
  @Test func manyColors() throws {
    let animation = Animation.sample()
    let decoded = try DecodedAnimation(animation.encoded(scale: 1))
    #expect(decoded.types.contains("PLTE"))
    let endsAsImage = decoded.composed.last == decoded.still.pixels.map { $0 }
    #expect(endsAsImage)
    for (picture, frame) in zip(decoded.composed, animation.frames) {
      let wanted = try animation.drawing(of: frame).image(scale: 1).pixels
      let farthest = zip(picture, wanted).map { pixel, color in
        pixel.map { OKLab($0).squaredDistance(to: OKLab(color)).squareRoot() } ?? 1
      }.max()
      // An edge of something that moves may have to do with a colour of the still picture, for a frame.
      #expect(try #require(farthest) < 0.05)
    }
  }

  /// When no palette does, frames are RGB, and a colour that none has stands for what stays.
  @Test func colorsWithoutPalette() throws {
    var animation = Animation.sample(frames: 4)
    let noise = Field(rect: Rect(x: 0, y: 0, width: 160, height: 90), summary: "noise") { block, pixels, stride in
      for row in 0..<block.rows {
        for column in 0..<block.columns {
          let place = UInt32(block.origin.x) + UInt32(column) + 160 * (UInt32(block.origin.y) + UInt32(row))
          pixels[row * stride + column] = 0xFF00_0000 | place &* 2_654_435_761 & 0xFF_FFFF
        }
      }
    }
    animation.ground.elements = [.field(noise)]
    let bytes = try animation.encoded(scale: 1)
    #expect(bytes[25] == 2)
    let decoded = try DecodedAnimation(bytes)
    for (picture, frame) in zip(decoded.composed, animation.frames) {
      let isSame = try picture == animation.drawing(of: frame).image(scale: 1).pixels.map { $0 }
      #expect(isSame)
    }
  }

  @Test func whatCannotBeWrittenIsRefused() {
    #expect(throws: RasterError.self) { try Animation.sample().encoded(scale: 1, texts: [.init("λ", "x")]) }
    #expect(throws: RasterError.self) { try Animation.sample().encoded(scale: 1e9) }
  }

  @Test func sameInputSameBytes() throws {
    let isSame = try Animation.sample().encoded(scale: 2) == Animation.sample().encoded(scale: 2)
    #expect(isSame)
  }
}
