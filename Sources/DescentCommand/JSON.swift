import Diagnosis
import Foundation
import LossSurfaces

/// Data for scripts: keys sorted, numbers that are not finite as the strings "inf", "-inf" and "nan".
enum JSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// A key that is made of data.
  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  struct Point: Encodable {
    let x: Double
    let y: Double

    init(_ point: LossSurfaces.Point) { (x, y) = (point.x, point.y) }
  }
}

/// A verdict with its numbers beside it.
struct VerdictReport: Encodable {
  let verdict: Verdict

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: JSON.Key.self)
    try container.encode(verdict.kind.rawValue, forKey: .init("kind"))
    try container.encode(verdict.step, forKey: .init("step"))
    try container.encode(verdict.sentence, forKey: .init("sentence"))
    try container.encode(verdict.words, forKey: .init("words"))
    try encodeNumbers(verdict.figures, verdict.criticalPoint, in: &container)
  }
}

struct EventReport: Encodable {
  let event: Event

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: JSON.Key.self)
    try container.encode(event.kind.rawValue, forKey: .init("kind"))
    try container.encode(event.step, forKey: .init("step"))
    try container.encodeIfPresent(event.until, forKey: .init("until"))
    try container.encode(event.sentence, forKey: .init("sentence"))
    try encodeNumbers(event.figures, event.criticalPoint, in: &container)
  }
}

/// The numbers of a verdict or an event, and the point it speaks of.
private func encodeNumbers(
  _ figures: [Verdict.Figure], _ point: CriticalPoint?, in container: inout KeyedEncodingContainer<JSON.Key>
) throws {
  for figure in figures { try container.encode(figure.value, forKey: .init(figure.name)) }
  guard let point else { return }
  var nested = container.nestedContainer(keyedBy: JSON.Key.self, forKey: .init("criticalPoint"))
  try nested.encode(point.point.x, forKey: .init("x"))
  try nested.encode(point.point.y, forKey: .init("y"))
  try nested.encode(point.kind.rawValue, forKey: .init("kind"))
  try nested.encodeIfPresent(point.name, forKey: .init("name"))
}
