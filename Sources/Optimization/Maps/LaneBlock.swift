internal import CKernels
import LossSurfaces

/// The state of the runs that advance together: structure of arrays, the running ones in front.
final class LaneBlock {
  /// As many as keep the state of a block and the registers of a program in the second-level cache.
  static let capacity = 256

  /// What is kept of each lane.
  enum Quantity: Int, CaseIterable {
    case x, y, loss, dx, dy, velocityX, velocityY, momentum, weightDecay, firstLoss, previousLoss, ceiling
    case lastStepMoving, firstStepAtTarget, step
    case lastX, lastY, stepX, stepY, earlyLoss, lateLoss, earlyLength, lateLength, turns
  }

  private let room: UnsafeMutablePointer<Double>
  /// Not 0 where a run has left.
  let left: UnsafeMutablePointer<Int64>
  /// The cell of each lane.
  private(set) var cells = Array(repeating: 0, count: capacity)
  /// How many lanes run.
  private(set) var count = 0

  init() {
    let size = Quantity.allCases.count * Self.capacity
    // Aligned to a line of the cache, which is as wide as the widest vectors.
    room = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Double>.stride, alignment: 64)
      .initializeMemory(as: Double.self, repeating: 0, count: size)
    left = UnsafeMutableRawPointer.allocate(byteCount: Self.capacity * MemoryLayout<Int64>.stride, alignment: 64)
      .initializeMemory(as: Int64.self, repeating: 0, count: Self.capacity)
  }

  deinit {
    UnsafeMutableRawPointer(room).deallocate()
    UnsafeMutableRawPointer(left).deallocate()
  }

  subscript(_ quantity: Quantity) -> UnsafeMutablePointer<Double> { room + quantity.rawValue * Self.capacity }

  subscript(_ quantity: Quantity, _ lane: Int) -> Double {
    get { self[quantity][lane] }
    set { self[quantity][lane] = newValue }
  }

  /// Lanes in whole vectors; those beyond `count` hold copies, which harm nothing.
  var wholeCount: Int {
    let multiple = Int(kernel_lane_multiple)
    return (count + multiple - 1) / multiple * multiple
  }

  /// Puts a run that is at its start into a lane: one of those that run, or the next.
  func place(_ cell: Int, in lane: Int, at start: Point, _ first: FirstOrder, target: Double) {
    for quantity in Quantity.allCases { self[quantity, lane] = 0 }
    self[.x, lane] = start.x
    self[.y, lane] = start.y
    self[.loss, lane] = first.value
    self[.dx, lane] = first.x
    self[.dy, lane] = first.y
    self[.firstLoss, lane] = first.value
    self[.previousLoss, lane] = first.value
    self[.ceiling, lane] = 1e6 * (abs(first.value) + 1)
    self[.lastStepMoving, lane] = first.gradientNorm < OutcomeMap.tolerance ? -1 : 0
    self[.firstStepAtTarget, lane] = first.value <= target ? 0 : .infinity
    self[.lastX, lane] = start.x
    self[.lastY, lane] = start.y
    cells[lane] = cell
    count = max(count, lane + 1)
  }

  /// Moves the last lane into one that has ended; the lane that was moved.
  func close(_ lane: Int) -> Int {
    let last = count - 1
    for quantity in Quantity.allCases { self[quantity, lane] = self[quantity, last] }
    cells[lane] = cells[last]
    count = last
    return last
  }
}
