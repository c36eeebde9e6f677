/// The pixels of an animation, frame by frame: the ground is painted once, and over it, for each frame, only the rectangles in
/// which it may differ from the frame before.
struct AnimationPixels {
  let animation: Animation
  let page: Page
  /// The last frame, the finished picture.
  let still: Image

  private let ground: Image
  /// The number of the next frame, and what is known of the one before.
  private var index = 0
  private var painter: FramePainter

  /// Throws when the page is too large or has no pixels.
  init(_ animation: Animation, scale: Double, workers: Workers = .all) throws(RasterError) {
    self.animation = animation
    page = try Page(animation.ground, scale: scale, workers: workers)
    ground = page.image(of: animation.ground.elements, over: animation.ground.background)
    still = page.image(of: animation.frames[animation.frames.count - 1].elements(), over: ground)
    painter = FramePainter(page: page)
  }

  /// What the next frame changes; the first and the last change the whole page. Nil after the last.
  mutating func next() -> [Patch]? {
    guard index < animation.frames.count else { return nil }
    defer { index += 1 }
    if index == animation.frames.count - 1 { return [Patch(rect: page.rect, pixels: still.pixels)] }
    let elements = animation.frames[index].elements()
    let patches = painter.patches(of: elements, over: ground)
    guard index == 0 else { return patches }
    return [Patch(rect: page.rect, pixels: page.image(of: elements, over: ground).pixels)]
  }
}
