import LossSurfaces

/// Where in a recipe something is said. It is no part of what is said: all marks are equal.
struct Mark: Hashable, Sendable {
  var place: InputError.Place?

  /// What a body makes; its errors are moved here from within a text, unless the mark is nowhere.
  func located<Value>(_ body: () throws(InputError) -> Value) throws(InputError) -> Value {
    do { return try body() } catch {
      throw InputError(error.problem, remedy: error.remedy, at: place ?? error.place, kind: error.kind)
    }
  }

  static func == (a: Mark, b: Mark) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
