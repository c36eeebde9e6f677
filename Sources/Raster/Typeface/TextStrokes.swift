extension Text {
  /// The axis-parallel box of the letters from ascent to descent, rotation included, halo not.
  public var bounds: Rect {
    let start = -shift
    let (cosine, sine) = direction
    let xs = [start, start + Typeface.width(of: string, size: size, weight: weight)]
    let ys = [-Typeface.ascent * size, Typeface.descent * size]
    let corners = xs.flatMap { x in ys.map { y in (x: x * cosine - y * sine, y: x * sine + y * cosine) } }
    let (minX, maxX) = (corners.map(\.x).min()!, corners.map(\.x).max()!)
    let (minY, maxY) = (corners.map(\.y).min()!, corners.map(\.y).max()!)
    return Rect(x: position.x + minX, y: position.y + minY, width: maxX - minX, height: maxY - minY)
  }

  /// The strokes on the page, by pen, for a raster of `scale` device pixels per CSS pixel, turned and anchored.
  ///
  /// They are set on the grid of device pixels and the line's start is moved to the nearest corner of four, unless the text
  /// is turned by an angle that is not a multiple of 90°.
  public func strokes(scale: Double) -> [Lettering] {
    let (cosine, sine) = direction
    let snaps = abs(cosine) == 1 || abs(sine) == 1
    var start = Position(position.x - shift * cosine, position.y - shift * sine)
    if snaps { start = Position((start.x * scale).rounded() / scale, (start.y * scale).rounded() / scale) }
    let lettering = Typeface.strokes(of: string, size: size, weight: weight, scale: scale, snaps: snaps)
    return lettering.map { strokes in
      let subpaths = strokes.path.subpaths.map { subpath in
        Path.Subpath(
          subpath.points.map {
            Position(start.x + $0.x * cosine - $0.y * sine, start.y + $0.x * sine + $0.y * cosine)
          })
      }
      return Lettering(path: Path(subpaths), penWidth: strokes.penWidth)
    }
  }

  /// How far the anchor lies from the start of the line.
  private var shift: Double {
    switch anchor {
    case .start: 0
    case .middle: Typeface.width(of: string, size: size, weight: weight) / 2
    case .end: Typeface.width(of: string, size: size, weight: weight)
    }
  }

  /// The cosine and sine of the rotation; exact for multiples of 90°.
  private var direction: (cosine: Double, sine: Double) {
    Rotation.direction(degrees: rotation)
  }
}
