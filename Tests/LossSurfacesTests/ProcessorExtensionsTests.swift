import CKernels
import Testing

/// What is compiled for AVX2 and AVX-512 gives the bits of what every processor has. Levels that this machine lacks are
/// left out.
@Suite(.serialized) struct ProcessorExtensionsTests {
  /// A multiple of eight that is none of sixteen.
  static let lanes = 72
  static let levels = (0...2).filter { level in
    kernel_limit_extensions(Int32(level))
    defer { kernel_limit_extensions(2) }
    return Int(kernel_extensions()) == level
  }

  /// The bits that a computation leaves at each level; the lowest first.
  static func bits(_ compute: () -> [Double]) -> [(level: Int, bits: [UInt64])] {
    levels.map { level in
      kernel_limit_extensions(Int32(level))
      defer { kernel_limit_extensions(2) }
      // Of nan only that it is one is promised.
      return (level, compute().map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern })
    }
  }

  static func expectTheSame(_ what: String, _ compute: () -> [Double]) {
    let all = bits(compute)
    for (level, bits) in all.dropFirst() {
      let first = zip(bits, all[0].bits).enumerated().first { $1.0 != $1.1 }
      #expect(first == nil, "\(what) at level \(level), lane \(first?.offset ?? 0)")
    }
  }

  /// Numbers of every size, special ones first.
  static func numbers(_ seed: UInt64) -> [Double] {
    let special: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, 0.5, 709.7, 1e17,
    ]
    var state = seed
    return (0..<lanes).map { lane in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mantissa = Double(state >> 11) / 0x1p53
      if (lane + Int(seed)) % 3 == 0 { return special[(lane / 3 + Int(seed)) % special.count] }
      let number = (mantissa + 0.5) * Double(sign: .plus, exponent: Int(state >> 20) % 40 - 20, significand: 1)
      return state & 1 << 40 == 0 ? number : -number
    }
  }

  /// Every instruction, on every kind of number.
  @Test(arguments: UInt64(0)...7) func instructions(_ seed: UInt64) {
    for opcode in kernel_copy.rawValue...kernel_choose_equal.rawValue {
      Self.expectTheSame("opcode \(opcode)") {
        let room = UnsafeMutablePointer<Double>.allocate(capacity: 5 * Self.lanes)
        defer { room.deallocate() }
        for register in 0..<5 {
          (room + register * Self.lanes).initialize(from: Self.numbers(seed * 5 + UInt64(register)), count: Self.lanes)
        }
        let registers = (0..<5).map { Optional(room + $0 * Self.lanes) }
        var instruction = kernel_instruction(
          opcode: Int32(opcode), destination: 4, a: 0, b: 1, c: 2, d: 3, k: 1.7, l: -0.3)
        kernel_run(&instruction, 1, registers, Self.lanes)
        return Array(UnsafeBufferPointer(start: room + 4 * Self.lanes, count: Self.lanes))
      }
    }
  }

  /// Normal numbers, also those of a count that fills no vector.
  @Test(arguments: [1, 7, 8, 61]) func normalNumbers(_ count: Int) {
    Self.expectTheSame("normals") {
      var u = (0..<count).map { (Double($0) + 0.5) / Double(count) }
      var v = u.map { ($0 * 7.3).truncatingRemainder(dividingBy: 1) }
      kernel_normals(&u, &v, count)
      return u + v
    }
  }

  /// One update, plain, with each of momentum, Nesterov's and weight decay, and what is watched of it.
  @Test(arguments: 0..<8) func updates(_ kind: Int) {
    Self.expectTheSame("update \(kind)") {
      let lanes = Self.lanes
      let room = UnsafeMutablePointer<Double>.allocate(capacity: 24 * lanes)
      defer { room.deallocate() }
      let array = { (index: Int) in room + index * lanes }
      for index in 0..<24 { array(index).initialize(from: Self.numbers(UInt64(index)), count: lanes) }
      var block = kernel_block(
        x: array(0), y: array(1), dx: array(2), dy: array(3), velocity_x: array(4), velocity_y: array(5),
        rate: array(6), momentum: array(7), weight_decay: array(8))
      var rule = kernel_sgd(
        has_momentum: Int32(kind & 1), is_nesterov: Int32(kind >> 1 & 1), has_weight_decay: Int32(kind >> 2))
      kernel_advance(&block, &rule, lanes)
      var left = [Int64](repeating: 0, count: lanes)
      var watch = kernel_watch(
        x: array(0), y: array(1), loss: array(9), dx: array(2), dy: array(3),
        weight_decay: kind >> 2 == 0 ? nil : UnsafePointer(array(8)), previous_loss: array(10), ceiling: array(11),
        last_step_not_at_rest: array(12), first_step_at_target: array(13), step: array(14),
        center_x: 0.1, center_y: -0.2, square_radius: 100, square_tolerance: 1e-12, target: 0.3)
      let some = kernel_observe(&watch, &left, lanes)
      var stretch = kernel_stretch(
        x: array(0), y: array(1), loss: array(9), step: array(14), last_x: array(15), last_y: array(16),
        step_x: array(17), step_y: array(18), early_loss: array(19), late_loss: array(20), early_length: array(21),
        late_length: array(22), turns: array(23), begin: -1, middle: 1)
      kernel_gather(&stretch, lanes)
      return UnsafeBufferPointer(start: room, count: 24 * lanes) + left.map { Double($0) } + [Double(some)]
    }
  }
}
