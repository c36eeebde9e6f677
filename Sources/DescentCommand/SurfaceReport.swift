import Documents
import LossSurfaces

/// What derivatives tell of a surface, as data and as words.
struct SurfaceReport: Encodable {
  struct Derivatives: Encodable {
    let x: String
    let y: String
    let xx: String
    let xy: String
    let yy: String
  }

  struct Critical: Encodable {
    let x: Double
    let y: Double
    let kind: String
    let name: String?
    let value: Double
    let eigenvalues: [Double]
  }

  let format = 1
  let surface: String
  let title: String
  let formula: String
  let derivatives: Derivatives
  let at: JSON.Point?
  let value: Double?
  let gradient: [Double]?
  let hessian: [[Double]]?
  let eigenvalues: [Double]?
  let criticalPoints: [Critical]
  private let about: String

  enum CodingKeys: CodingKey {
    case format, surface, title, formula, derivatives, at, value, gradient, hessian, eigenvalues, criticalPoints
  }

  /// Critical points are those declared and those found in the view.
  init(_ surface: Surface, at point: Point?) {
    self.surface = surface.name
    title = surface.title
    about = surface.about
    formula = surface.loss.formula
    let formulas = surface.loss.derivativeFormulas
    derivatives = Derivatives(x: formulas.x, y: formulas.y, xx: formulas.xx, xy: formulas.xy, yy: formulas.yy)
    let order = point.map { surface.loss.secondOrder(at: $0) }
    at = point.map { JSON.Point($0) }
    value = order?.value
    gradient = order.map { [$0.gradient.x, $0.gradient.y] }
    hessian = order.map { [[$0.hessian.xx, $0.hessian.xy], [$0.hessian.xy, $0.hessian.yy]] }
    eigenvalues = order.map { [$0.hessian.eigenvalues.small, $0.hessian.eigenvalues.large] }
    criticalPoints = surface.allCriticalPoints.map { critical in
      let order = surface.loss.secondOrder(at: critical.point)
      return Critical(
        x: critical.point.x, y: critical.point.y, kind: critical.kind.rawValue, name: critical.name, value: order.value,
        eigenvalues: [order.hessian.eigenvalues.small, order.hessian.eigenvalues.large])
    }
  }

  var words: String {
    var lines = [title, "", "f    = \(formula)"]
    if !about.isEmpty { lines.insert(contentsOf: ["", about], at: 1) }
    lines += [
      "f_x  = \(derivatives.x)", "f_y  = \(derivatives.y)", "f_xx = \(derivatives.xx)", "f_xy = \(derivatives.xy)",
      "f_yy = \(derivatives.yy)", "",
    ]
    if let at, let value, let gradient, let hessian, let eigenvalues {
      lines += [
        "at (\(at.x), \(at.y))", "  f           \(value)", "  gradient    \(gradient[0]), \(gradient[1])",
        "  Hessian     \(hessian[0][0]), \(hessian[0][1]); \(hessian[1][0]), \(hessian[1][1])",
        "  eigenvalues \(eigenvalues[0]), \(eigenvalues[1])",
      ]
      if eigenvalues[1] > 0 {
        lines.append("  2/λmax      \(2 / eigenvalues[1])   the largest rate that is stable here")
      }
      lines.append("")
    }
    lines.append(criticalPoints.isEmpty ? "no critical points found in the view" : "critical points")
    lines += criticalPoints.map { point in
      let limit =
        point.eigenvalues[1] > 0 && point.kind != "saddle" ? ", 2/λmax = \(short(2 / point.eigenvalues[1]))" : ""
      let name = point.name.map { " — \($0)" } ?? ""
      return "  \(point.kind) at (\(short(point.x)), \(short(point.y))): f = \(short(point.value)), "
        + "eigenvalues \(short(point.eigenvalues[0])), \(short(point.eigenvalues[1]))\(limit)\(name)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func short(_ value: Double) -> String { NumberText.string(value, digits: 6) }
}
