public import LossSurfaces

/// How long something lasts, as a user says it: a number of updates, or of epochs, which each run counts by its own
/// mini-batches.
///
/// Of an epoch of E updates e epochs are e·E updates, rounded to the nearest (halves up), at least 1: with E = 2, 3
/// epochs are 6 updates, 1.25 epochs 3, 0.1 epochs 1.
///
/// Edge cases: more updates than 10¹⁵ are held there, beyond every limit on what they are used for.
public enum Span: Hashable, Sendable {
  case updates(Int)
  /// Above 0 and finite.
  case epochs(Double)

  private static let most = 1e15

  /// Reads `3 epochs`, `1 epoch` or `0.5epochs`; nil for any other text, and for epochs that are not above 0.
  public init?(inEpochs text: String) {
    guard let number = Self.number(ofEpochs: text), number > 0 else { return nil }
    self = .epochs(number)
  }

  /// The number in front of the word `epochs` or `epoch`, of either sign.
  static func number(ofEpochs text: String) -> Double? {
    guard let word = ["epochs", "epoch"].first(where: text.hasSuffix) else { return nil }
    var number = text.dropLast(word.count)
    while number.last == " " { number.removeLast() }
    return Numeral.value(of: String(number)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Reads a length of a run, such as `20 epochs`.
  public init(steps text: String) throws(InputError) {
    guard let span = Span(inEpochs: text) else {
      throw InputError(
        "'\(text)' is neither a number of steps nor of epochs above 0", remedy: "Write for instance 100 or 20 epochs.")
    }
    self = span
  }

  public var isInEpochs: Bool { if case .epochs = self { true } else { false } }

  /// The number of updates where an epoch has so many of them.
  public func count(stepsPerEpoch: Int) -> Int {
    switch self {
    case .updates(let count): count
    case .epochs(let epochs): max(1, Int(min((epochs * Double(stepsPerEpoch)).rounded(), Self.most)))
    }
  }

  /// The number of updates that a key stands for; throws when it is in epochs and there are none.
  public func count(in key: String, stepsPerEpoch: Int?) throws(InputError) -> Int {
    guard stepsPerEpoch != nil || !isInEpochs else {
      throw InputError(
        "'\(key)' is \(self), but there are no mini-batches to count epochs by",
        remedy: "Give a number of updates, or run on a surface with samples and give a batch size.")
    }
    return count(stepsPerEpoch: stepsPerEpoch ?? 1)
  }

  /// What pictures say: `20 epochs`, `12,000 steps`, `1 step`.
  public var words: String {
    switch self {
    case .updates(let count): count == 1 ? "1 step" : NumberText.string(count) + " steps"
    case .epochs(let epochs): epochs == 1 ? "1 epoch" : NumberText.string(epochs, digits: 6) + " epochs"
    }
  }
}

/// A number is one of updates.
extension Span: ExpressibleByIntegerLiteral {
  public init(integerLiteral count: Int) { self = .updates(count) }
}

extension Span: CustomStringConvertible {
  /// As a user types it: `20`, `3 epochs`.
  public var description: String {
    switch self {
    case .updates(let count): String(count)
    case .epochs(let epochs): Numeral.exact(epochs) + (epochs == 1 ? " epoch" : " epochs")
    }
  }
}
