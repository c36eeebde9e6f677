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
    if critical.kind == .saddle, let axis = order.hessian.unstableDirection {
      json.list("unstableDirection", [axis.x, axis.y])
    }
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
    lines += criticalPointLines
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

  // MARK: Critical points

  /// A list longer than this nobody reads.
  private static let mostLines = 60

  private var criticalPointLines: [String] {
    guard !criticalPoints.isEmpty else { return ["no critical points found in the view"] }
    let kinds = CriticalPoint.Kind.allCases.compactMap { kind -> String? in
      let count = criticalPoints.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(Self.noun(kind, isPlural: count > 1))"
    }
    let isCut = criticalPoints.count >= LossFunction.mostCriticalPoints
    let hidden = criticalPoints.count - Self.mostLines
    return ["critical points: \(kinds.joined(separator: ", "))"]
      + (isCut
        ? ["  (there may be more: the search ends at \(LossFunction.mostCriticalPoints); a smaller view shows all)"]
        : [])
      + criticalPoints.prefix(Self.mostLines).map { words(of: $0) }
      + (hidden > 0 ? ["  … and \(hidden) more, which --json lists"] : [])
  }

  private static func noun(_ kind: CriticalPoint.Kind, isPlural: Bool) -> String {
    switch kind {
    case .minimum: isPlural ? "minima" : "minimum"
    case .valley: isPlural ? "points of curves of minima" : "point of a curve of minima"
    case .saddle: isPlural ? "saddles" : "saddle"
    case .maximum: isPlural ? "maxima" : "maximum"
    case .degenerate: isPlural ? "degenerate points" : "degenerate point"
    case .cusp: isPlural ? "cusps" : "cusp"
    }
  }

  private func words(of critical: CriticalPoint) -> String {
    let hessian = surface.loss.secondOrder(at: critical.point).hessian
    let value = surface.loss.value(at: critical.point)
    let place = "(\(Self.short(critical.point.x)), \(Self.short(critical.point.y)))"
    let eigenvalues = "eigenvalues \(Self.short(hessian.eigenvalues.small)), \(Self.short(hessian.eigenvalues.large))"
    let name = critical.name.map { " — \($0)" } ?? ""
    return "  \(critical.kind.rawValue) at \(place): f = \(Self.short(value)), \(eigenvalues)"
      + meaning(of: critical.kind, hessian) + name
  }

  /// What the curvature means for descent: the limit of the rate, or how fast an offset from a saddle grows.
  private func meaning(of kind: CriticalPoint.Kind, _ hessian: Hessian) -> String {
    let (small, large) = hessian.eigenvalues
    switch kind {
    // At a cusp the gradient jumps, and no constant rate settles.
    case .minimum, .valley: return large > 0 ? ", 2/λmax = \(Self.short(2 / large))" : ""
    case .saddle:
      guard let axis = hessian.unstableDirection else { return "" }
      let direction = "(\(NumberText.string(axis.x, digits: 3)), \(NumberText.string(axis.y, digits: 3)))"
      return ", falls away along ±\(direction), where an offset grows ×(1 + \(Self.short(-small))·η) a step"
    case .cusp: return ", the gradient jumps"
    case .maximum, .degenerate: return ""
    }
  }

  private static func short(_ value: Double) -> String { NumberText.string(value, digits: 6) }
}
