import LossSurfaces
import Raster

/// Where the relief and its legend stand.
///
/// The legend stands in a corner that the picture leaves free, in lines or in a narrow column; the picture is lowered or made
/// a little smaller for that, but not much. Else the legend stands beside it, or above.
struct ReliefLayout {
  /// What the surface and its axes are fitted to.
  let rect: Rect
  let axes: ReliefAxes
  /// The part of the scene that the legend takes, when it does.
  let legendBox: Rect?
  private let legend: Legend
  private let legendPlace: LegendPlace

  /// How the legend is set.
  private enum LegendPlace: Sendable {
    case rows(Position)
    case column(Position, width: Double)
    /// Labels alone.
    case flow(Position, width: Double)
  }

  func legendElements(saysVerdicts: Bool) -> [Drawing.Element] {
    var legend = legend
    legend.saysVerdicts = saysVerdicts
    switch legendPlace {
    case .rows(let origin): return legend.rows(at: origin)
    case .column(let origin, let width): return legend.column(at: origin, width: width)
    case .flow(let origin, let width): return legend.flow(at: origin, width: width).elements
    }
  }

  /// What is placed.
  struct Content {
    var body: Rect
    var axes: ReliefAxes
    var grid: ReliefGrid
    var legend: Legend

    /// The axes about the picture as large as fits into a rectangle.
    func axes(in rect: Rect) -> ReliefAxes {
      let margins = axes.margins
      let inner = Rect(
        x: rect.x + margins.left, y: rect.y + margins.top, width: rect.width - margins.left - margins.right,
        height: rect.height - margins.top - margins.bottom)
      var fitted = axes
      fitted.projection = axes.projection.fitted(to: inner, spots)
      return fitted
    }

    /// Places that the picture reaches to: the surface, the floor, the head of the upright axis.
    var spots: [(ReliefProjection.Place, height: Double)] {
      let (view, pieces, projection) = (grid.view, 32, axes.projection)
      let shares = (0...pieces).map { Double($0) / Double(pieces) }
      let points = shares.flatMap { u in
        shares.map { v in Point(view.x.lowerBound + u * view.width, view.y.lowerBound + v * view.height) }
      }
      let surface = points.compactMap { point in
        grid.height(at: point).map { (projection.place(point), height: $0) }
      }
      let floor = points.map { (projection.place($0), height: 0.0) }
      let left = floor.min { $0.0.across < $1.0.across }!.0
      return surface + floor + [(left, height: 1)]
    }
  }

  /// How much smaller the picture is made for the sake of a legend in its corner, at most last.
  private static let heights = [1, 0.94, 0.88, 0.82]
  private static let columnWidths = [240.0, 200, 170]

  init(_ content: Content) {
    let (body, legend) = (content.body, content.legend)
    for (share, isAbove) in Self.heights.map({ ($0, true) }) + Self.heights.map({ ($0, false) }) {
      let part = Rect(
        x: body.x, y: isAbove ? body.maxY - share * body.height : body.y, width: body.width, height: share * body.height
      )
      let axes = content.axes(in: part)
      let obstacles = Self.obstacles(content.spots, axes)
      if let box = Self.corner(for: legend.rowsSize, in: body, obstacles, isAbove) {
        self.init(part, axes, box, legend, .rows(Position(box.x, box.y)))
        return
      }
      for width in Self.columnWidths {
        if let box = Self.corner(for: (width, legend.columnHeight(width: width)), in: body, obstacles, isAbove) {
          self.init(part, axes, box, legend, .column(Position(box.x, box.y), width: width))
          return
        }
      }
    }
    let column = min(max(0.27 * body.width, 180), 400)
    if body.width >= 500, legend.columnHeight(width: column) <= body.height {
      let part = Rect(x: body.x, y: body.y, width: body.width - column - 16, height: body.height)
      self.init(
        part, content.axes(in: part), nil, legend, .column(Position(body.maxX - column, body.y), width: column))
      return
    }
    let size = legend.rowsSize
    let origin = Position(body.x, body.y)
    let fits = size.width <= body.width && size.height <= body.height / 4
    let flow = legend.flow(at: origin, width: body.width)
    let height = (fits ? size.height : flow.height) + 6
    let part = Rect(x: body.x, y: body.y + height, width: body.width, height: max(60, body.height - height))
    self.init(part, content.axes(in: part), nil, legend, fits ? .rows(origin) : .flow(origin, width: body.width))
  }

  private init(_ rect: Rect, _ axes: ReliefAxes, _ legendBox: Rect?, _ legend: Legend, _ legendPlace: LegendPlace) {
    (self.rect, self.axes, self.legendBox, self.legend, self.legendPlace) = (rect, axes, legendBox, legend, legendPlace)
  }

  private struct Obstacles {
    var positions: [Position]
    var boxes: [Rect]
  }

  private static func obstacles(_ spots: [(ReliefProjection.Place, height: Double)], _ axes: ReliefAxes) -> Obstacles {
    Obstacles(
      positions: spots.map { axes.projection.position($0.0, height: $0.height) },
      boxes: axes.boxes)
  }

  /// A corner of the body in which the legend covers nothing.
  private static func corner(
    for size: (width: Double, height: Double), in body: Rect, _ obstacles: Obstacles, _ isAbove: Bool
  ) -> Rect? {
    let y = isAbove ? body.y : body.maxY - size.height
    let corners = [Position(body.maxX - size.width, y), Position(body.x, y)]
    return corners.map { Rect(x: $0.x, y: $0.y, width: size.width, height: size.height) }.first { box in
      let roomy = box.inset(by: -12)
      return box.minX >= body.minX && box.minY >= body.minY && !obstacles.positions.contains(where: roomy.contains)
        && !obstacles.boxes.contains { $0.intersects(roomy) }
    }
  }
}
