internal import CKernels

/// A program with the registers to run it at many points together.
///
/// A block is as long as leaves its registers in the first-level cache. Full blocks read the points and write the
/// results where the caller has them; the last, shorter block goes through registers of its own.
final class BlockMachine {
  let program: Program
  /// How many points a block has.
  private let lanes: Int
  private let head: [kernel_instruction]
  private let body: [kernel_instruction]
  private let storage: UnsafeMutablePointer<Double>
  private let registers: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>

  init(_ program: Program) {
    self.program = program
    head = program.head.map(kernel_instruction.init)
    body = program.body.map(kernel_instruction.init)
    lanes = program.registerCount <= 14 ? 256 : program.registerCount <= 28 ? 128 : 64
    let count = max(2, program.registerCount)
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: lanes * count * MemoryLayout<Double>.stride, alignment: 64)
    storage = memory.initializeMemory(as: Double.self, repeating: 0, count: lanes * count)
    registers = .allocate(capacity: count)
    for register in 0..<count { registers.advanced(by: register).initialize(to: storage + register * lanes) }
    for (offset, constant) in program.constants.enumerated() { fill(program.firstConstant + offset, constant) }
  }

  deinit {
    UnsafeMutableRawPointer(storage).deallocate()
    registers.deallocate()
  }

  private func own(_ register: Int) -> UnsafeMutablePointer<Double> { storage + register * lanes }

  private func fill(_ register: Int, _ value: Double) {
    registers[register]!.update(repeating: value, count: lanes)
  }

  /// Computes result i at `count` points into `results[i]`, over all rows if there are samples.
  func run(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, samples: Samples?,
    results: UnsafePointer<UnsafeMutablePointer<Double>>
  ) {
    var start = 0
    while count - start >= lanes {
      registers[0] = UnsafeMutablePointer(mutating: x + start)
      registers[1] = UnsafeMutablePointer(mutating: y + start)
      for result in 0..<program.resultCount { registers[program.firstResult + result] = results[result] + start }
      runBlock(samples, lanes)
      start += lanes
    }
    if start < count { runRest(x + start, y + start, count - start, samples, results, start) }
  }

  private func runRest(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int, _ samples: Samples?,
    _ results: UnsafePointer<UnsafeMutablePointer<Double>>, _ start: Int
  ) {
    let multiple = Int(kernel_lane_multiple)
    let whole = (count + multiple - 1) / multiple * multiple
    for (register, source) in [(0, x), (1, y)] {
      let lane = own(register)
      registers[register] = lane
      lane.update(from: source, count: count)
      (lane + count).update(repeating: source[count - 1], count: whole - count)
    }
    for result in program.firstResult..<program.firstConstant { registers[result] = own(result) }
    runBlock(samples, whole)
    for result in 0..<program.resultCount {
      (results[result] + start).update(from: own(program.firstResult + result), count: count)
    }
  }

  private func runBlock(_ samples: Samples?, _ lanes: Int) {
    run(head, lanes)
    guard !body.isEmpty, let samples else { return }
    let width = samples.columns.count
    for row in samples.rows.indices {
      for column in 0..<width { fill(2 + column, samples.cells[row * width + column]) }
      run(body, lanes)
    }
    let count = Double(samples.rows.count)
    for result in program.summed {
      let register = registers[program.firstResult + result]!
      for lane in 0..<lanes { register[lane] /= count }
    }
  }

  private func run(_ instructions: [kernel_instruction], _ lanes: Int) {
    instructions.withUnsafeBufferPointer { kernel_run($0.baseAddress, $0.count, registers, lanes) }
  }
}

extension kernel_instruction {
  fileprivate init(_ i: Instruction) {
    self.init(
      opcode: Int32(i.opcode.rawValue), destination: i.destination, a: i.a, b: i.b, c: i.c, d: i.d, k: i.k, l: i.l)
  }
}
