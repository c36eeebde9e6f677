import Dispatch
import LossSurfaces

/// Draws pictures on several cores at once, none for longer than its time.
///
/// A drawing cannot be stopped from outside; one that takes too long is given up, and its thread ends with the process.
final class DrawingPool: @unchecked Sendable {
  /// A finished picture.
  struct Drawn: Sendable {
    let bytes: [UInt8]
    let description: String
  }

  enum Refusal: Error {
    /// What the runs did instead of what was expected.
    case broken([String])
    case wrong(InputError)
    case tooLong(seconds: Double)
  }

  typealias Outcome = Result<Drawn, Refusal>

  private let plans: [any PicturePlan]
  private let limit: Double
  private let progress: @Sendable (Int, Int) -> Void
  /// Guards what follows.
  private let queue = DispatchQueue(label: "drawing")
  private var outcomes: [Outcome?]
  private var started: [Int: DispatchTime] = [:]
  private var next = 0
  private let finished = DispatchSemaphore(value: 0)

  private init(_ plans: [any PicturePlan], limit: Double, progress: @escaping @Sendable (Int, Int) -> Void) {
    self.plans = plans
    self.limit = limit
    self.progress = progress
    outcomes = Array(repeating: nil, count: plans.count)
  }

  /// The outcome of each plan, in their order. `progress` is told how many of how many are done.
  static func draw(
    _ plans: [any PicturePlan], jobs: Int, secondsEach limit: Double,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) -> [Outcome] {
    precondition(jobs >= 1, "at least one picture is drawn at a time")
    let pool = DrawingPool(plans, limit: limit, progress: progress)
    for worker in 0..<min(jobs, plans.count) { pool.startWorker(worker) }
    return pool.wait(jobs: jobs)
  }

  private func startWorker(_ number: Int) {
    // A queue of its own has a thread of its own, whatever others are busy with.
    DispatchQueue(label: "drawing \(number)").async {
      while let index = self.take() {
        let outcome = Self.outcome(of: self.plans[index])
        guard self.put(outcome, at: index) else { return }
        self.finished.signal()
      }
    }
  }

  private func take() -> Int? {
    queue.sync {
      guard next < plans.count else { return nil }
      defer { next += 1 }
      started[next] = .now()
      return next
    }
  }

  /// False when the drawing was given up meanwhile.
  private func put(_ outcome: Outcome, at index: Int) -> Bool {
    queue.sync {
      started[index] = nil
      guard outcomes[index] == nil else { return false }
      outcomes[index] = outcome
      return true
    }
  }

  private func wait(jobs: Int) -> [Outcome] {
    var workers = jobs
    while true {
      let (done, given) = giveUp()
      for _ in 0..<given {
        startWorker(workers)
        workers += 1
      }
      progress(done, plans.count)
      if done == plans.count { break }
      _ = finished.wait(timeout: .now() + .milliseconds(100))
    }
    return queue.sync { outcomes.map { $0! } }
  }

  /// Gives up what takes too long; how many are done, and how many were given up now.
  private func giveUp() -> (done: Int, given: Int) {
    queue.sync {
      let now = DispatchTime.now().uptimeNanoseconds
      let late = started.filter { Double(now - min(now, $0.value.uptimeNanoseconds)) / 1e9 > limit }.map(\.key)
      for index in late {
        started[index] = nil
        outcomes[index] = .failure(.tooLong(seconds: limit))
      }
      return (outcomes.count { $0 != nil }, late.count)
    }
  }

  private static func outcome(of plan: any PicturePlan) -> Outcome {
    do throws(InputError) {
      let rendering = try plan.rendering()
      guard rendering.brokenPromises.isEmpty else { return .failure(.broken(rendering.brokenPromises)) }
      let picture = try rendering.picture()
      return .success(Drawn(bytes: try picture.png(), description: picture.description))
    } catch {
      return .failure(.wrong(error))
    }
  }
}
