import Documents
import Figures
import LossSurfaces
import Optimization

/// The result of `map`: what became of each run, the lowest row first.
struct MapReport: Report {
  let rendering: MapRendering

  func write(to json: inout JSONWriter) {
    let map = rendering.plan.map
    json.member("format", 1)
    json.member("surface", rendering.plan.surface.name)
    for (name, axis) in [("x", map.x), ("y", map.y)] {
      json.object(name) { json in
        json.member("key", axis.setting.key)
        json.list("values", axis.values)
      }
    }
    rows(&json, "outcomes") { json, outcome in json.element(outcome.kind.name) }
    rows(&json, "minima") { json, outcome in json.element(outcome.minimum >= 0 ? Int(outcome.minimum) : nil) }
    rows(&json, "steps") { json, outcome in json.element(outcome.step >= 0 ? Int(outcome.step) : nil) }
    json.list("minimaAt", map.minima) { json, point in
      json.object { json in
        json.member("x", point.x)
        json.member("y", point.y)
      }
    }
  }

  private func rows(_ json: inout JSONWriter, _ key: String, _ write: (inout JSONWriter, Outcome) -> Void) {
    let width = rendering.plan.map.x.count
    json.list(key, 0..<rendering.plan.map.y.count) { json, row in
      json.list(nil, rendering.outcomes[row * width..<(row + 1) * width], write)
    }
  }

  var words: String { rendering.figure.words }
}
