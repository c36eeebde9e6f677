import Testing

/// A text that is refused, with the whole message.
struct BadText: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var message: String

  init(_ testDescription: String, _ text: String, _ message: String) {
    self.testDescription = testDescription
    self.text = text
    self.message = message
  }
}
