import Diagnosis
import LossSurfaces
import Optimization
import Raster

extension RunFigure {
  /// What a panel shows of the runs against the step or the epoch; of fans the mean, and each run.
  func strip(_ panel: PathFigure.Panel, _ stability: StabilityPanel?) -> Strip {
    if panel == .stability, let stability { return strip(of: stability) }
    let axis = StepAxis(for: groups.map(\.run))
    func values(_ trajectory: Trajectory) -> [Double] { panel == .loss ? trajectory.loss : trajectory.learningRate }
    func series(_ trajectory: Trajectory, _ index: Int) -> Strip.Series {
      Strip.Series(
        values: values(trajectory), step: axis.length(ofStepIn: trajectory.run), style: theme.style(ofRun: index))
    }
    let means = groups.enumerated().map { index, group in
      var series = series(group.mean, index)
      if group.isFan, panel == .loss { series.weight = .mean }
      if panel == .learningRate { series.marks = group.mean.cuts + group.mean.restarts }
      return series
    }
    let members = groups.enumerated().flatMap { index, group -> [Strip.Series] in
      // A rate that is the same for all seeds is drawn once.
      guard group.isFan, group.runs.contains(where: { values($0.trajectory) != values(group.mean) }) else { return [] }
      return group.runs.map { run in
        var series = series(run.trajectory, index)
        series.weight = .fan(FanLayer.opacity(of: group.runs.count))
        return series
      }
    }
    return Strip(
      title: panel == .loss ? "loss" : "learning rate η", series: means + members,
      extent: axis.extent(of: groups.flatMap(\.runs).map(\.trajectory)), axis: axis, isHeld: panel == .learningRate,
      limit: panel == .learningRate ? stabilityLimit : nil, theme: theme, sizes: sizes)
  }

  /// η·λmax; of a fan the mean over its runs, and each of them.
  private func strip(of stability: StabilityPanel) -> Strip {
    let axis = StepAxis(for: groups.map(\.run))
    let (curves, domain, limit) = stability.strip
    func series(_ values: [Double], _ index: Int, _ weight: Strip.Emphasis) -> Strip.Series {
      let step = axis.length(ofStepIn: groups[index].run)
      return Strip.Series(values: values, step: step, style: theme.style(ofRun: index), weight: weight)
    }
    let means = curves.enumerated().map { series($1.mean, $0, $1.members.isEmpty ? .single : .mean) }
    let members = curves.enumerated().flatMap { index, curve in
      curve.members.map { series($0, index, .fan(FanLayer.opacity(of: curve.members.count))) }
    }
    return Strip(
      title: stability.title, series: means + members,
      extent: axis.extent(of: groups.flatMap(\.runs).map(\.trajectory)), axis: axis, isHeld: false, limit: limit,
      theme: theme, sizes: sizes, domain: domain)
  }

  private var stabilityLimit: Strip.Limit? { Strip.Limit(of: groups, on: surface) }
}
