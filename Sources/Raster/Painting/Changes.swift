/// Where two lists of elements differ on the page.
///
/// The lists are gone through side by side: what is in one only is come or gone, and where two stand in each other's place
/// the one has become the other. A line that has only grown differs at its end. Fields are taken to differ.
struct Changes {
  /// Rectangles that share no pixel.
  private(set) var rects: [PixelRect] = []
  /// For each new element the old one that it is, if any.
  private(set) var kept: [Int?]
  /// For each new element the old line from which it grew, if any.
  private(set) var grown: [Int?]

  private let scale: Double

  init(from old: [Layer.Source], to new: [Layer.Source], scale: Double) {
    self.scale = scale
    (kept, grown) = ([Int?](repeating: nil, count: new.count), [Int?](repeating: nil, count: new.count))
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[i].isSame(as: new[j]) {
        kept[j] = i
        (i, j) = (i + 1, j + 1)
      } else if let place = new[j...].firstIndex(where: { $0.isSame(as: old[i]) }) {
        for source in new[j..<place] { add(source) }
        j = place
      } else if let place = old[i...].firstIndex(where: { $0.isSame(as: new[j]) }) {
        for source in old[i..<place] { add(source) }
        i = place
      } else {
        if add(old[i], new[j]) { grown[j] = i }
        (i, j) = (i + 1, j + 1)
      }
    }
    for source in old[i...] { add(source) }
    for source in new[j...] { add(source) }
  }

  private mutating func add(_ source: Layer.Source) {
    add(Extent(of: source.element).pixels(scale: scale, within: source.clip))
  }

  /// Of one that has become another; returns whether it is a line that has grown.
  private mutating func add(_ old: Layer.Source, _ new: Layer.Source) -> Bool {
    guard case .stroke(let path, let stroke) = old.element, case .stroke(let grown, stroke) = new.element,
      old.clip == new.clip, path.subpaths.count == 1, grown.subpaths.count == 1, !path.subpaths[0].isClosed,
      !grown.subpaths[0].isClosed
    else {
      add(old)
      add(new)
      return false
    }
    let (before, after) = (path.subpaths[0].points, grown.subpaths[0].points)
    let common = zip(before, after).prefix { $0 == $1 }.count
    // The last point in common has got another join.
    for points in [before, after] {
      let tail = points[min(max(0, common - 1), points.count)...]
      add(Extent(of: tail, width: stroke.width).pixels(scale: scale, within: new.clip))
    }
    return common > 0
  }

  /// Takes in a rectangle; those that it meets become one with it.
  private mutating func add(_ rect: PixelRect) {
    guard !rect.isEmpty else { return }
    var rect = rect
    while let place = rects.firstIndex(where: { $0.touches(rect) }) {
      rect = rect.union(rects.remove(at: place))
    }
    rects.append(rect)
  }
}

extension Layer.Source {
  fileprivate func isSame(as other: Layer.Source) -> Bool {
    guard clip == other.clip else { return false }
    return switch (element, other.element) {
    case (.fill(let a, let color), .fill(let b, let other)): color == other && a == b
    case (.stroke(let a, let stroke), .stroke(let b, let other)): stroke == other && a == b
    case (.text(let a), .text(let b)): a == b
    default: false
    }
  }
}
