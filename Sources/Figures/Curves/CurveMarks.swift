import LossSurfaces
import Optimization
import Raster

/// What stands on the curves: marks that tell them apart, cuts and restarts of the rate, their ends, and arrows where they
/// leave the frame.
struct CurveMarks {
  struct Curve {
    var trajectory: Trajectory
    var style: RunStyle
    /// How much of the axis a step takes.
    var step: Double
  }

  let curves: [Curve]
  let panel: Strip.Panel
  let theme: Theme
  let sizes: TypeSizes

  /// All that stands there when the runs have come to a step. The last curve lies uppermost.
  func elements(through step: Int = .max) -> [Drawing.Element] {
    let marks = curves.enumerated().flatMap { index, curve in
      curve.trajectory.cuts.isEmpty && curve.trajectory.restarts.isEmpty
        ? stepMarks(on: curve, index, through: step) : rateMarks(on: curve, through: step)
    }
    return marks + curves.flatMap { end(of: $0, through: step) } + exits(through: step)
  }

  /// How the curves move over the page.
  var courses: [Moments.Course] {
    curves.map { curve in
      Moments.Course(lastStep: curve.trajectory.lastStep, rect: panel.rect) { place($0, on: curve) }
    }
  }

  private func place(_ step: Int, on curve: Curve) -> Position {
    Position(panel.x(Double(step) * curve.step), panel.y.unheld(curve.trajectory.loss[step]))
  }

  private func stepMarks(on curve: Curve, _ index: Int, through end: Int) -> [Drawing.Element] {
    let steps = StaggeredMarks(panel: panel, count: curves.count).steps(
      ofCurve: index, length: curve.step, before: min(curve.trajectory.lastStep, end))
    return steps.flatMap { step -> [Drawing.Element] in
      let here = place(step, on: curve)
      guard panel.rect.inset(by: 3).contains(here) else { return [] }
      return curve.style.marker.elements(at: here, radius: 3, color: curve.style.color, casing: theme.background)
    }
  }

  private func rateMarks(on curve: Curve, through end: Int) -> [Drawing.Element] {
    let steps = Scale(0...panel.x.domain.upperBound / curve.step, from: panel.x.start, to: panel.x.end)
    let marks = RateMarks(
      rates: curve.trajectory.loss, cuts: curve.trajectory.cuts.filter { $0 <= end },
      restarts: curve.trajectory.restarts.filter { $0 <= end }, style: curve.style, theme: theme, sizes: sizes)
    return marks.elements(steps, panel.y, in: panel.rect)
  }

  private func end(of curve: Curve, through step: Int) -> [Drawing.Element] {
    let here = place(min(step, curve.trajectory.lastStep), on: curve)
    guard panel.rect.inset(by: -1).contains(here) else { return [] }
    return [
      .fill(.circle(center: here, radius: 4.6), theme.background),
      .fill(.circle(center: here, radius: 3.4), curve.style.color),
    ]
  }

  // MARK: Exits

  /// Where a curve leaves the frame and does not come back.
  private func exit(of curve: Curve) -> (position: Position, direction: Position, step: Int)? {
    let losses = curve.trajectory.loss
    func isInside(_ step: Int) -> Bool { panel.y.domain.contains(losses[step]) }
    guard let last = losses.indices.last, !isInside(last), let from = losses.indices.last(where: isInside) else {
      return nil
    }
    // What is not a number has no direction.
    guard !losses[from + 1].isNaN else { return nil }
    let (a, b) = (place(from, on: curve), place(from + 1, on: curve))
    guard let (_, edge) = Clipping.segment(a, b, to: panel.rect) else { return nil }
    let length = a.distance(to: b)
    return length > 0 ? (edge, Position((b.x - a.x) / length, (b.y - a.y) / length), from + 1) : nil
  }

  private func exits(through step: Int) -> [Drawing.Element] {
    var grid = OccupancyGrid(panel.rect)
    for curve in curves {
      grid.add(
        line: Envelope.points(of: curve.trajectory.loss, columns: Int(panel.rect.width)) { step, loss in
          Position(panel.x(Double(step) * curve.step), panel.y.unheld(loss))
        })
    }
    var elements: [Drawing.Element] = []
    for curve in curves {
      guard let exit = exit(of: curve) else { continue }
      let isPast = exit.step <= step
      let tip = Position(exit.position.x - exit.direction.x * 6, exit.position.y - exit.direction.y * 6)
      if isPast { elements += curve.style.arrowhead(at: tip, exit.direction, size: 6, theme: theme) }
      // What falls below the axis has only gone on falling.
      guard exit.direction.y < 0 else { continue }
      if let word = word(
        "leaves at step \(exit.step)", beside: tip, color: theme.lettering(in: curve.style.color), &grid), isPast
      {
        elements.append(.text(word))
      }
    }
    return elements
  }

  /// To the right of a place or to the left, where curves and other words leave room.
  private func word(_ string: String, beside place: Position, color: Color, _ grid: inout OccupancyGrid) -> Text? {
    let (width, height) = (Typeface.width(of: string, size: sizes.tick), sizes.tick)
    var best: (text: Text, box: Rect, cost: Int)?
    for line in 0..<4 {
      for side in [1.0, -1] {
        let x = side > 0 ? place.x + 9 : place.x - 9 - width
        let top = max(panel.rect.minY + 2, place.y - height / 2) + Double(line) * height * 1.2
        let box = Rect(x: x - 2, y: top, width: width + 4, height: height)
        guard let cost = grid.cost(of: box), best.map({ cost < $0.cost }) ?? true else { continue }
        let text = Text(
          string, at: Position(x, top + height * 0.83), size: sizes.tick, color: color,
          halo: .init(theme.background.opacity(Theme.haloOpacity), width: 2.4))
        best = (text, box, cost)
      }
    }
    guard let best, best.cost * 4 <= Int(width * height / 16) else { return nil }
    grid.add(best.box)
    return best.text
  }
}
