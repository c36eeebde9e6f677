import Documents
import LossSurfaces
import Optimization

/// What derivatives tell of a surface.
struct SurfaceReport: Report {
  let surface: Surface
  /// Where derivatives are wanted, if they are.
  let point: Point?
  private let criticalPoints: [CriticalPoint]

  /// Critical points are those declared and those found in the view.
  init(_ surface: Surface, at point: Point?) {
    self.surface = surface
    self.point = point
    criticalPoints = surface.allCriticalPoints
  }

  func write(to json: inout JSONWriter) {
    let formulas = surface.loss.derivativeFormulas
    json.member("format", 1)
    json.member("surface", surface.name)
    json.member("title", surface.title)
    json.member("formula", surface.loss.formula)
    json.object("derivatives") { json in
      json.member("x", formulas.x)
      json.member("y", formulas.y)
      json.member("xx", formulas.xx)
      json.member("xy", formulas.xy)
      json.member("yy", formulas.yy)
    }
    if let point {
      let order = surface.loss.secondOrder(at: point)
      json.object("at") { json in
        json.member("x", point.x)
        json.member("y", point.y)
      }
      json.member("value", order.value)
      json.list("gradient", [order.gradient.x, order.gradient.y])
      let (xx, xy, yy) = (order.hessian.xx, order.hessian.xy, order.hessian.yy)
      json.list("hessian", [[xx, xy], [xy, yy]]) { json, row in json.list(row) }
      json.list("eigenvalues", [order.hessian.eigenvalues.small, order.hessian.eigenvalues.large])
    }
    json.list("criticalPoints", criticalPoints) { json, critical in
      json.object { write(critical, to: &$0) }
    }
  }

  private func write(_ critical: CriticalPoint, to json: inout JSONWriter) {
    let order = surface.loss.secondOrder(at: critical.point)
    json.member("x", critical.point.x)
    json.member("y", critical.point.y)
    json.member("kind", critical.kind.rawValue)
    if let name = critical.name { json.member("name", name) }
    json.member("value", order.value)
    json.list("eigenvalues", [order.hessian.eigenvalues.small, order.hessian.eigenvalues.large])
  }

  /// The same for a reader.
  var words: String {
    let formulas = surface.loss.derivativeFormulas
    var lines = [surface.title, ""]
    if !surface.about.isEmpty { lines += [surface.about, ""] }
    lines += [
      "f    = \(surface.loss.formula)", "f_x  = \(formulas.x)", "f_y  = \(formulas.y)", "f_xx = \(formulas.xx)",
      "f_xy = \(formulas.xy)", "f_yy = \(formulas.yy)",
    ]
    for parameter in surface.loss.parameters {
      lines.append("with \(parameter.name) = \(Numeral.exact(parameter.value))")
    }
    for definition in surface.loss.definitions { lines.append("with \(definition.name) = \(definition.formula)") }
    lines.append("")
    if let point { lines += words(at: point) + [""] }
    lines.append(criticalPoints.isEmpty ? "no critical points found in the view" : "critical points")
    lines += criticalPoints.map { words(of: $0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(at point: Point) -> [String] {
    let order = surface.loss.secondOrder(at: point)
    let (hessian, number) = (order.hessian, Numeral.exact)
    let eigenvalues = hessian.eigenvalues
    var lines = [
      "at (\(number(point.x)), \(number(point.y)))",
      "  f            \(number(order.value))",
      "  gradient     (\(number(order.gradient.x)), \(number(order.gradient.y)))",
      "  Hessian      (\(number(hessian.xx)), \(number(hessian.xy)); \(number(hessian.xy)), \(number(hessian.yy)))",
      "  eigenvalues  \(number(eigenvalues.small)), \(number(eigenvalues.large))",
    ]
    if eigenvalues.large > 0 {
      lines.append(
        "  2/λmax       \(number(2 / eigenvalues.large))  the largest stable rate on a quadratic of this curvature")
    }
    return lines
  }

  private func words(of critical: CriticalPoint) -> String {
    let order = surface.loss.secondOrder(at: critical.point)
    let eigenvalues = order.hessian.eigenvalues
    func short(_ value: Double) -> String { NumberText.string(value, digits: 6) }
    // At a cusp the gradient jumps, and no constant rate settles.
    let isSmoothMinimum = critical.kind == .minimum || critical.kind == .valley
    let limit =
      eigenvalues.large > 0 && isSmoothMinimum ? ", 2/λmax = \(short(2 / eigenvalues.large))" : ""
    let name = critical.name.map { " — \($0)" } ?? ""
    return "  \(critical.kind.rawValue) at (\(short(critical.point.x)), \(short(critical.point.y))): "
      + "f = \(short(order.value)), eigenvalues \(short(eigenvalues.small)), \(short(eigenvalues.large))\(limit)\(name)"
  }
}
