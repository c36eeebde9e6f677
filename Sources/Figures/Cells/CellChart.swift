public import LossSurfaces
public import Raster

/// Curves over an axis, for a grid of cells.
public struct CellChart: Sendable {
  public struct Curve: Sendable {
    public var label: String
    public var color: Color
    /// From left to right; what is not finite leaves a gap.
    public var points: [(x: Double, y: Double)]

    public init(label: String, color: Color, points: [(x: Double, y: Double)]) {
      self.label = label
      self.color = color
      self.points = points
    }
  }

  /// A character at a place on the axes.
  public struct Point: Sendable {
    public var x: Double
    public var y: Double
    public var character: Character
    public var color: Color
  }

  public var curves: [Curve]
  public var points: [Point] = []
  /// Values of x at which a line stands.
  public var uprights: [Double] = []
  public var xName: String
  public var yName: String
  public var isXLogarithmic = false
  /// Whether the axis of a chart that need not be logarithmic begins at 0.
  public var hasZero = false
  /// A logarithmic axis where the values are positive over more than two decades.
  public var mayBeLogarithmic = true
  /// The range of y; nil takes that of the curves.
  var yDomain: (range: ClosedRange<Double>, isLogarithmic: Bool)?
  public var theme: Theme
  public var words: [String] = []

  public init(curves: [Curve], xName: String, yName: String, theme: Theme) {
    self.curves = curves
    self.xName = xName
    self.yName = yName
    self.theme = theme
  }

  public func picture(columns: Int, rows: Int) throws(InputError) -> CellPicture {
    let (x, y) = scales(width: Double(columns), height: Double(2 * rows))
    var drawing = Drawing(width: Double(columns), height: Double(2 * rows), background: theme.background)
    drawing.elements += grid(x, y)
    var owners = CellOwners(columns: columns, rows: rows)
    for (index, curve) in curves.enumerated() {
      for line in lines(of: curve, x, y) {
        drawing.elements.append(.stroke(Path(line), Stroke(curve.color, width: 1.4)))
        owners.mark(line, as: index)
      }
    }
    let image: Image
    do { image = try drawing.image(scale: 1) } catch { throw InputError(error.description) }
    let marks = points.compactMap { point -> CellPicture.Mark? in
      guard let cell = CellOwners.cell(of: Position(x(point.x), y(point.y)), columns: columns, rows: rows)
      else { return nil }
      return .init(column: cell.column, row: cell.row, character: point.character, color: point.color)
    }
    return CellPicture(
      columns: columns, rows: rows, image: image, marks: marks, contents: owners.contents,
      legend: curves.map { .init(label: $0.label, color: $0.color) }, key: [axes(x, y)] + words)
  }

  // MARK: Axes

  private func scales(width: Double, height: Double) -> (Scale, Scale) {
    let all = curves.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
    let xs = all.map(\.x).filter { !isXLogarithmic || $0 > 0 }
    let domain = yDomain ?? self.domain(of: all.map(\.y))
    let (left, right) = (xs.min() ?? (isXLogarithmic ? 1 : 0), xs.max() ?? 1)
    // The thickness of a line stays inside.
    return (
      Scale(
        left...right, from: 0.7, to: width - 0.7, isLogarithmic: isXLogarithmic),
      Scale(domain.range, from: height - 1, to: 1, isLogarithmic: domain.isLogarithmic)
    )
  }

  private func domain(of values: [Double]) -> (range: ClosedRange<Double>, isLogarithmic: Bool) {
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let positive = values.filter { $0 > 0 }.min() ?? 0
    if mayBeLogarithmic, low >= 0, positive > 0, high > 100 * positive { return (positive...high, true) }
    if hasZero { low = min(0, low) }
    if high <= low { (low, high) = (low - max(abs(low), 1) * 0.5, high + max(abs(high), 1) * 0.5) }
    return (low...high, false)
  }

  private func grid(_ x: Scale, _ y: Scale) -> [Drawing.Element] {
    let (left, right) = (0.0, x.end + 0.7)
    let levels = y.ticks(spacing: 8).ticks.map { y($0.value) }
    let lines: [Path] = levels.map { Path([Position(left, $0), Position(right, $0)]) }
    let limits: [Path] = uprights.filter(x.domain.contains).map {
      Path([Position(x($0), 0), Position(x($0), y.start + 1)])
    }
    return lines.map { .stroke($0, Stroke(theme.grid, width: 1, cap: .butt)) }
      + limits.map { .stroke($0, Stroke(theme.quietInk, width: 1, cap: .butt)) }
  }

  private func axes(_ x: Scale, _ y: Scale) -> String {
    func range(_ scale: Scale) -> String {
      "from \(NumberText.string(scale.domain.lowerBound, digits: 3)) to "
        + NumberText.string(scale.domain.upperBound, digits: 3) + (scale.isLogarithmic ? " (logarithmic)" : "")
    }
    return "\(xName) \(range(x)) across, \(yName) \(range(y)) up"
  }

  // MARK: Curves

  /// Stretches without gaps; of the points in half a pixel the first, the lowest, the highest and the last.
  private func lines(of curve: Curve, _ x: Scale, _ y: Scale) -> [[Position]] {
    var lines: [[Position]] = []
    var line: [Position] = []
    var bucket: [Position] = []
    func drain() {
      if let low = bucket.min(by: { $0.y < $1.y }), let high = bucket.max(by: { $0.y < $1.y }) {
        line += bucket.count > 4 ? [bucket[0], low, high, bucket[bucket.count - 1]] : bucket
      }
      bucket = []
    }
    func finish() {
      drain()
      if line.count == 1 { line.append(line[0]) }
      if !line.isEmpty { lines.append(line) }
      line = []
    }
    for point in curve.points {
      guard point.x.isFinite, point.y.isFinite, !isXLogarithmic || point.x > 0 else {
        finish()
        continue
      }
      let place = Position(x(point.x), min(max(y.unheld(point.y), -y.start), 2 * y.start))
      if let first = bucket.first, place.x - first.x > 0.5 { drain() }
      bucket.append(place)
    }
    finish()
    return lines
  }
}
