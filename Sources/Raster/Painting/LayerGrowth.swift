extension Layer {
  /// The same layer, drawn from what is at rest since the layer from which it grew, when that is worth while.
  func grown(from origin: Layer, on page: PixelRect) -> Layer {
    guard case .stroke(let stroke, let paint, _, nil) = content,
      case .stroke(let before, _, _, let coverage) = origin.content,
      stroke.segments.count >= GrownCoverage.fewestSegments, page.count <= GrownCoverage.mostPixels
    else { return self }
    let common = zip(before.segments, stroke.segments).prefix { $0 == $1 }.count
    let rest = coverage.flatMap { $0.count <= common ? $0 : nil } ?? GrownCoverage(page: page)
    rest.extend(with: stroke, to: common, clip: clip)
    let index = RowIndex(Array(stroke.segments[common...])) { $0.rows(radius: stroke.radius) }
    return Layer(content: .stroke(stroke, paint, index, rest), clip: clip)
  }
}
