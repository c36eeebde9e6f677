import Figures
public import LossSurfaces
import SurfaceCatalog

extension Recipe {
  /// The surface that the recipe names, with its parameters; paths are relative to `folder`, or to the working folder.
  ///
  /// A formula's critical points are searched for; a surface's own are declared, and those that other parameters made
  /// untrue are dropped.
  public func surface(relativeTo folder: String? = nil) throws -> Surface {
    sought(in: try bareSurface(relativeTo: folder))
  }

  /// The same with no critical points in a formula, which are all that takes time here; see `sought(in:)`.
  func bareSurface(relativeTo folder: String? = nil) throws -> Surface {
    switch source {
    case .none: throw InputError("the recipe names no surface", remedy: "Give surface or formula.")
    case .definition(let surface): return try surface.with(parameters)
    case .formula(let formula):
      var surface = Surface(
        bare: try LossFunction(formula: formula, parameters: parameters, definitions: definitions))
      // A formula has no view of its own: what is near and what is in sight goes by the recipe's.
      if let view { surface.view = view }
      return surface
    case .named(let name):
      guard Self.isPath(name) else { return try Catalog.surface(named: name).with(parameters) }
      let path = folder.map { name.hasPrefix("/") || $0 == "." ? name : $0 + "/" + name } ?? name
      return try Catalog.surface(yaml: try Self.text(of: path, named: name), file: path).with(parameters)
    }
  }

  /// A formula with a stroke in it is taken for a path.
  private static func text(of path: String, named name: String) throws -> String {
    do {
      return try InputFile.text(of: path)
    } catch {
      guard error.kind == .missing, let remedy = Catalog.formulaRemedy(for: name) else { throw error }
      throw InputError("\(error)", remedy: remedy, kind: .missing)
    }
  }

  /// The recipe's surface with the critical points that a formula has in the view.
  func sought(in surface: Surface) -> Surface {
    guard case .formula = source else { return surface }
    var surface = surface
    surface.criticalPoints = surface.loss.criticalPoints(in: view ?? surface.view)
    return surface
  }

  /// Whether a surface's name is that of a file.
  public static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}

extension Surface {
  /// A bare loss with the defaults of a formula.
  init(bare loss: LossFunction) {
    var surface: Surface
    do { surface = try Surface(formula: "0") } catch { preconditionFailure("0 is a formula: \(error)") }
    surface.loss = loss
    surface.title = "f = " + FormulaText.typeset(loss.formula)
    self = surface
  }

  /// The surface with other values for some of its parameters.
  ///
  /// Throws when it has no parameter of that name.
  public func with(_ changes: [Parameter]) throws(InputError) -> Surface {
    guard !changes.isEmpty else { return self }
    var parameters = loss.parameters
    for change in changes {
      guard let index = parameters.firstIndex(where: { $0.name == change.name }) else {
        let names = parameters.map(\.name)
        throw InputError(
          "\(name) has no parameter '\(change.name)'",
          remedy: names.isEmpty ? "It has none." : Spelling.remedy(for: change.name, among: names, called: "parameters")
        )
      }
      parameters[index] = change
    }
    var result = self
    result.loss = try LossFunction(
      formula: loss.formula, parameters: parameters, definitions: loss.definitions, samples: loss.samples)
    result.criticalPoints = criticalPoints.filter { result.loss.objection(to: $0) == nil }
    return result
  }

  /// The declared critical points and, beside them, those found in the view.
  public var allCriticalPoints: [CriticalPoint] {
    let near = 1e-4 * view.diagonal
    return criticalPoints
      + loss.criticalPoints(in: view).filter { found in
        // Of a curve of minima a few points were declared and stand for all.
        if found.kind == .valley, criticalPoints.contains(where: { $0.kind == .valley }) { return false }
        return !criticalPoints.contains { $0.point.distance(to: found.point) < near }
      }
  }
}

extension LossFunction {
  /// What is wrong with a declared critical point, or nil when derivatives confirm it.
  public func objection(to declared: CriticalPoint) -> String? {
    let place = "(\(declared.point.x), \(declared.point.y))"
    let evaluator = Evaluator(self)
    guard let kind = evaluator.kind(ofCriticalPointAt: declared.point) else {
      let gradient = evaluator.firstOrder(at: declared.point)
      let nearest =
        evaluator.criticalPoint(near: declared.point).map { "; the nearest is (\($0.point.x), \($0.point.y))" } ?? ""
      return "\(place) is no critical point: the gradient there is (\(gradient.x), \(gradient.y))\(nearest)"
    }
    return kind == declared.kind ? nil : "\(place) is declared \(declared.kind.rawValue) but is \(kind.rawValue)"
  }
}
