package import LossSurfaces

/// Reads the loss from a mapping with `formula`, `parameters`, `definitions` and `samples`, and says where in the file
/// an error of the formula engine belongs.
package struct LossReader {
  private let root: YAMLMapping

  package init(_ root: YAMLMapping) { self.root = root }

  package func loss() throws(InputError) -> LossFunction {
    let formula = try root.required("formula")
    let text = try formula.string()
    let parameters = try parameters()
    let definitions = try definitions()
    let samples = try root["samples"].map { node throws(InputError) in try SamplesReader(node).samples() }
    do {
      return try LossFunction(formula: text, parameters: parameters, definitions: definitions, samples: samples)
    } catch {
      throw try located(error, formula)
    }
  }

  package func parameters() throws(InputError) -> [Parameter] {
    var parameters: [Parameter] = []
    for entry in try root["parameters"]?.mapping().entries ?? [] {
      parameters.append(Parameter(entry.key, try entry.value.number()))
    }
    return parameters
  }

  package func definitions() throws(InputError) -> [Definition] {
    var definitions: [Definition] = []
    for entry in try root["definitions"]?.mapping().entries ?? [] {
      definitions.append(Definition(entry.key, try entry.value.string()))
    }
    return definitions
  }

  /// An error with a place is one of a formula: the definition it names or else the loss. One without is about a name.
  private func located(_ error: InputError, _ formula: YAMLNode) throws(InputError) -> InputError {
    let definitions = try root["definitions"]?.mapping().entries ?? []
    if error.place != nil {
      let owner = definitions.first { error.problem.hasPrefix("definition '\($0.key)': ") }
      return (owner?.value ?? formula).located(error)
    }
    let parameters = try root["parameters"]?.mapping().entries ?? []
    let columns = try root["samples"]?.mapping()["columns"]?.list() ?? []
    for (noun, entries) in [("parameter", parameters), ("definition", definitions)] {
      let owner = entries.first { error.problem.contains("'\($0.key)'") && error.problem.contains(noun) }
      if let owner { return owner.keyNode.located(error) }
    }
    for column in columns where error.problem.contains("'\(try column.string())'") { return column.located(error) }
    return formula.located(error)
  }
}
