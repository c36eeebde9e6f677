/// An element of a drawing made ready for painting: in device pixels, cut to what may be seen.
struct Layer {
  enum Content {
    /// With the coverage by what has come to rest of a line that grows, the index is of the segments after that.
    case stroke(StrokeSegments, Paint, RowIndex, GrownCoverage?)
    case fill(FillEdges, Paint, RowIndex)
    case field(Field)
  }

  let content: Content
  let clip: PixelRect

  /// An element as it comes out of a drawing: clips are taken apart.
  struct Source {
    let element: Drawing.Element
    let clip: PixelRect

    /// The same with its field prepared, if it is one that wants to be. Not for workers: what runs in parallel within them
    /// runs on one core.
    func prepared(scale: Double) -> Source {
      guard case .field(let field) = element, let prepare = field.prepare else { return self }
      let block = Field.Block(PixelRect(field.rect, scale: scale, within: clip), scale: scale)
      guard block.columns > 0, block.rows > 0 else { return self }
      return Source(
        element: .field(Field(rect: field.rect, summary: field.summary, paint: prepare(block))), clip: clip)
    }
  }

  /// The elements in the order in which they are painted, each with what it is clipped to.
  static func sources(of elements: [Drawing.Element], scale: Double, clip: PixelRect) -> [Source] {
    elements.flatMap { element -> [Source] in
      guard case .clipped(let rect, let inner) = element else { return [Source(element: element, clip: clip)] }
      let part = PixelRect(rect, scale: scale, within: clip)
      return part.isEmpty ? [] : sources(of: inner, scale: scale, clip: part)
    }
  }

  /// The layers of one element: two for text with a halo, none where nothing can be seen.
  static func layers(of source: Source, scale: Double) -> [Layer] {
    let clip = source.clip
    switch source.element {
    case .clipped: preconditionFailure("clips are taken apart")
    case .field(let field):
      let pixels = PixelRect(field.rect, scale: scale, within: clip)
      return pixels.isEmpty ? [] : [Layer(content: .field(field), clip: pixels)]
    case .fill(let path, let color):
      let edges = FillEdges(path, scale: scale, clip: clip)
      let index = RowIndex(edges.edges) { $0.top.y...$0.bottom.y }
      return layer(.fill(edges, Paint(color), index), index, clip)
    case .stroke(let path, let stroke): return layers(of: path, stroke, scale: scale, clip: clip)
    case .text(let text):
      // The halo of all pens lies beneath the letters of all.
      let pens = text.strokes(scale: scale)
      let halos = text.halo.map { halo in
        pens.map { ($0.path, Stroke(halo.color, width: $0.penWidth + 2 * halo.width)) }
      }
      let letters = pens.map { ($0.path, Stroke(text.color, width: $0.penWidth)) }
      return ((halos ?? []) + letters).flatMap { layers(of: $0.0, $0.1, scale: scale, clip: clip) }
    }
  }

  private static func layers(of path: Path, _ stroke: Stroke, scale: Double, clip: PixelRect) -> [Layer] {
    let segments = StrokeSegments(path, stroke, scale: scale, clip: clip)
    let index = RowIndex(segments.segments) { $0.rows(radius: segments.radius) }
    return layer(.stroke(segments, Paint(stroke.color), index, nil), index, clip)
  }

  /// A layer that is clipped to the rows it reaches, so that bands elsewhere pass over it; none where it reaches no row.
  private static func layer(_ content: Content, _ index: RowIndex, _ clip: PixelRect) -> [Layer] {
    let clip = PixelRect(columns: clip.columns, rows: index.rows(within: clip.rows))
    return clip.isEmpty ? [] : [Layer(content: content, clip: clip)]
  }
}
