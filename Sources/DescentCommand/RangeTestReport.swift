import Diagnosis
import Documents
import LossSurfaces
import Optimization

/// The result of `range-test`: the sweep, the separate runs, the limit and the readings.
struct RangeTestReport: Report {
  let rendering: RangeTestRendering

  func write(to json: inout JSONWriter) {
    let assessment = rendering.assessment
    let sweep = assessment.sweep
    json.member("format", 1)
    json.member("surface", rendering.plan.surface.name)
    json.list("sweep", sweep.rates.indices) { json, index in
      json.object { json in
        json.member("learningRate", sweep.rates[index])
        json.member("loss", sweep.losses[index])
        json.member("smoothedLoss", sweep.smoothed[index])
      }
    }
    json.member("stop", sweep.stop)
    json.list("truth", assessment.outcomes) { json, outcome in
      json.object { json in
        json.member("learningRate", outcome.rate)
        json.member("loss", outcome.loss)
      }
    }
    json.member("limit", assessment.limit?.rate)
    json.object("readings") { json in
      for kind in SweepReading.allCases { json.member(kind.jsonKey, assessment[kind]?.rate) }
    }
    json.object("verdicts") { json in
      for reading in assessment.readings {
        json.object(reading.kind.jsonKey) { json in
          json.member("kind", reading.assessment.verdict.kind.rawValue)
          json.member("step", reading.assessment.verdict.step)
          json.member("guess", reading.assessment.verdict.isGuess)
          json.member("sentence", reading.assessment.verdict.sentence)
          json.member("finalLoss", reading.trajectory.loss.last)
        }
      }
    }
    json.list("sentences", assessment.sentences) { json, sentence in json.element(sentence) }
  }

  /// The sweep, step by step, and under it the separate runs, lowest rate first; numbers read back exactly.
  var csv: [UInt8] {
    var text = Array("series,step,learningRate,loss,smoothedLoss\n".utf8)
    func add(_ start: String, _ numbers: Double...) {
      text += start.utf8
      for number in numbers {
        text.append(UInt8(ascii: ","))
        text.append(number: number)
      }
    }
    let sweep = rendering.assessment.sweep
    for step in sweep.rates.indices {
      add("sweep,\(step)", sweep.rates[step], sweep.losses[step], sweep.smoothed[step])
      text.append(UInt8(ascii: "\n"))
    }
    let steps = rendering.plan.test.run.steps
    for outcome in rendering.assessment.outcomes {
      add("truth,\(steps)", outcome.rate, outcome.loss)
      text += ",\n".utf8
    }
    return text
  }

  /// A table of the readings, each with the run at its rate, and what follows from them.
  var words: String {
    let (plan, assessment) = (rendering.plan, rendering.assessment)
    let rows = assessment.readings.map { reading in
      (reading.kind.rawValue, NumberText.string(reading.rate), reading.assessment.verdict.words)
    }
    let widths = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
    let sweep = assessment.sweep
    let stop = sweep.stop.map { ", stopped at step \($0)" } ?? ""
    let headline =
      "\(plan.surface.name): \(plan.test.run.schedule.settings) steps\(stop); smoothed by \(NumberText.string(plan.test.smoothing))"
    let table = rows.map { name, rate, words in
      let gap = String(repeating: " ", count: widths.1 - rate.count + widths.0 - name.count)
      return "  \(name)  \(gap)\(rate)  \(words)"
    }
    return ([headline] + table + assessment.sentences).joined(separator: "\n")
  }
}

extension SweepReading {
  fileprivate var jsonKey: String {
    switch self {
    case .minimum: "minimum"
    case .minimumOverTen: "minimumOverTen"
    case .oneBelow: "oneStepBelow"
    case .twoBelow: "twoStepsBelow"
    case .steepest: "steepest"
    case .valley: "valley"
    case .slide: "slide"
    }
  }
}
