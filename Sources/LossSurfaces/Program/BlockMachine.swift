/// A program with the registers to run it at many points together.
///
/// A block is as long as leaves its registers in the first-level cache. Full blocks read the points and write the
/// results where the caller has them; the last, shorter block goes through registers of its own.
final class BlockMachine {
  let program: Program
  /// Vectors of eight lanes in a block.
  private let vectors: Int
  private let storage: UnsafeMutableRawPointer
  private let files: UnsafeMutablePointer<UnsafeMutableRawPointer>

  init(_ program: Program) {
    self.program = program
    vectors = program.registerCount <= 14 ? 32 : program.registerCount <= 28 ? 16 : 8
    let bytes = vectors * MemoryLayout<Vector>.stride
    let count = max(2, program.registerCount)
    storage = .allocate(byteCount: bytes * count, alignment: 64)
    storage.initializeMemory(as: UInt8.self, repeating: 0, count: bytes * count)
    files = .allocate(capacity: count)
    for register in 0..<count { files[register] = storage + register * bytes }
    for (offset, constant) in program.constants.enumerated() { fill(program.firstConstant + offset, constant) }
  }

  deinit {
    storage.deallocate()
    files.deallocate()
  }

  private func own(_ register: Int) -> UnsafeMutableRawPointer {
    storage + register * vectors * MemoryLayout<Vector>.stride
  }

  private func fill(_ register: Int, _ value: Double) {
    let file = files[register].assumingMemoryBound(to: Double.self)
    for lane in 0..<vectors * 8 { file[lane] = value }
  }

  /// Computes result i at `count` points into `results[i]`, over all rows if there are samples.
  func run(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, samples: Samples?,
    results: UnsafePointer<UnsafeMutablePointer<Double>>
  ) {
    let lanes = vectors * 8
    var start = 0
    while count - start >= lanes {
      files[0] = UnsafeMutableRawPointer(mutating: x + start)
      files[1] = UnsafeMutableRawPointer(mutating: y + start)
      for result in 0..<program.resultCount {
        files[program.firstResult + result] = UnsafeMutableRawPointer(results[result] + start)
      }
      runBlock(samples, vectors)
      start += lanes
    }
    if start < count { runRest(x + start, y + start, count - start, samples, results, start) }
  }

  private func runRest(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int, _ samples: Samples?,
    _ results: UnsafePointer<UnsafeMutablePointer<Double>>, _ start: Int
  ) {
    for register in 0..<2 { files[register] = own(register) }
    for result in 0..<program.resultCount { files[program.firstResult + result] = own(program.firstResult + result) }
    let bytes = count * MemoryLayout<Double>.stride
    let whole = (count + 7) / 8
    for (file, source) in [(files[0], x), (files[1], y)] {
      file.copyMemory(from: source, byteCount: bytes)
      let lanes = file.assumingMemoryBound(to: Double.self)
      for lane in count..<whole * 8 { lanes[lane] = source[count - 1] }
    }
    runBlock(samples, whole)
    for result in 0..<program.resultCount {
      UnsafeMutableRawPointer(results[result] + start)
        .copyMemory(from: files[program.firstResult + result], byteCount: bytes)
    }
  }

  private func runBlock(_ samples: Samples?, _ vectors: Int) {
    program.head.withUnsafeBufferPointer { Program.run($0, files, vectors) }
    guard !program.body.isEmpty, let samples else { return }
    let width = samples.columns.count
    for row in samples.rows.indices {
      for column in 0..<width { fill(2 + column, samples.cells[row * width + column]) }
      program.body.withUnsafeBufferPointer { Program.run($0, files, vectors) }
    }
    let count = Double(samples.rows.count)
    for result in program.summed {
      let file = files[program.firstResult + result].assumingMemoryBound(to: Double.self)
      for lane in 0..<vectors * 8 { file[lane] /= count }
    }
  }
}
