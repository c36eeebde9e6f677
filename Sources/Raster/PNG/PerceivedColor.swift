/// A colour as the eye sees it, in OKLab: equal distances look about equally different.
package struct PerceivedColor: Hashable, Sendable {
  private let place: OKLab

  package init(_ color: Color) { place = OKLab(color.packed) }

  /// 0 for black to 1 for white.
  package var lightness: Float { place.lightness }

  /// About 0.0004 can just be told apart side by side.
  package func squaredDistance(to other: PerceivedColor) -> Float { place.squaredDistance(to: other.place) }
}
