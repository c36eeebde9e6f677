import LossSurfaces

extension [CriticalPoint] {
  /// Those that a picture marks of what it shows: no maxima, of a curve of critical points one, and none where there are so many
  /// that they would hide what they mark.
  func marked(where isShown: (Point) -> Bool) -> [CriticalPoint] {
    let most = 40
    var curves: Set<String> = []
    let marked = filter { point in
      guard isShown(point.point), point.kind != .maximum else { return false }
      if point.kind == .valley { return curves.insert("").inserted }
      guard let name = point.name, DegenerateShape(rawValue: name)?.isCurve ?? false else { return true }
      return curves.insert(name).inserted
    }
    return marked.count <= most ? marked : []
  }
}
