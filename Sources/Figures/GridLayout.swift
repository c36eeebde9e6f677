import Raster

/// Where the cells of small multiples stand: in rows, as many in each as shows their maps largest and least distorted.
struct GridLayout: Sendable {
  struct Section {
    /// How many cells.
    var count: Int
    /// The height of a line above them.
    var heading: Double
  }

  static let gap = 14.0

  /// Of each section its cells in reading order, the whole of each: words, map and strips.
  let cells: [[Rect]]
  /// The tops of the sections' headings.
  let headings: [Position]

  init(cells: [[Rect]], headings: [Position]) {
    self.cells = cells
    self.headings = headings
  }

  /// `aspect` is the width of a view over its height; `overhead` what a cell needs beside its map: words above it and
  /// strips below.
  init(_ sections: [Section], in body: Rect, aspect: Double, overhead: Double) {
    let most = max(1, sections.map(\.count).max() ?? 1)
    let columns = (1...most).max { a, b in
      Self.score(sections, body, a, aspect, overhead) < Self.score(sections, body, b, aspect, overhead)
    }
    let size = Self.cell(sections, body, columns ?? 1)
    var cells: [[Rect]] = []
    var headings: [Position] = []
    var top = body.minY
    for section in sections {
      headings.append(Position(body.minX, top))
      top += section.heading
      cells.append(
        (0..<section.count).map { index in
          let (row, column) = index.quotientAndRemainder(dividingBy: columns ?? 1)
          return Rect(
            x: body.minX + Double(column) * (size.width + Self.gap), y: top + Double(row) * (size.height + Self.gap),
            width: size.width, height: size.height)
        })
      top += Double(Self.rows(section, columns ?? 1)) * (size.height + Self.gap)
    }
    self.cells = cells
    self.headings = headings
  }

  private static func rows(_ section: Section, _ columns: Int) -> Int { (section.count + columns - 1) / columns }

  private static func cell(_ sections: [Section], _ body: Rect, _ columns: Int) -> (width: Double, height: Double) {
    let rows = sections.reduce(0) { $0 + Self.rows($1, columns) }
    let headings = sections.reduce(0) { $0 + $1.heading }
    return (
      (body.width - Double(columns - 1) * gap) / Double(columns),
      (body.height - headings - Double(rows - 1) * gap) / Double(rows)
    )
  }

  /// The area of a map over its distortion; a map lower or narrower than a thumb's nail counts little.
  private static func score(
    _ sections: [Section], _ body: Rect, _ columns: Int, _ aspect: Double, _ overhead: Double
  ) -> Double {
    let cell = cell(sections, body, columns)
    let (width, height) = (max(1, cell.width), max(1, cell.height - overhead))
    let shape = width / height / aspect
    // Empty places are as bad as small maps.
    let places = sections.reduce(0) { $0 + rows($1, columns) } * columns
    let filled = Double(sections.reduce(0) { $0 + $1.count }) / Double(places)
    let isThumbnail = width < 50 || height < 30
    return width * height * filled / max(shape, 1 / shape) * (isThumbnail ? 1e-3 : 1)
  }
}
