extension Path.Subpath {
  /// The dashes of a line; the pattern runs on around corners and, on a closed line, from the end to the beginning.
  ///
  /// Edge cases: a pattern without positive length, or one that would give over 100,000 dashes, leaves the line whole.
  func dashed(_ pattern: [Double]) -> [Path.Subpath] {
    let period = pattern.reduce(0, +)
    let points = isClosed && self.points.count > 1 ? self.points + [self.points[0]] : self.points
    let length = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard period > 0, pattern.allSatisfy({ $0 >= 0 }), length.isFinite, length / period < 1e5 else { return [self] }
    var dashes: [Path.Subpath] = []
    var current: [Position] = [points[0]]
    var (index, left) = (0, pattern[0])
    for (from, to) in zip(points, points.dropFirst()) {
      let whole = from.distance(to: to)
      var done = 0.0
      while whole - done > left {
        done += left
        let at = Position(from.x + (to.x - from.x) * done / whole, from.y + (to.y - from.y) * done / whole)
        if index % 2 == 0 { dashes.append(.init(current + [at])) }
        current = [at]
        index += 1
        left = pattern[index % pattern.count]
      }
      left -= whole - done
      if index % 2 == 0 { current.append(to) }
    }
    if index % 2 == 0, current.count > 1 { dashes.append(.init(current)) }
    return dashes
  }
}
