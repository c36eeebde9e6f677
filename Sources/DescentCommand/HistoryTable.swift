import Optimization

/// Histories of runs as CSV; numbers read back exactly.
struct HistoryTable {
  private(set) var bytes = Array("run,step,x,y,loss,gradientNorm,learningRate\n".utf8)

  /// Adds a row for each step of a run, from 0 to the last.
  mutating func add(_ trajectory: Trajectory, as run: String) {
    let name = Array(Self.field(run).utf8)
    for step in 0...trajectory.lastStep {
      let entry = HistoryEntry(of: trajectory, at: step)
      bytes += name
      bytes += ",\(step)".utf8
      for number in [entry.x, entry.y, entry.loss, entry.gradientNorm] {
        bytes.append(UInt8(ascii: ","))
        bytes.append(number: number)
      }
      bytes.append(UInt8(ascii: ","))
      if let rate = entry.learningRate { bytes.append(number: rate) }
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// In quotes where it would else not be one field (RFC 4180).
  static func field(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// One line of a history: the point before an update and the rate that the update uses; the last has no rate.
struct HistoryEntry {
  let step: Int
  let x: Double
  let y: Double
  let loss: Double
  let gradientNorm: Double
  let learningRate: Double?

  init(of trajectory: Trajectory, at step: Int) {
    self.step = step
    x = trajectory.x[step]
    y = trajectory.y[step]
    loss = trajectory.loss[step]
    gradientNorm = trajectory.gradientNorm[step]
    learningRate = step < trajectory.learningRate.count ? trajectory.learningRate[step] : nil
  }

  func write(to json: inout JSONWriter) {
    json.member("step", step)
    json.member("x", x)
    json.member("y", y)
    json.member("loss", loss)
    json.member("gradientNorm", gradientNorm)
    json.member("learningRate", learningRate)
  }
}
