/// A drawing that moves: a ground that stays, and for each frame what is painted over it.
///
/// The last frame is the finished picture, which is also shown where nothing can move.
public struct Animation: Sendable {
  public struct Frame: Sendable {
    /// How long it is shown.
    public var milliseconds: Int
    /// Makes what is painted; asked for when it is needed, so that the long lines of few frames are there at a time.
    public var elements: @Sendable () -> [Drawing.Element]

    public init(milliseconds: Int, elements: @escaping @Sendable () -> [Drawing.Element]) {
      self.milliseconds = milliseconds
      self.elements = elements
    }
  }

  public var ground: Drawing
  public var frames: [Frame]

  public init(ground: Drawing, frames: [Frame]) {
    precondition(!frames.isEmpty, "an animation has a frame")
    self.ground = ground
    self.frames = frames
  }

  /// A frame as a drawing of its own.
  public func drawing(of frame: Frame) -> Drawing {
    var drawing = ground
    drawing.elements += frame.elements()
    return drawing
  }
}
