import Documents
import LossSurfaces
import Optimization

/// The result of `schedule`: the rates of each.
struct ScheduleReport: Report {
  let rendering: ScheduleRendering

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.list("schedules", rendering.curves) { json, curve in
      json.object { json in
        json.member("schedule", curve.schedule.specification.description)
        json.member("learningRate", curve.schedule.learningRate)
        json.list("learningRates", curve.rates)
      }
    }
  }

  /// A column a schedule, a row a step; rates have six digits, `--json` has all.
  var table: String {
    let columns = rendering.curves.map { curve in
      [curve.heading] + curve.rates.map { Numeral.exact($0.rounded(toDigits: 6)) }
    }
    let steps = ["step"] + (0..<rendering.steps).map { String($0) }
    let all = [steps] + columns
    let widths = all.map { column in column.map(\.count).max() ?? 0 }
    return steps.indices.map { row in
      zip(all, widths).map { column, width in
        String(repeating: " ", count: width - column[row].count) + column[row]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

extension ScheduleRendering.Curve {
  /// The schedule with every key, and the rate it begins from.
  fileprivate var heading: String {
    "\(schedule.specification) from \(Numeral.exact(schedule.learningRate))"
  }
}

extension Double {
  /// The number of at most `count` significant decimal digits that is nearest.
  fileprivate func rounded(toDigits count: Int) -> Double {
    guard let exponent = NumberText.exponent(of: self), isFinite else { return self }
    // A power of ten up to 10²² is exact, so one division or multiplication rounds once.
    let places = count - 1 - exponent
    guard abs(places) <= 22 else { return self }
    let power = (0..<abs(places)).reduce(1.0) { power, _ in power * 10 }
    return places < 0 ? (self / power).rounded() * power : (self * power).rounded() / power
  }
}
