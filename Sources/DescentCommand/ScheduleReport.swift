import Documents
import LossSurfaces
import Optimization

/// The result of `schedule`: the rates of each, and what a replayed log brought about.
struct ScheduleReport: Report {
  let rendering: ScheduleRendering
  /// The log that was read; nil where the losses come from a recipe.
  var log: LossFile.Losses?

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.list("schedules", rendering.curves) { json, curve in
      json.object { json in
        json.member("schedule", curve.schedule.specification.description)
        json.member("learningRate", curve.schedule.learningRate)
        json.list("learningRates", curve.course.rates)
        json.list("cuts", curve.course.cuts) { json, update in json.element(update) }
        json.list("restarts", curve.course.restarts) { json, update in json.element(update) }
      }
    }
  }

  /// The rates as a table; schedules count from 1, numbers read back exactly.
  var csv: [UInt8] {
    var text = Array("schedule,step,learningRate\n".utf8)
    for (index, curve) in rendering.curves.enumerated() {
      for (step, rate) in curve.course.rates.enumerated() {
        text += "\(index + 1),\(step),".utf8
        text.append(number: rate)
        text.append(UInt8(ascii: "\n"))
      }
    }
    return text
  }

  /// The table, line by line, and what the losses did.
  var lines: some Sequence<String> {
    [AnySequence(table), AnySequence(replay.isEmpty ? [] : [""] + replay)].joined()
  }

  /// The cuts that the losses brought, each with its reason; nothing without losses.
  var replay: [String] {
    guard !rendering.recipe.losses.isEmpty else { return [] }
    let judges = rendering.curves.filter(\.schedule.hasFeedback)
    return [taken] + (judges.isEmpty ? ["no schedule here judges losses: no rate depends on them"] : [])
      + judges.flatMap { curve in
        let reasons = curve.course.reasons.map { "  " + $0.sentence }
        return [
          "\(curve.heading): \(reasons.isEmpty ? "no cut" : reasons.count == 1 ? "1 cut" : "\(reasons.count) cuts")"
        ]
          + reasons
      }
  }

  /// `losses: 40 of 400 rows, those with a cell in column 'val_loss'`.
  private var taken: String {
    let count = NumberText.string(log?.values.count ?? rendering.recipe.losses.count)
    guard let log, let column = log.column else { return "losses: \(count)" }
    let all = log.values.count == log.rows
    return "losses: \(count)"
      + (all ? " in \(column)" : " of \(NumberText.string(log.rows)) rows, those with a value in \(column)")
  }

  /// A column a schedule, a row a step. Rates have six digits; `--json` has all.
  private var table: some Sequence<String> {
    let columns = rendering.curves.map { curve in
      let heading = curve.heading
      return (curve.course.rates, heading, curve.course.rates.reduce(heading.count) { max($0, Self.text($1).count) })
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
