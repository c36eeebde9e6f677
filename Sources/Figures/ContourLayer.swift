public import LossSurfaces
public import Raster

/// The ground of a picture of a surface: bands, contour lines, their labels, and a hatch where the loss is undefined.
///
/// Make it once for a frame; then `elements` gives what to draw, bottom first, as often as the obstacles change.
public struct ContourLayer: Sendable {
  public let frame: Frame
  public let levels: Levels
  public let map: ColorMap
  public let lines: [ContourLine]
  /// Whether part of the frame is hatched.
  public let isUndefinedInPart: Bool
  /// Whether some levels have no lines.
  private let isThinned: Bool
  private let loss: LossFunction
  private let pieces: [ContourPiece]

  /// Throws when the count of levels is not in 1…200.
  public init(surface: Surface, frame: Frame, levels count: Int, map: ColorMap) throws(InputError) {
    self.init(
      loss: surface.loss, frame: frame, levels: try Levels(count: count, surface: surface, view: frame.view), map: map)
  }

  public init(loss: LossFunction, frame: Frame, levels: Levels, map: ColorMap) {
    self.loss = loss
    self.frame = frame
    self.levels = levels
    self.map = map
    let contours = ContourLines(loss: loss, frame: frame, levels: levels)
    lines = contours.lines
    isUndefinedInPart = contours.isUndefinedInPart
    isThinned = contours.isThinned
    pieces = contours.pieces
  }

  /// Labels of the given size that keep clear of boxes and paths on the page.
  public func labels(size: Double, obstacles: [Rect] = [], paths: [[Position]] = []) -> [ContourLabel] {
    labels(at: labelPlaces(size: size), obstacles: obstacles, paths: paths)
  }

  /// Where labels of the given size can stand, whatever they are to keep clear of.
  func labelPlaces(size: Double) -> LabelPlaces { LabelPlaces(on: lines, of: levels, in: frame.rect, size: size) }

  func labels(at places: LabelPlaces, obstacles: [Rect], paths: [[Position]]) -> [ContourLabel] {
    ContourLabels(
      at: places, on: pieces, in: frame.rect, map: map, obstacles: obstacles, paths: paths
    ).placed
  }

  /// The hatch, the bands, the lines with gaps for the labels, and the labels; all within the frame.
  public func elements(labels: [ContourLabel], lineWidth: Double = 1) -> [Drawing.Element] {
    var elements: [Drawing.Element] = []
    if isUndefinedInPart {
      elements.append(Hatch.element(in: frame.rect, color: map.line.opacity(Double(map.line.alpha) / 255 * 0.6)))
    }
    elements.append(.field(bands))
    elements += strokes(clearOf: labels, lineWidth)
    return [.clipped(frame.rect, elements)] + labels.map { .text($0.text) }
  }

  private var bands: Field {
    var field = Bands.field(loss: loss, frame: frame, levels: levels, map: map)
    guard !isUndefinedInPart, !isThinned else { return field }
    let outlines = BandOutlines(lines: lines, frame: frame, loss: loss)
    field.regions = { [levels, map] in outlines.regions(levels: levels, map: map) }
    return field
  }

  /// One stroke for each strength, so that lines of one strength do not darken where they touch.
  private func strokes(clearOf labels: [ContourLabel], _ width: Double) -> [Drawing.Element] {
    var paths = [[Path.Subpath]](repeating: [], count: ContourPieces.strengths + 1)
    for piece in pieces {
      var parts = [(points: piece.points, isClosed: piece.isClosed)]
      let bounds = Rect(about: piece.points)
      for label in labels where label.box.bounds.intersects(bounds) {
        parts = parts.flatMap { label.box.cut($0.points, isClosed: $0.isClosed) }
      }
      paths[piece.strength] += parts.map { Path.Subpath($0.points, isClosed: $0.isClosed) }
    }
    return paths.enumerated().compactMap { strength, subpaths in
      if subpaths.isEmpty { return nil }
      let opacity = Double(map.line.alpha) / 255 * Double(strength) / Double(ContourPieces.strengths)
      return .stroke(Path(subpaths), Stroke(map.line.opacity(opacity), width: width, cap: .butt))
    }
  }
}
