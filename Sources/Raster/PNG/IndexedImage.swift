/// A picture as a palette of at most 256 colours and an index for each pixel.
package struct IndexedImage: Sendable {
  package let palette: [UInt32]
  package let indices: [UInt8]

  /// Exact for up to `limit` colours, else reduced; nil if that would be seen.
  package init?(_ image: Image, limit: Int = 256) {
    guard let census = ColorCensus(image.pixels) else { return nil }
    let places: [UInt8]
    if census.colors.count <= limit {
      palette = census.colors
      places = census.colors.indices.map { UInt8($0) }
    } else {
      guard let reduction = PaletteReduction(census, limit: limit) else { return nil }
      palette = reduction.palette
      places = reduction.places
    }
    indices = census.pixels(places)
  }
}
