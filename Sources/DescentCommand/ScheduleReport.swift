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

  /// The rates as a table; schedules count from 1, numbers read back exactly.
  var csv: [UInt8] {
    var text = Array("schedule,step,learningRate\n".utf8)
    for (index, curve) in rendering.curves.enumerated() {
      for (step, rate) in curve.rates.enumerated() {
        text += "\(index + 1),\(step),".utf8
        text.append(number: rate)
        text.append(UInt8(ascii: "\n"))
      }
    }
    return text
  }

  /// A table, line by line: a column a schedule, a row a step. Rates have six digits; `--json` has all.
  var lines: some Sequence<String> {
    let columns = rendering.curves.map { curve in
      let heading = curve.heading
      return (curve.rates, heading, curve.rates.reduce(heading.count) { max($0, Self.text($1).count) })
    }
    let stepWidth = max(4, String(rendering.steps - 1).count)
    return (-1..<rendering.steps).lazy.map { step in
      columns.reduce(into: Self.padded(step < 0 ? "step" : String(step), to: stepWidth)) { line, column in
        let (rates, heading, width) = column
        line += "  " + Self.padded(step < 0 ? heading : Self.text(rates[step]), to: width)
      }
    }
  }

  private static func text(_ rate: Double) -> String { Numeral.exact(rate.rounded(toDigits: 6)) }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: width - text.count) + text
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
