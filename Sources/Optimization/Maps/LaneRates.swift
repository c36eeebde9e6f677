/// The rates of the next updates of every lane: a row an update, so that an update reads one row.
final class LaneRates {
  static let depth = 32

  private let rows: UnsafeMutablePointer<Double>
  private var schedules: [Schedule?] = Array(repeating: nil, count: LaneBlock.capacity)
  private let isConstant: Bool
  private var shared: StepTable<Double>?
  /// The row that the next update reads.
  private(set) var row = 0

  /// `shared` is the schedule of all lanes, if there is one; `isConstant` says that no rate changes.
  init(shared: Schedule?, isConstant: Bool) {
    rows = .allocate(capacity: Self.depth * LaneBlock.capacity)
    rows.initialize(repeating: 0, count: Self.depth * LaneBlock.capacity)
    self.isConstant = isConstant
    guard let shared, !isConstant else { return }
    let state = shared.initialState()
    self.shared = StepTable { shared.rate(at: $0, state) }
  }

  deinit { rows.deallocate() }

  var current: UnsafeMutablePointer<Double> { rows + (isConstant ? 0 : row * LaneBlock.capacity) }

  func schedule(of lane: Int) -> Schedule { schedules[lane]! }

  func place(_ schedule: Schedule, in lane: Int) {
    schedules[lane] = schedule
    fill(lane, from: 0)
  }

  func move(_ last: Int, to lane: Int) {
    schedules[lane] = schedules[last]
    if isConstant {
      rows[lane] = rows[last]
      return
    }
    for row in row..<Self.depth { rows[row * LaneBlock.capacity + lane] = rows[row * LaneBlock.capacity + last] }
  }

  /// Goes on to the next update; `steps` are the updates that the lanes come to.
  func advance(_ steps: UnsafePointer<Double>, count: Int) {
    guard !isConstant else { return }
    row += 1
    guard row == Self.depth else { return }
    row = 0
    for lane in 0..<count { fill(lane, from: Int(steps[lane])) }
  }

  /// Fills the rows from the current one on.
  private func fill(_ lane: Int, from step: Int) {
    let schedule = schedules[lane]!
    let state = Schedule.State()
    if isConstant {
      rows[lane] = schedule.rate(at: 0, state)
      return
    }
    for row in row..<Self.depth {
      let t = step + row - self.row
      rows[row * LaneBlock.capacity + lane] = shared?[t] ?? schedule.rate(at: t, state)
    }
  }
}

/// A function of the step, computed for 32 steps at a time and kept for the stretches last asked for.
struct StepTable<Value> {
  private static var length: Int { 32 }
  private static var stretches: Int { 64 }

  private let function: (Int) -> Value
  private var first = Array(repeating: -1, count: stretches)
  private var values: [[Value]] = Array(repeating: [], count: stretches)

  init(_ function: @escaping (Int) -> Value) { self.function = function }

  subscript(step: Int) -> Value {
    mutating get {
      let stretch = step / Self.length
      let slot = stretch % Self.stretches
      if first[slot] != stretch {
        first[slot] = stretch
        values[slot] = (0..<Self.length).map { function(stretch * Self.length + $0) }
      }
      return values[slot][step % Self.length]
    }
  }
}
