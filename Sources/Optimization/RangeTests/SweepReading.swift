import LossSurfaces

/// A rule by which people read a learning rate off a sweep.
///
/// All rules look at the smoothed losses sᵢ of the part that is read, against the rates ηᵢ. Where a rule finds nothing
/// there is no reading; where several entries fit, the first counts.
///
/// | reading       | rule |
/// |---------------|------|
/// | `minimum`     | the rate of the lowest sᵢ: where the curve turns; no rate to train at |
/// | `minimum/10`  | a tenth of it |
/// | `1 step below turn`, `2 steps below turn` | the rates one and two entries before it |
/// | `steepest`    | the ηᵢ at which (sᵢ₊₁ − sᵢ)/(ln ηᵢ₊₁ − ln ηᵢ) is least |
/// | `valley`      | of the longest falling subsequence of the sᵢ, with l entries and its last at e: entry e − l + ⌊l/3⌋ + ⌊l/6⌋ |
/// | `slide`       | with gᵢ the slope by central differences: from the right end leftwards, the last ηᵢ for which gᵢ and gᵢ₊₁₅ still differ by more than 0.005 |
///
/// Edge cases: `slide` needs 16 entries; when no pair differs it is the sixteenth from the right end. Its 0.005 is
/// in units of the loss per entry, so it depends on the scale of the loss and on the length of the sweep.
///
/// Source: fastai's `minimum`, `steep`, `valley` and `slide`; Mohanty (2019) for one or two steps below the turn.
public enum SweepReading: String, Sendable, Hashable, CaseIterable {
  case minimum
  case minimumOverTen = "minimum/10"
  case oneBelow = "1 step below turn"
  case twoBelow = "2 steps below turn"
  case steepest
  case valley
  case slide

  /// What people train at; the minimum itself is only where the curve turns.
  public static let recommendations = allCases.filter { $0 != .minimum }

  /// The rate read off a sweep.
  public func rate(in sweep: Sweep) -> Double? {
    rate(in: Array(sweep.rates[sweep.read]), Array(sweep.smoothed[sweep.read]))
  }

  func rate(in rates: [Double], _ losses: [Double]) -> Double? {
    guard let turn = losses.indices.min(by: { losses[$0] < losses[$1] }) else { return nil }
    switch self {
    case .minimum: return rates[turn]
    case .minimumOverTen: return rates[turn] / 10
    case .oneBelow: return turn >= 1 ? rates[turn - 1] : nil
    case .twoBelow: return turn >= 2 ? rates[turn - 2] : nil
    case .steepest: return Self.steepest(rates, losses).map { rates[$0] }
    case .valley: return rates[Self.valley(losses)]
    case .slide: return Self.slide(losses).map { rates[$0] }
    }
  }

  private static func steepest(_ rates: [Double], _ losses: [Double]) -> Int? {
    func slope(_ i: Int) -> Double { (losses[i + 1] - losses[i]) / Elementary.log(rates[i + 1] / rates[i]) }
    return losses.indices.dropLast().min { slope($0) < slope($1) }
  }

  private static func valley(_ losses: [Double]) -> Int {
    // lowest[l − 1] is the last entry, as high as possible, of a falling subsequence of l; it falls with l.
    var lowest: [Double] = []
    var end = 0
    for (index, loss) in losses.enumerated() {
      let length = lowest.partitioningIndex { $0 <= loss }
      if length == lowest.count {
        lowest.append(loss)
        end = index
      } else {
        lowest[length] = loss
      }
    }
    let length = lowest.count
    return max(0, end - length + length / 3 + length / 6)
  }

  private static let slideReach = 15
  private static let slideThreshold = 0.005

  private static func slide(_ losses: [Double]) -> Int? {
    let last = losses.count - 1
    guard last >= slideReach else { return nil }
    let slopes = losses.indices.map { i in
      (losses[min(i + 1, last)] - losses[max(i - 1, 0)]) / Double(min(i + 1, last) - max(i - 1, 0))
    }
    var left = last - slideReach
    while left >= 0, abs(slopes[left + slideReach] - slopes[left]) > slideThreshold { left -= 1 }
    return min(left + 1, last - slideReach)
  }
}

extension Array {
  /// The first index whose element belongs to the second part, when all of the first stand before all of the second.
  fileprivate func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
