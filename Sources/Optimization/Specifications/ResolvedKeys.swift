import LossSurfaces

/// The values of all keys of a schedule or an optimizer, for a run of `steps` updates at `learningRate`.
struct ResolvedKeys {
  /// Numbers of updates where epochs were given.
  var values: [String: Specification.Value]
  /// What was given in epochs, or is best said so.
  private(set) var epochs: [String: [Double]] = [:]
  let specification: Specification
  let learningRate: Double
  var steps: Int
  /// How the run counts epochs, if it does.
  let epoch: Epoch?

  /// What a run knows of its epochs.
  struct Epoch {
    var steps: Int
    /// Whether the length of the run is given in epochs, so that what fits it is said in epochs too.
    var isUnit: Bool
  }

  /// The given values; throws when one is in epochs and the run has none.
  init(
    given: [String: Specification.Value], of specification: Specification, learningRate: Double = 1, steps: Int = 1,
    epoch: Epoch? = nil
  ) throws(InputError) {
    values = given
    self.specification = specification
    self.learningRate = learningRate
    self.steps = steps
    self.epoch = epoch
    for (key, value) in given.sorted(by: { $0.key < $1.key }) {
      guard case .epochs(let epochs) = value else { continue }
      let counts: [Double]
      do {
        counts = try epochs.map { epochs throws(InputError) in
          Double(try Span.epochs(epochs).count(in: key, stepsPerEpoch: epoch?.steps))
        }
      } catch {
        throw InputError(error.problem, remedy: error.remedy, at: specification.place(ofValue: key))
      }
      self.epochs[key] = epochs
      values[key] = counts.count == 1 ? .number(counts[0]) : .numbers(counts)
    }
  }

  /// Sets a number of updates that fits the run. In a run of so many epochs it is said in epochs, if hundredths of
  /// them say it exactly.
  mutating func fit(_ key: String, _ value: Specification.Value) {
    values[key] = value
    guard let epoch, epoch.isUnit, let counts = value.asNumbers else { return }
    let epochs = counts.map { $0 / Double(epoch.steps) }
    let isShort = epochs.allSatisfy { ($0 * 100).rounded() / 100 == $0 }
    if isShort { self.epochs[key] = epochs }
  }

  /// The value of a key of kind number.
  func number(_ key: String) -> Double {
    guard case .number(let value) = values[key] else { preconditionFailure("'\(key)' is no number") }
    return value
  }

  /// The value of a key of kind count or span.
  func count(_ key: String) -> Int { Int(number(key)) }

  /// The value of a key of kind span.
  func updates(_ key: String) -> Updates { Updates(count: count(key), span: span(key, 0, count(key))) }

  /// The value of a key of kind span that may be absent.
  func optionalUpdates(_ key: String) -> Updates? { values[key] == nil ? nil : updates(key) }

  /// The value of a key of kind spans.
  func updatesList(_ key: String) -> [Updates] {
    guard let counts = values[key]?.asNumbers else { preconditionFailure("'\(key)' is no list") }
    return counts.enumerated().map { Updates(count: Int($1), span: span(key, $0, Int($1))) }
  }

  private func span(_ key: String, _ index: Int, _ count: Int) -> Span {
    epochs[key].map { .epochs($0[index]) } ?? .updates(count)
  }

  /// The value as it was said.
  func said(_ key: String) -> Specification.Value? { epochs[key].map { .epochs($0) } ?? values[key] }

  /// The value of a key of kind flag.
  func flag(_ key: String) -> Bool { values[key] == .flag(true) }

  /// The value of a key of kind choice or formula.
  func word(_ key: String) -> String {
    guard case .word(let word) = values[key] else { preconditionFailure("'\(key)' is no word") }
    return word
  }

  /// An error about the value of one key; `place` points at it if it was given.
  func refusal(_ key: String, _ problem: String, remedy: String) -> InputError {
    InputError(
      "'\(key)' \(problem)", remedy: remedy, at: specification.place(ofValue: key) ?? specification.placeOfName)
  }
}
