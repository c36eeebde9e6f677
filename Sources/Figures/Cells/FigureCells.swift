import Diagnosis
public import LossSurfaces
import Optimization

extension GridFigure {
  /// A map for each cell of the figure, in its order, so many columns wide each.
  public func cellPictures(columns: Int, rows: Int) throws(InputError) -> [CellPicture] {
    var pictures: [CellPicture] = []
    for section in sections {
      let order = sections.count == 1 ? section.ranking : Array(section.groups.indices)
      for (rank, index) in order.enumerated() {
        let group = section.groups[index]
        var picture = try CellMap(
          surface: section.surface, view: section.view, groups: [group], theme: theme, palette: palette
        ).picture(columns: columns, rows: rows)
        let name = sections.count == 1 ? "\(rank + 1). " : section.groups.count == 1 ? "" : "\(section.surface.title): "
        picture.title = name + (section.groups.count == 1 && sections.count > 1 ? section.surface.title : group.label)
        pictures.append(picture)
      }
    }
    return pictures
  }
}

extension CurvesFigure {
  /// Loss against step; what leaves the axis of the figure leaves that of the chart.
  public var cellChart: CellChart {
    var chart = CellChart(
      curves: groups.enumerated().map { index, group in
        .init(
          label: group.label, color: theme.style(ofRun: index).color,
          points: group.mean.loss.enumerated().map { (Double($0), $1) })
      }, xName: "step", yName: "loss", theme: theme)
    let losses = groups.flatMap { $0.mean.loss.filter(\.isFinite) }
    let domain = CurvesDomain.domain(of: groups.map(\.mean))
    if let most = losses.max(), most > domain.range.upperBound || losses.min()! < domain.range.lowerBound {
      chart.yDomain = domain
    }
    return chart
  }
}

extension ScheduleFigure {
  /// Learning rate against step.
  public var cellChart: CellChart {
    var chart = CellChart(
      curves: curves.enumerated().map { index, curve in
        .init(
          label: curve.label, color: curve.shade.map(theme.shade) ?? theme.style(ofRun: index).color,
          points: curve.rates.enumerated().map { (Double($0), $1) })
      }, xName: "step", yName: "learning rate", theme: theme)
    chart.hasZero = true
    chart.mayBeLogarithmic = false
    return chart
  }
}

extension RangeTestFigure {
  /// The smoothed loss of the sweep and the last loss of separate runs against the rate, with the readings.
  public var cellChart: CellChart {
    let sweep = assessment.sweep
    let truth = assessment.outcomes.map { (x: $0.rate, y: $0.loss) }
    var chart = CellChart(
      curves: [
        .init(
          label: "sweep", color: theme.style(ofRun: 1).color, points: zip(sweep.rates, sweep.smoothed).map { ($0, $1) }),
        .init(label: "runs at one rate each", color: theme.style(ofRun: 0).color, points: truth),
      ], xName: "learning rate", yName: "loss", theme: theme)
    chart.isXLogarithmic = true
    chart.yDomain = RangeTestPanel.domain(
      of: sweep.smoothed + truth.map(\.y), around: sweep.smoothed.first { $0.isFinite } ?? 1)
    for (index, reading) in assessment.recommended.enumerated() {
      guard
        let place = sweep.rates.indices.min(by: {
          abs(sweep.rates[$0] - reading.rate) < abs(sweep.rates[$1] - reading.rate)
        })
      else { continue }
      let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26)))
      chart.points.append(.init(x: reading.rate, y: sweep.smoothed[place], character: letter, color: theme.ink))
      chart.words.append(
        "\(letter) \(reading.kind.rawValue): \(NumberText.string(reading.rate))".replacing(" ", with: "\u{A0}"))
    }
    if !chart.words.isEmpty { chart.words = [chart.words.joined(separator: "  ")] }
    if let limit = assessment.limit?.rate {
      chart.uprights = [limit]
      chart.words.append("│ 2/λmax: \(NumberText.string(limit))")
    }
    return chart
  }
}
