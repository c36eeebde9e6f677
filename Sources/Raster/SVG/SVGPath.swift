extension Path {
  /// The path as SVG has it, each point but the first of a polyline relative to the one before.
  ///
  /// Edge cases: points that are not a number are left out; for a stroke they end a polyline. A polyline without length
  /// is a dot. Empty if nothing is left.
  func svgData(isStroke: Bool) -> String {
    subpaths.map { subpath in
      let parts = isStroke ? subpath.points.split { $0.x.isNaN || $0.y.isNaN } : [subpath.points[...]]
      let isClosed = subpath.isClosed && parts.count == 1 && parts[0].count == subpath.points.count || !isStroke
      return parts.map { Self.svgData($0, isClosed: isClosed) }.joined()
    }.joined()
  }

  private static func svgData(_ points: ArraySlice<Position>, isClosed: Bool) -> String {
    var text = ""
    var last = (x: 0, y: 0)
    var isLine = false
    for point in points {
      guard let x = SVGNumber.hundredths(point.x), let y = SVGNumber.hundredths(point.y) else { continue }
      if text.isEmpty {
        text = "M\(SVGNumber.text(hundredths: x)) \(SVGNumber.text(hundredths: y))"
      } else if (x, y) != last {
        let (dx, dy) = (SVGNumber.text(hundredths: x - last.x), SVGNumber.text(hundredths: y - last.y))
        // What follows a line is a line; a minus keeps numbers apart.
        text += "\(isLine ? dx.hasPrefix("-") ? "" : " " : "l")\(dx)\(dy.hasPrefix("-") ? "" : " ")\(dy)"
        isLine = true
      }
      last = (x, y)
    }
    if text.isEmpty { return "" }
    if !isLine { text += "h0" }
    return text + (isClosed ? "z" : "")
  }
}
