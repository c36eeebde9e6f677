import Synchronization

/// Runs work on several cores: that of the caller, and those of the helpers that come.
package struct Workers {
  /// The most that work at a time.
  let count: Int

  /// As many as there are cores.
  package static var all: Workers { Workers(count: 64) }

  /// Hands out the numbers 0..<jobs to workers, each of which makes its tools once; which worker gets which job is left open.
  package func run<Tools>(
    jobs: Int, tools: @Sendable () -> Tools, _ body: @Sendable (Tools, Int) -> Void
  ) {
    let next = Atomic(0)
    Helpers.all.run(others: min(count, jobs) - 1) {
      // A worker that comes when nothing is left makes no tools.
      var job = next.add(1, ordering: .relaxed).oldValue
      guard job < jobs else { return }
      let own = tools()
      while job < jobs {
        body(own, job)
        job = next.add(1, ordering: .relaxed).oldValue
      }
    }
  }

  /// Hands out the numbers 0..<jobs to workers that need no tools.
  package func run(jobs: Int, _ body: @Sendable (Int) -> Void) {
    let tools: @Sendable () -> Void = {}
    run(jobs: jobs, tools: tools) { _, job in body(job) }
  }

  /// What `transform` makes of each item, in their order.
  ///
  /// Throws the error of the first item that has one, when all are done.
  package func map<Element: Sendable, Value: Sendable, Failure: Error>(
    _ items: [Element], _ transform: @Sendable (Element) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    let results = [Result<Value, Failure>](unsafeUninitializedCapacity: items.count) { buffer, count in
      nonisolated(unsafe) let results = buffer
      run(jobs: items.count) { job in
        let result = Result { () throws(Failure) in try transform(items[job]) }
        results.initializeElement(at: job, to: result)
      }
      count = items.count
    }
    return try results.map { result throws(Failure) in try result.get() }
  }
}
