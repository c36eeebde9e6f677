/// The sizes of lettering on a figure, in CSS pixels, for its size on the page.
///
/// At 720×540 they are those of a good printed chart; larger figures grow their letters with the square root of the
/// scale, smaller ones shrink them to nine pixels and no further.
struct TypeSizes: Hashable, Sendable {
  let title: Double
  let settings: Double
  let label: Double
  let tick: Double

  init(width: Double, height: Double) {
    let scale = min(width / 720, height / 540)
    let factor = min(max(scale.squareRoot(), 0.8), 2)
    title = 20 * factor
    settings = max(9, 12 * factor)
    label = max(9, 11.5 * factor)
    tick = max(9, 11 * factor)
  }
}
