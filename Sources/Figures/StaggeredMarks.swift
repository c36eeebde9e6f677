import Raster

/// Which steps of several curves over one axis carry a mark, so that the curves can be told apart without colour: one
/// about every `spacing`, those of the other curves between them.
struct StaggeredMarks {
  let panel: Strip.Panel
  /// How many curves there are.
  let count: Int
  /// Between two marks on a curve, in CSS pixels.
  var spacing = 90.0

  /// Of the curve of that index, which takes `length` of the axis a step: no step twice, neither its first nor its last,
  /// and none from `end` on.
  func steps(ofCurve index: Int, length: Double, before end: Int) -> [Int] {
    let stagger = (Double(index) + 0.5) / Double(count)
    var steps: [Int] = []
    for mark in 0...Int(panel.rect.width / spacing) {
      let across = (Double(mark) + stagger) * spacing / panel.rect.width * panel.x.domain.upperBound
      let step = (across / length).rounded()
      if step >= 1, step < Double(end), steps.last != Int(step) { steps.append(Int(step)) }
    }
    return steps
  }
}

extension Strip {
  /// More curves than these are told apart by dashes and colours alone.
  private static let mostMarked = 8

  /// The markers of the runs on their curves, but for those of a fan; none where there is one curve. On a curve that goes
  /// up and down within a few pixels a mark stands in the middle of the band that it fills.
  func runMarks(in panel: Panel) -> [Drawing.Element] {
    let curves = series.filter { !$0.weight.isFan }
    guard hasOwnMarks, curves.count > 1, curves.count <= Self.mostMarked else { return [] }
    let marks = StaggeredMarks(panel: panel, count: curves.count)
    return curves.enumerated().flatMap { index, one -> [Drawing.Element] in
      let steps = marks.steps(ofCurve: index, length: one.step, before: min(one.values.count - 1, shownStep))
      return steps.flatMap { step -> [Drawing.Element] in
        guard let here = place(of: step, on: one, panel), panel.rect.inset(by: 3).contains(here) else { return [] }
        return one.style.marker.elements(at: here, radius: 2.8, color: one.style.color, casing: theme.background)
      }
    }
  }

  /// On the curve, or in the middle of what it goes through within two pixels on either side.
  private func place(of step: Int, on series: Series, _ panel: Panel) -> Position? {
    let reach = isHeld ? 0 : Int(2 * panel.x.domain.upperBound / panel.rect.width / series.step)
    let around = max(0, step - reach)...min(series.values.count - 1, step + reach)
    let heights = series.values[around].lazy.filter { !$0.isNaN }.map(panel.y.unheld)
    guard let low = heights.min(), let high = heights.max() else { return nil }
    return Position(panel.x(Double(step) * series.step), (low + high) / 2)
  }
}
