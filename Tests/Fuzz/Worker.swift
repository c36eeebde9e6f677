import Foundation

/// A process that runs part of a campaign, so that a crash or a hang ends it alone.
///
/// It keeps the number of the input at hand in a file that is mapped into memory, where it outlives any end.
enum Worker {
  /// The other side of `start`: runs the inputs and prints the outcome.
  static func work(_ campaign: Campaign, _ indices: Range<Int>, place: String) throws {
    let descriptor = open(place, O_RDWR)
    let size = MemoryLayout<Int>.size
    guard descriptor >= 0, let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { throw Finding("cannot map \(place)") }
    let outcome = campaign.run(indices) { memory.storeBytes(of: $0, as: Int.self) }
    FileHandle.standardOutput.write(try JSONEncoder().encode(outcome))
  }

  /// Runs the inputs in other processes, one after the other: a new one goes on behind an input that ended the last.
  static func run(_ campaign: Campaign, _ indices: Range<Int>, patience: Double) throws -> Campaign.Outcome {
    var whole = Campaign.Outcome()
    var next = indices.lowerBound
    while next < indices.upperBound {
      let place = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: place) }
      try withUnsafeBytes(of: next) { try Data($0).write(to: URL(filePath: place)) }
      // A batch of such a size that little is lost with one.
      let batch = next..<min(next + 50_000, indices.upperBound)
      let (status, output) = try start(campaign, batch, place, patience)
      if status == 0 {
        whole.add(try JSONDecoder().decode(Campaign.Outcome.self, from: output))
        next = batch.upperBound
      } else {
        guard let fatal = number(in: place), batch.contains(fatal) else {
          throw Finding("a process ended with \(status) and did not say where")
        }
        // What came before it is run again, and counted.
        if fatal > batch.lowerBound {
          whole.add(try run(campaign, batch.lowerBound..<fatal, patience: patience))
        }
        // On a busy machine a process may be kept waiting: what hangs hangs alone as well.
        var again = (status: status, output: output)
        if status == SIGKILL { again = try start(campaign, fatal..<(fatal + 1), place, patience) }
        if again.status == 0 {
          whole.add(try JSONDecoder().decode(Campaign.Outcome.self, from: again.output))
        } else {
          whole.findings[fatal] =
            again.status == SIGKILL ? "no end within \(patience) s" : "ended by signal \(again.status)"
        }
        next = fatal + 1
      }
    }
    return whole
  }

  private static func number(in place: String) -> Int? {
    let data = (try? Data(contentsOf: URL(filePath: place))) ?? Data()
    return data.withUnsafeBytes { $0.count == MemoryLayout<Int>.size ? $0.loadUnaligned(as: Int.self) : nil }
  }

  private static func start(
    _ campaign: Campaign, _ batch: Range<Int>, _ place: String, _ patience: Double
  ) throws -> (status: Int32, output: Data) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = [
      "work", campaign.probe.name, String(campaign.seed), String(batch.lowerBound), String(batch.upperBound), place,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardOutput = pipe
    try process.run()
    let watch = Thread {
      var last: (number: Int?, seconds: Double) = (nil, 0)
      while process.isRunning {
        Thread.sleep(forTimeInterval: 0.5)
        let now = number(in: place)
        last = now == last.number ? (now, last.seconds + 0.5) : (now, 0)
        if last.seconds >= patience { kill(process.processIdentifier, SIGKILL) }
      }
    }
    watch.start()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 || process.terminationReason == .uncaughtSignal else {
      throw Finding("a process could not do its work")
    }
    return (process.terminationStatus, output)
  }
}
