public import LossSurfaces

/// What becomes of the runs over two settings, one a cell: which learn, which diverge, which minimum they reach.
///
/// Runs advance in blocks of lanes, without history: memory does not grow with their steps. A run is the same bit for
/// bit as `Run.trajectory()` of the same settings, whatever lanes run beside it, so outcomes depend neither on the
/// number of threads nor on which cells are computed together.
public struct OutcomeMap: Sendable {
  public let base: MapBase
  public let x: MapAxis
  public let y: MapAxis
  /// Where runs are said to arrive, in the order of `Outcome.minimum`.
  public let minima: [Point]
  /// The loss whose first reaching is noted.
  public let target: Double?
  /// Whether the loss at the end is wanted to the last digit: then no run ends when its fate is sealed.
  public let keepsFinalLoss: Bool

  let schedules: PerCell<Schedule>
  let optimizers: PerCell<Optimizer>

  /// The gradient below which a run is at rest.
  static let tolerance = 1e-6

  /// Throws when a setting is out of its range at a cell of an edge, or both axes vary the same setting.
  public init(
    _ base: MapBase, x: MapAxis, y: MapAxis, minima: [Point] = [], target: Double? = nil, keepsFinalLoss: Bool = false
  ) throws(InputError) {
    guard x.setting != y.setting else {
      throw InputError(
        "both axes vary '\(x.setting.key)'",
        remedy: "Give x and y different settings, such as learning-rate and momentum.")
    }
    self.base = base
    self.x = x
    self.y = y
    self.minima = minima
    self.target = target
    self.keepsFinalLoss = keepsFinalLoss
    let cell: @Sendable (Int, Int) -> MapBase = { column, row in
      base.setting(x.setting, x.value(column)).setting(y.setting, y.value(row))
    }
    try RunLimits.check(steps: base.steps, limit: RunLimits.stepsWithoutHistory)
    schedules = try PerCell(x, y, where: \.isOfSchedule) { column, row throws(InputError) in
      try cell(column, row).resolvedSchedule()
    }
    optimizers = try PerCell(x, y, where: \.isOfOptimizer) { column, row throws(InputError) in
      try Optimizer(cell(column, row).optimizer)
    }
    for axis in [x, y] where axis.setting == .noise && axis.range.lowerBound < 0 {
      throw InputError("the noise must be 0 or more, not \(Numeral.exact(axis.range.lowerBound))")
    }
  }

  func start(_ column: Int, _ row: Int) -> Point {
    var start = base.start
    for (axis, index) in [(x, column), (y, row)] {
      if axis.setting == .startX { start.x = axis.value(index) }
      if axis.setting == .startY { start.y = axis.value(index) }
    }
    return start
  }

  func noise(_ column: Int, _ row: Int) -> Noise {
    for (axis, index) in [(x, column), (y, row)] where axis.setting == .noise {
      return Noise(x: axis.value(index), y: axis.value(index))
    }
    return base.noise
  }

  /// Whether a run depends on the seed.
  public var isStochastic: Bool {
    !base.noise.isZero || base.batches?.isStochastic == true || x.setting == .noise || y.setting == .noise
  }

  /// The run of a cell, for itself.
  public func run(_ column: Int, _ row: Int) throws(InputError) -> Run {
    try base.setting(x.setting, x.value(column)).setting(y.setting, y.value(row)).run()
  }
}

extension MapSetting {
  var isOfSchedule: Bool {
    switch self {
    case .learningRate, .schedule: true
    default: false
    }
  }

  var isOfOptimizer: Bool {
    if case .optimizer = self { true } else { false }
  }
}

/// A value of each cell, made once for each value of the axes that it depends on; where it depends on both, when it is
/// asked for.
struct PerCell<Value: Sendable>: Sendable {
  typealias Make = @Sendable (_ column: Int, _ row: Int) throws(InputError) -> Value

  private enum Source: Sendable {
    case table([Value], columnStride: Int, rowStride: Int)
    case made(Make)
  }
  private let source: Source

  /// Throws what `make` throws anywhere on the edges.
  init(_ x: MapAxis, _ y: MapAxis, where isOf: (MapSetting) -> Bool, make: @escaping Make) throws(InputError) {
    let (columns, rows) = (isOf(x.setting) ? x.count : 1, isOf(y.setting) ? y.count : 1)
    if columns > 1, rows > 1 {
      for column in 0..<columns { for row in [0, rows - 1] { _ = try make(column, row) } }
      for row in 0..<rows { for column in [0, columns - 1] { _ = try make(column, row) } }
      source = .made(make)
      return
    }
    var values: [Value] = []
    for index in 0..<max(columns, rows) {
      values.append(try make(columns > 1 ? index : 0, rows > 1 ? index : 0))
    }
    source = .table(values, columnStride: columns > 1 ? 1 : 0, rowStride: rows > 1 ? 1 : 0)
  }

  /// The value that all cells share.
  var shared: Value? {
    guard case .table(let values, 0, 0) = source else { return nil }
    return values[0]
  }

  /// The value of some cell.
  var any: Value? {
    guard case .table(let values, _, _) = source else { return nil }
    return values.last
  }

  func callAsFunction(_ column: Int, _ row: Int) throws(InputError) -> Value {
    switch source {
    case .table(let values, let columnStride, let rowStride): values[column * columnStride + row * rowStride]
    case .made(let make): try make(column, row)
    }
  }
}

extension OutcomeMap {
  /// The largest η·λ at which runs are stable where a setting has a value; nil without a theory, as with weight decay, which adds to λ.
  public func stabilityLimit(_ setting: MapSetting, _ value: Double) -> Double? {
    guard let optimizer = try? Optimizer(base.setting(setting, value).optimizer),
      optimizer.sgd?.weightDecay == 0
    else { return nil }
    return optimizer.stabilityLimit
  }

  /// The border as a formula in λ, and in β or δ where these vary.
  public func limitFormula(varying setting: MapSetting) -> String {
    let isVaried = setting == .optimizer("momentum")
    guard let optimizer = optimizers.any else { return "2/λ" }
    if isVaried, optimizer.sgd?.dampening ?? 0 > 0 { return "2(1+β)/((1−δ)λ)" }
    // Without momentum nothing is dampened.
    if setting == .optimizer("dampening"), let momentum = optimizer.momentum, momentum > 0 {
      return "\(NumberText.string(2 * (1 + momentum)))/((1−δ)λ)"
    }
    if isVaried { return optimizer.isNesterov ? "2(1+β)/((1+2β)λ)" : "2(1+β)/λ" }
    return (optimizer.momentum ?? 0) == 0 ? "2/λ" : "\(NumberText.string(optimizer.stabilityLimit ?? 2))/λ"
  }
}
