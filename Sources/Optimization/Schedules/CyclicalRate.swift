import LossSurfaces

/// Straight up from a low rate to the peak ε₀ and down again, for ever: η = low + (ε₀ − low)·A·x, where x climbs from 0
/// to 1 in `up` updates and falls back in `down`.
///
/// The amplitude A is 1 (`triangular`), halves with every cycle (`triangular2`), or is decay^t (`exp-range`, where t
/// counts all updates, not those of the cycle).
///
/// At the joins, with ε₀ = 1, low = 0, up = down = 5: t = 4 gives 0.8, t = 5 gives 1, t = 6 gives 0.8, t = 10 gives 0;
/// the second peak, t = 15, is 1 for `triangular`, ½ for `triangular2`, decay¹⁵ for `exp-range`.
///
/// Source: Smith, Cyclical learning rates (2017); torch `CyclicLR`, whose values it equals (and which, by default,
/// cycles momentum as well; this does not).
struct CyclicalRate: Sendable, Hashable {
  enum Amplitude: Sendable, Hashable {
    case constant
    case halving
    case decaying(Double)
  }

  var low: Double
  var peak: Double
  var up: Updates
  var down: Updates
  var amplitude: Amplitude

  func rate(at t: Int) -> Double {
    let (cycle, gone) = t.quotientAndRemainder(dividingBy: length)
    let height =
      gone <= up.count ? Double(gone) / Double(up.count) : Double(length - gone) / Double(down.count)
    let scale =
      switch amplitude {
      case .constant: 1.0
      case .halving: Double(sign: .plus, exponent: -cycle, significand: 1)
      case .decaying(let decay): Elementary.pow(decay, Double(t))
      }
    return low + (peak - low) * (height * scale)
  }

  func isRestart(at t: Int) -> Bool { t > 0 && t % length == 0 }

  /// The number of updates in a cycle.
  private var length: Int { up.count + down.count }

  var settings: String {
    let cycle = "\(NumberText.string(low)) to ε₀ in \(up.text), back in \(down.text)"
    return switch amplitude {
    case .constant: "triangular, \(cycle)"
    case .halving: "triangular2, \(cycle), halving"
    case .decaying(let decay): "exp-range, \(cycle), ×\(NumberText.string(decay, digits: 4)) a step"
    }
  }
}

extension CyclicalRate: RateRule {
  static let entries = [
    SpecificationEntry("triangular", "low + (ε₀ − low)·x, x up from 0 to 1 and down again", keys),
    SpecificationEntry("triangular2", "triangular, its amplitude halved with every cycle", keys),
    SpecificationEntry("exp-range", "triangular, its amplitude multiplied by decay^t", keys + [decay]),
  ]

  private static let keys = [
    SpecificationKey("low", .number(.nonnegative), .number("ε₀/10") { $0.learningRate / 10 }, "the lowest rate"),
    SpecificationKey("up", .updates, .updates("T/10") { $0.steps / 10 }, "the number of updates from low to the peak"),
    SpecificationKey("down", .updates, .updates("up") { $0.count("up") }, "the number of updates from the peak to low"),
  ]

  private static let decay = SpecificationKey(
    "decay", .number(SpecificationKey.Bounds(lower: 0, upper: 1, includesLower: false)),
    .number("1 − 5/T, at least 0.5") { max(0.5, 1 - 5 / Double($0.steps)) },
    "what each update multiplies the amplitude by")

  init(_ keys: ResolvedKeys) throws(InputError) {
    let low = keys.number("low")
    guard low <= keys.learningRate else {
      throw keys.refusal(
        "low", "is \(Numeral.exact(low)), above the learning rate \(Numeral.exact(keys.learningRate))",
        remedy: "The learning rate is the peak of the cycle: raise it, or lower 'low'.")
    }
    let amplitude: Amplitude =
      switch keys.specification.name {
      case "triangular2": .halving
      case "exp-range": .decaying(keys.number("decay"))
      default: .constant
      }
    self.init(
      low: low, peak: keys.learningRate, up: keys.updates("up"), down: keys.updates("down"), amplitude: amplitude)
  }
}
