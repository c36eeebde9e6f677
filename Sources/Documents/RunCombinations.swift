public import LossSurfaces

extension Recipe {
  /// Makes each of the runs once with each of several values of a setting; one value is shared by all.
  ///
  /// Throws when there would be more runs than one picture has paths.
  public mutating func vary<Value>(_ key: WritableKeyPath<RunSettings, Value?>, among values: [Value])
    throws(InputError)
  {
    guard values.count > 1 else {
      if let value = values.first { settings[keyPath: key] = value }
      return
    }
    let count = max(runs.count, 1).multipliedReportingOverflow(by: values.count)
    guard !count.overflow, count.partialValue <= Recipe.mostRuns else {
      throw InputError("so many runs do not fit one picture; at most \(Recipe.mostRuns) paths are drawn")
    }
    runs = (runs.isEmpty ? [RunSettings()] : runs).flatMap { run in
      values.map { value in
        var run = run
        run[keyPath: key] = value
        return run
      }
    }
  }
}
