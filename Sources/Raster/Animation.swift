/// A drawing that moves: a ground that stays, and for each frame what is painted over it.
///
/// The last frame is the finished picture, which is also shown where nothing can move.
public struct Animation: Sendable {
  public struct Frame: Sendable {
    public var elements: [Drawing.Element]
    /// How long it is shown.
    public var milliseconds: Int

    public init(elements: [Drawing.Element], milliseconds: Int) {
      self.elements = elements
      self.milliseconds = milliseconds
    }
  }

  public var ground: Drawing
  public var frames: [Frame]

  public init(ground: Drawing, frames: [Frame]) {
    precondition(!frames.isEmpty, "an animation has a frame")
    self.ground = ground
    self.frames = frames
  }

  /// Each frame as a drawing of its own.
  public var drawings: [Drawing] {
    frames.map { frame in
      var drawing = ground
      drawing.elements += frame.elements
      return drawing
    }
  }
}
