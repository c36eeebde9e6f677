import LossSurfaces
import Optimization

/// The linear regression of the catalog: eight points, a line through them, the loss a mean of squares.
///
/// Every row's gradient is affine, Aᵢ·δ + rᵢ with δ the distance from the minimum, so that the first two moments of δ
/// follow exact recursions.
struct Regression {
  static let minimum = Point(1.430952380952381, -0.4875)
  static let leastLoss = 0.07491815476190476

  /// Row i: Aᵢ = [[a, b], [b, 1]] and rᵢ.
  private let rows: [(a: Double, b: Double, r: SIMD2<Double>)]
  let loss: LossFunction

  /// With `isExact`, the points lie on the line: every row's gradient vanishes at the minimum.
  init(isExact: Bool = false) throws {
    let u = (0..<8).map { -1.75 + 0.5 * Double($0) }
    let v =
      isExact
      ? u.map { Self.minimum.x * $0 + Self.minimum.y }
      : [-2.725, -2.675, -1.125, -1.475, 0.075, 0.925, 0.875, 2.225]
    rows = zip(u, v).map { u, v in
      let residual = Self.minimum.x * u + Self.minimum.y - v
      return (u * u, u, SIMD2(residual * u, residual))
    }
    let samples = try Samples(columns: ["u", "v"], rows: zip(u, v).map { [$0, $1] })
    loss = try LossFunction(formula: "(x*u + y - v)^2/2", samples: samples)
  }

  func run(
    from start: Point = Point(-0.6, 0.8), rate: Double, steps: Int, batch: Int?, sampling: Sampling? = nil,
    optimizer: String = "sgd", seed: UInt64 = 1
  ) throws -> Run {
    try Run(
      loss: loss, view: View(x: (-1, 3), y: (-1.9, 1.1)), start: start, steps: steps,
      schedule: Schedule(constant: rate), optimizer: Optimizer(Specification(parsing: optimizer)), batchSize: batch,
      sampling: sampling, seed: seed)
  }

  /// The factor per step of E|δ|², for batches of `size` drawn with replacement, where no residual adds to it.
  func growth(rate η: Double, batch size: Int) -> Double {
    var moment = Moment(xx: 1, xy: 0, yy: 1)
    var factor = 0.0
    for _ in 0..<500 {
      let next = replacementStep(moment, η, size, addsResiduals: false)
      factor = (next.xx + next.yy) / (moment.xx + moment.yy)
      moment = next.scaled(by: 1 / (next.xx + next.yy))
    }
    return factor
  }

  /// E|δ|² after some steps from δ = (1, 0), for single rows drawn with replacement, where no residual adds to it.
  func meanSquare(after steps: Int, rate η: Double) -> Double {
    var moment = Moment(xx: 1, xy: 0, yy: 0)
    for _ in 0..<steps { moment = replacementStep(moment, η, 1, addsResiduals: false) }
    return moment.xx + moment.yy
  }

  /// The excess loss that remains for ever with batches drawn with replacement.
  func excessLossWithReplacement(rate η: Double, batch size: Int) -> Double {
    var moment = Moment(xx: 0, xy: 0, yy: 0)
    for _ in 0..<2000 { moment = replacementStep(moment, η, size, addsResiduals: true) }
    return excess(moment)
  }

  /// The excess loss that remains for ever at the ends and in the middle of reshuffled epochs of two batches of four.
  func excessLossReshuffled(rate η: Double) -> (end: Double, middle: Double) {
    let halves = (0..<256).filter { $0.nonzeroBitCount == 4 }.map { mask in
      (first: map(η) { mask >> $0 & 1 == 1 }, second: map(η) { mask >> $0 & 1 == 0 })
    }
    var state = State()
    var middle = State()
    for _ in 0..<500 {
      var (sum, middleSum) = (State(), State())
      for half in halves {
        let between = half.first.applied(to: state)
        middleSum.add(between, weight: 1 / Double(halves.count))
        sum.add(half.second.applied(to: between), weight: 1 / Double(halves.count))
      }
      (state, middle) = (sum, middleSum)
    }
    return (excess(state.square), excess(middle.square))
  }

  /// δᵀHδ/2 with H = diag(1.3125, 1).
  private func excess(_ moment: Moment) -> Double { (1.3125 * moment.xx + moment.yy) / 2 }

  /// E[(I − ηĀ)·S·(I − ηĀ)] + η²/B·C, with Ā the mean over B independent rows and C the covariance of the residuals.
  private func replacementStep(_ s: Moment, _ η: Double, _ size: Int, addsResiduals: Bool) -> Moment {
    let whole = map(η) { _ in true }
    var result = whole.conjugated(s)
    for row in rows {
      let single = Affine(row.a, row.b, addsResiduals ? row.r : SIMD2(), η)
      let weight = 1 / Double(size * rows.count)
      result.add(single.conjugated(s), weight: weight)
      result.add(whole.conjugated(s), weight: -weight)
      result.add(
        Moment(xx: single.b.x * single.b.x, xy: single.b.x * single.b.y, yy: single.b.y * single.b.y), weight: weight)
    }
    return result
  }

  /// The step with the mean gradient of some rows.
  private func map(_ η: Double, of isIn: (Int) -> Bool) -> Affine {
    let chosen = rows.indices.filter(isIn)
    let count = Double(chosen.count)
    return Affine(
      chosen.reduce(0) { $0 + rows[$1].a } / count, chosen.reduce(0) { $0 + rows[$1].b } / count,
      chosen.reduce(SIMD2()) { $0 + rows[$1].r } / count, η)
  }
}

/// The mean of δδᵀ.
private struct Moment {
  var xx: Double
  var xy: Double
  var yy: Double

  mutating func add(_ other: Moment, weight: Double) {
    xx += weight * other.xx
    xy += weight * other.xy
    yy += weight * other.yy
  }

  func scaled(by factor: Double) -> Moment { Moment(xx: factor * xx, xy: factor * xy, yy: factor * yy) }
}

/// The means of δ and of δδᵀ.
private struct State {
  var mean = SIMD2<Double>()
  var square = Moment(xx: 0, xy: 0, yy: 0)

  mutating func add(_ other: State, weight: Double) {
    mean += weight * other.mean
    square.add(other.square, weight: weight)
  }
}

/// δ ↦ M·δ + b, with M symmetric.
private struct Affine {
  var xx: Double
  var xy: Double
  var yy: Double
  var b: SIMD2<Double>

  /// The step at rate η along a gradient [[a, c], [c, 1]]·δ + r.
  init(_ a: Double, _ c: Double, _ r: SIMD2<Double>, _ η: Double) {
    (xx, xy, yy, b) = (1 - η * a, -η * c, 1 - η, -η * r)
  }

  /// M·S·M.
  func conjugated(_ s: Moment) -> Moment {
    let (p, q) = (xx * s.xx + xy * s.xy, xx * s.xy + xy * s.yy)
    let (u, v) = (xy * s.xx + yy * s.xy, xy * s.xy + yy * s.yy)
    return Moment(xx: p * xx + q * xy, xy: p * xy + q * yy, yy: u * xy + v * yy)
  }

  func applied(to state: State) -> State {
    let mean = SIMD2(xx * state.mean.x + xy * state.mean.y, xy * state.mean.x + yy * state.mean.y)
    var square = conjugated(state.square)
    square.add(
      Moment(
        xx: 2 * mean.x * b.x + b.x * b.x, xy: mean.x * b.y + mean.y * b.x + b.x * b.y, yy: 2 * mean.y * b.y + b.y * b.y),
      weight: 1)
    return State(mean: mean + b, square: square)
  }
}
