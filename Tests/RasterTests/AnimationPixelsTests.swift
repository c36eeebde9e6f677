import Testing

@testable import Raster

@Suite struct AnimationPixelsTests {
  /// What frames change, one after the other, makes the very pixels of each frame painted whole.
  private func check(_ animation: Animation, scale: Double) throws {
    let whole = try animation.frames.map { try animation.drawing(of: $0).image(scale: scale) }
    let images = Array(try animation.images(scale: scale))
    try #require(images.count == whole.count)
    for (index, image) in images.enumerated() {
      let isSame = image == whole[index]
      #expect(isSame, "frame \(index)")
    }
  }

  @Test(arguments: [1, 1.37, 2, 3]) func changesMakeTheWholePictures(scale: Double) throws {
    try check(Animation.sample(), scale: scale)
    try check(Animation.squares(), scale: scale)
  }

  /// Long lines are drawn from what has come to rest; some turn back, pause, or are another line all at once.
  @Test(arguments: [[], [9, 5], [2, 1.5, 0, 3]]) func longLines(dash: [Double]) throws {
    var (random, points) = (UInt32(7), [Position(80, 45)])
    for _ in 0..<3000 {
      random = random &* 1_664_525 &+ 1_013_904_223
      let last = points[points.count - 1]
      let step = Position(Double(random >> 8 & 255) / 16 - 8, Double(random >> 16 & 255) / 16 - 8)
      points.append(Position(min(max(last.x + step.x, -20), 180), min(max(last.y + step.y, -20), 110)))
    }
    let ends = [300, 310, 700, 700, 1500, 1200, 1201, 3000, 3001]
    let frames = ends.map { end in
      let path = Path(Array(points[..<end]))
      let casing = Drawing.Element.stroke(
        path, Stroke(Color(0xFFFFFF, alpha: 0.8), width: 3.4, dash: dash, cap: .butt))
      let line = Drawing.Element.stroke(path, Stroke(Color(0xC04000), width: 1.3, dash: dash))
      let head = Drawing.Element.fill(.circle(center: points[end - 1], radius: 4), black)
      return Animation.Frame(milliseconds: 40) {
        [.clipped(Rect(x: 10, y: 10, width: 130, height: 70), [casing, line]), head]
      }
    }
    let ground = Drawing(width: 160, height: 90, background: Color(0xA0C0D0))
    try check(Animation(ground: ground, frames: frames), scale: 2)
  }

  /// A frame between costs what it changes: here less than a third of 14,400 pixels.
  @Test func littleIsPainted() throws {
    var pixels = try AnimationPixels(Animation.sample(frames: 40), scale: 1)
    var areas: [Int] = []
    while let patches = pixels.next() { areas.append(patches.reduce(0) { $0 + $1.rect.count }) }
    #expect(areas.count == 40)
    for area in areas.dropFirst().dropLast() { #expect(area < 4800) }
  }

  @Test func anyNumberOfWorkers() throws {
    func images(_ workers: Workers) throws -> [Image] {
      Array(AnimationImages(try AnimationPixels(Animation.sample(), scale: 3, workers: workers)))
    }
    let isSame = try images(Workers(count: 1)) == images(.all)
    #expect(isSame)
  }

  @Test func tooLarge() {
    #expect(throws: RasterError.self) { try AnimationPixels(Animation.sample(), scale: 1000) }
    #expect(throws: RasterError.self) { try AnimationPixels(Animation.sample(), scale: 0) }
  }
}
