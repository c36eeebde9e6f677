import LossSurfaces
import Optimization

/// Names runs by what tells them apart: `η = 0.19`, `step ×0.5 every 20`.
enum RunLabels {
  /// A label for each run, or for what is run once for each of several seeds; given ones stay.
  static func labels(for runs: [Run], seeds: [ClosedRange<UInt64>?], given: [String?]) -> [String] {
    guard runs.count > 1 else {
      return zip(runs, given).map { run, label in label ?? single(run) }
    }
    let described = zip(runs, seeds).map { run, seeds in
      run.labelParts + [seeds.map { "seeds \($0.lowerBound)–\($0.upperBound)" } ?? "seed \(run.seed)"]
    }
    return runs.indices.map { index in
      if let label = given[index] { return label }
      let differing = described[index].indices.filter { part in
        described.contains { $0[part] != described[index][part] }
      }
      let text = differing.map { described[index][$0] }.joined(separator: ", ")
      return text.isEmpty ? "run \(index + 1)" : text
    }
  }

  private static func single(_ run: Run) -> String {
    run.schedule.specification.name == "constant"
      ? "η = " + NumberText.string(run.schedule.learningRate) : run.schedule.settings
  }
}

extension Run {
  /// All by which runs may differ beside their seeds, in words.
  fileprivate var labelParts: [String] {
    [
      "η = " + NumberText.string(schedule.learningRate, digits: 6), schedule.settings, optimizer.settings,
      batches?.settings ?? "full batch",
      noise.isZero
        ? "no noise"
        : "noise " + Set([noise.x, noise.y]).sorted().map { NumberText.string($0) }.joined(separator: ", "),
      "start (\(NumberText.string(start.x)), \(NumberText.string(start.y)))", span.words,
    ]
  }
}
