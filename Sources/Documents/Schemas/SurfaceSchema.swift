import LossSurfaces
import SurfaceCatalog

/// The schema of a surface file.
enum SurfaceSchema {
  /// A whole file; `named` where a recipe holds the surface and gives it a name.
  static func surface(named: Bool = false) -> Schema {
    let keys = (named ? ["name"] : []) + SurfaceFile.keys
    return Schema.mapping(keys.map { ($0, values[$0] ?? .anything) }, required: ["formula"])
  }

  static let parameters = Schema.mapping(toValues: .number())
    .described("Numbers that the formula may use by their names, such as {a: 1, b: 100}.")
  static let definitions = Schema.mapping(toValues: .formula)
    .described("Named parts of the formula, each of which may use those before it.")
  static let view = Schema.mapping([("x", .pair), ("y", .pair)], required: ["x", "y"])
    .described("What the picture shows: the lower and the upper bound of each axis.")
    .standing(JSONValue.bounds(x: (-3, 3), y: (-3, 3)))

  /// What each key takes.
  static let values: [String: Schema] = [
    "name": Schema.text.described("What the surface is called in messages and in data."),
    "title": Schema.text.described("The title of the picture. Left out: the name."),
    "formula": Schema.formula.described(
      "The loss as a formula in x and y, the parameters, the definitions and the columns of the samples."),
    "parameters": parameters,
    "definitions": definitions,
    "samples": Schema.mapping(
      [
        ("columns", Schema.list(of: .text, least: 1).described("Names that the formula may use.")),
        ("rows", Schema.list(of: .list(of: .number()), least: 1).described("A number for each column.")),
      ], required: ["columns", "rows"]
    ).described("Makes the loss a mean over these rows, from which mini-batches can be drawn."),
    "axes": Schema.mapping([("x", .text), ("y", .text)], required: ["x", "y"])
      .described("What the axes are called: {x: w₁, y: w₂}. Left out: x and y."),
    "view": view,
    "start": Schema.pair.described("Where descent begins: [x, y].").standing(.list([.number(-2), .number(1.5)])),
    "learning-rate": Schema.positive.described("ε₀, the learning rate of a run that names none.")
      .standing(.number(0.1)),
    "steps": Schema.integer(in: 1...SurfaceFile.mostSteps).described("The number of updates of a run that names none.")
      .standing(.number(100)),
    "critical-points": Schema.list(
      of: .mapping(
        [
          ("at", .pair), ("kind", .word(CriticalPoint.Kind.allCases.map(\.rawValue))),
          ("name", Schema.text.described("What a verdict calls it: the minimum.")),
        ], required: ["at", "kind"])
    ).described("Minima and other points where the gradient vanishes; `descent surface check` recomputes them."),
    "about": Schema.text.described("One paragraph that says what the surface teaches."),
    "source": Schema.text.described("Where the surface comes from."),
  ]
}

extension JSONValue {
  fileprivate static func bounds(x: (Double, Double), y: (Double, Double)) -> JSONValue {
    .object([("x", x), ("y", y)].map { .init(key: $0, value: .list([.number($1.0), .number($1.1)])) })
  }
}
