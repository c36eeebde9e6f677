/// Something that a reader did and must not.
struct Finding: Error, Equatable {
  let what: String

  init(_ what: String) { self.what = what }

  static func unless(_ condition: Bool, _ what: @autoclosure () -> String) throws(Finding) {
    if !condition { throw Finding(what()) }
  }
}
