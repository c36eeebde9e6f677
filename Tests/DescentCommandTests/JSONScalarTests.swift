import Foundation
import Testing

@testable import DescentCommand

/// Each value reads back.
@Suite struct JSONScalarTests {
  private func text(_ value: some JSONScalar) -> String {
    var bytes: [UInt8] = []
    value.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (1e-7, "1e-07"), (1e22, "1e+22"), (.infinity, "\"inf\""),
      (-.infinity, "\"-inf\""), (.nan, "\"nan\""), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func numbers(_ value: Double, _ expected: String) throws {
    #expect(text(value) == expected)
    guard value.isFinite else { return }
    #expect(try JSONDecoder().decode([Double].self, from: Data("[\(expected)]".utf8)) == [value])
  }

  @Test(arguments: ["", "a", "\"", "\\", "/", "\n\r\t\u{0}\u{1F}\u{7F}", "η₀ → ∞", "😀", "\u{2028}"])
  func strings(_ value: String) throws {
    #expect(try JSONDecoder().decode([String].self, from: Data("[\(text(value))]".utf8)) == [value])
  }

  @Test func others() {
    #expect(text(true) == "true")
    #expect(text(-7) == "-7")
    #expect(text(Double?.none) == "null")
    #expect(text(Double?.some(2)) == "2")
  }
}
