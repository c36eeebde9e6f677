import Diagnosis
import Documents
import Figures
import LossSurfaces
import Optimization

/// The result of `compare`: the cells of each surface, best first.
struct GridReport: Report {
  let rendering: GridRendering

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.member("criterion", rendering.figure.criterion)
    json.list("surfaces", rendering.sections) { json, section in
      json.object { json in
        json.member("surface", section.surface.name)
        json.list("cells", section.ranking) { json, index in
          json.object { write(section.groups[index], to: &$0) }
        }
      }
    }
  }

  private func write(_ group: RunGroup, to json: inout JSONWriter) {
    let run = group.runs[0].trajectory.run
    json.member("label", group.label)
    json.member("schedule", run.schedule.specification.description)
    json.member("optimizer", run.optimizer.specification.description)
    json.member("learningRate", run.schedule.learningRate)
    json.member("lastLoss", group.mean.loss.last)
    json.member("words", group.words)
    json.member("sentence", group.sentence)
    json.list("runs", group.runs) { json, run in
      let (trajectory, verdict) = (run.trajectory, run.assessment.verdict)
      json.object { json in
        json.member("seed", Int(clamping: trajectory.run.seed))
        json.object("verdict") { json in
          json.member("kind", verdict.kind.rawValue)
          json.member("step", verdict.step)
          json.member("sentence", verdict.sentence)
        }
        json.object("final") { json in
          json.member("step", trajectory.lastStep)
          json.member("x", trajectory.x.last)
          json.member("y", trajectory.y.last)
          json.member("loss", trajectory.loss.last)
        }
      }
    }
  }

  /// A line a cell, best first.
  var words: String {
    rendering.sections.map { section in
      let width = section.groups.map(\.label.count).max() ?? 0
      let rows = section.ranking.enumerated().map { rank, index in
        let group = section.groups[index]
        let gap = String(repeating: " ", count: width - group.label.count)
        return "  \(rank + 1). \(group.label)\(gap)  \(group.words)"
      }
      return ([section.surface.name + ", best first"] + rows).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The histories as a table, cells in the order given: a run bears its cell's label, beginning with the surface where there
  /// are several, and its seed where a cell has several.
  var csv: [UInt8] {
    var table = HistoryTable()
    for (label, group) in zip(rendering.plan.labels, rendering.sections.flatMap(\.groups)) {
      for run in group.runs {
        table.add(run.trajectory, as: group.isFan ? "\(label), seed \(run.trajectory.run.seed)" : label)
      }
    }
    return table.bytes
  }
}
