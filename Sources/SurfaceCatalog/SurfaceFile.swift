import LossSurfaces

/// A surface as a mapping of YAML: `title`, `formula`, `view`, `start` …
///
/// Only `formula` must be there. What is left out is as for a bare formula: view −3..3 by −3..3, start (−2, 1.5),
/// learning rate 0.1, 100 steps; the title is the name and the axes are x and y.
package struct SurfaceFile {
  package static let keys = [
    "title", "formula", "parameters", "definitions", "samples", "axes", "view", "start", "learning-rate", "steps",
    "critical-points", "about", "source",
  ]
  package static let mostSteps = 10_000_000

  private let name: String
  private let root: YAMLMapping

  init(text: String, file: String) throws(InputError) {
    name = Self.name(of: file)
    root = try YAMLNode.parse(text, file: file).mapping(keys: Self.keys)
  }

  /// A surface written out where a recipe names one; there it may bear its name.
  init(definition: YAMLNode) throws(InputError) {
    root = try definition.mapping(keys: ["name"] + Self.keys)
    name = try root["name"]?.string() ?? "surface"
  }

  /// The stem of a path's last component.
  static func name(of file: String) -> String {
    let component = file.split(separator: "/").last ?? ""
    guard let dot = component.lastIndex(of: "."), dot > component.startIndex else { return String(component) }
    return String(component[..<dot])
  }

  func surface() throws(InputError) -> Surface {
    let loss = try LossReader(root).loss()
    let view = try view()
    return Surface(
      name: name,
      title: try root["title"]?.string() ?? name,
      loss: loss,
      axes: try axes(),
      view: view,
      start: try start(on: loss, in: view),
      learningRate: try root["learning-rate"]?.positiveNumber() ?? 0.1,
      steps: try root["steps"]?.integer(in: 1...Self.mostSteps) ?? 100,
      criticalPoints: try criticalPoints(),
      about: try root["about"]?.string() ?? "",
      source: try root["source"]?.string() ?? "")
  }

  private func axes() throws(InputError) -> (x: String, y: String) {
    guard let axes = try root["axes"]?.mapping(keys: ["x", "y"]) else { return ("x", "y") }
    return (try axes.required("x").string(), try axes.required("y").string())
  }

  private func view() throws(InputError) -> View {
    guard let node = root["view"] else { return try View(x: (-3, 3), y: (-3, 3)) }
    let bounds = try node.mapping(keys: ["x", "y"])
    let (x, y) = (try bounds.required("x"), try bounds.required("y"))
    for axis in [x, y] {
      let (low, high) = try axis.numberPair()
      guard (high - low).isFinite else {
        throw axis.error("the view is too wide in \(axis.label)", remedy: "Give bounds that are closer.")
      }
      guard low < high else {
        throw axis.error(
          "the view has no extent in \(axis.label)",
          remedy: "Give the lower bound first and a larger upper bound, as in [-2, 2].")
      }
    }
    return try View(x: x.numberPair(), y: y.numberPair())
  }

  private func start(on loss: LossFunction, in view: View) throws(InputError) -> Point {
    let node = root["start"]
    let (x, y) = try node?.numberPair() ?? (-2, 1.5)
    let point = Point(x, y)
    guard node != nil || view.contains(point) else {
      throw root.node.error("the key 'start' is missing", remedy: "(-2, 1.5), the default, is outside the view.")
    }
    let value = loss.value(at: point)
    guard value.isFinite else {
      let words = "the loss is \(value.isNaN ? "nan" : "\(value)") at the start"
      if let node { throw node.error(words, remedy: "Start where it is finite.") }
      throw root.node.error(words, remedy: "(-2, 1.5), the default, will not do: give a start.")
    }
    return point
  }

  private func criticalPoints() throws(InputError) -> [CriticalPoint] {
    var points: [CriticalPoint] = []
    for item in try root["critical-points"]?.list() ?? [] {
      let mapping = try item.mapping(keys: ["at", "kind", "name"])
      let (x, y) = try mapping.required("at").numberPair()
      let kind = try mapping.required("kind")
      points.append(CriticalPoint(at: Point(x, y), kind: try self.kind(kind), name: try mapping["name"]?.string()))
    }
    return points
  }

  private func kind(_ node: YAMLNode) throws(InputError) -> CriticalPoint.Kind {
    let word = try node.string()
    guard let kind = CriticalPoint.Kind(rawValue: word) else {
      let kinds = CriticalPoint.Kind.allCases.map(\.rawValue)
      throw node.error("unknown kind '\(word)'", remedy: Spelling.remedy(for: word, among: kinds, called: "kinds"))
    }
    return kind
  }
}
