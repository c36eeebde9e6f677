import Raster

extension PathLayer.Stretch {
  mutating func append(_ point: Position, _ step: Int) {
    points.append(point)
    steps.append(step)
  }

  /// Without the points that lie within a third of a pixel of the one kept before: nobody can see them.
  var thinned: PathLayer.Stretch {
    guard var kept = points.first else { return self }
    var result = PathLayer.Stretch(points: [kept], steps: [steps[0]], opacity: opacity)
    for index in points.indices.dropFirst().dropLast() where points[index].distance(to: kept) > 0.33 {
      kept = points[index]
      result.append(kept, steps[index])
    }
    if let last = points.last, points.count > 1 { result.append(last, steps[steps.count - 1]) }
    return result
  }

  /// What there is of it when the run has come to a step; nil before it begins. Where the run then is `position` says.
  func through(_ step: Int, _ position: (Int) -> Position) -> PathLayer.Stretch? {
    guard let first = steps.first, let last = steps.last, first < step else { return nil }
    guard step < last else { return self }
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    var shown = PathLayer.Stretch(points: Array(points[..<low]), steps: Array(steps[..<low]), opacity: opacity)
    if steps[low - 1] < step { shown.append(position(step), step) }
    return shown
  }
}
