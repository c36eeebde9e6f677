/// A program with the registers to run it at one point after another.
final class ScalarMachine {
  let program: Program
  let registers: UnsafeMutablePointer<Double>

  init(_ program: Program) {
    self.program = program
    registers = .allocate(capacity: max(1, program.registerCount))
    registers.initialize(repeating: 0, count: max(1, program.registerCount))
    for (offset, constant) in program.constants.enumerated() { registers[program.firstConstant + offset] = constant }
  }

  deinit { registers.deallocate() }

  @inline(__always)
  func result(_ index: Int) -> Double { registers[program.firstResult + index] }

  /// Computes the results at a point; over all rows if there are samples.
  @inline(__always)
  func run(_ x: Double, _ y: Double, _ samples: Samples?) {
    registers[0] = x
    registers[1] = y
    program.head.withUnsafeBufferPointer { Program.run($0, registers) }
    guard !program.body.isEmpty, let samples else { return }
    for row in samples.rows.indices { addRow(row, samples) }
    finish(samples.rows.count)
  }

  /// Computes the results at a point over some of the rows.
  func run(_ x: Double, _ y: Double, _ samples: Samples, rows: some Collection<Int>) {
    registers[0] = x
    registers[1] = y
    program.head.withUnsafeBufferPointer { Program.run($0, registers) }
    guard !program.body.isEmpty else { return }
    // The contiguous way calls no generic code for each row.
    let isDone: Void? = rows.withContiguousStorageIfAvailable { for row in $0 { addRow(row, samples) } }
    if isDone == nil { for row in rows { addRow(row, samples) } }
    finish(rows.count)
  }

  private func addRow(_ row: Int, _ samples: Samples) {
    precondition(row >= 0 && row < samples.rows.count, "there is no row \(row)")
    let width = samples.columns.count
    samples.cells.withUnsafeBufferPointer { cells in
      for column in 0..<width { registers[2 + column] = cells[row * width + column] }
    }
    program.body.withUnsafeBufferPointer { Program.run($0, registers) }
  }

  private func finish(_ count: Int) {
    for result in program.summed { registers[program.firstResult + result] /= Double(count) }
  }
}
