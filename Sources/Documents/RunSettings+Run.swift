import LossSurfaces
import Optimization

extension RunSettings {
  /// All that the runs of an entry were told.
  init(of entry: Plan.Entry) {
    self.init(of: entry.runs[0])
    if let seeds = entry.seeds { (seed, self.seeds) = (nil, seeds) }
  }

  /// All that a run was told, with every key of its schedule and its optimizer.
  init(of run: Run) {
    start = run.start
    steps = run.span
    seed = run.seed
    learningRate = run.schedule.learningRate
    schedule = run.schedule.specification
    optimizer = run.optimizer.specification
    noise = run.noise
    batchSize = run.batches?.size
    sampling = run.batches?.sampling
  }
}
