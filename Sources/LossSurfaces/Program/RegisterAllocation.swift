/// Maps the unlimited registers of a draft to as few as one walk over its instructions allows.
struct RegisterAllocation {
  private let draft: Draft
  private let nodeCount: Int
  private let resultCount: Int
  private let variableCount: Int
  private var assigned: [Int32]
  /// The position of the last instruction that reads a register; head and body are numbered through.
  private var lastUse: [Int]
  private var free: [Int32] = []
  private var temporaryCount: Int32 = 0
  private(set) var program: Program

  /// `roots` are the registers of the results, nil for those that are summed.
  init(draft: Draft, roots: [Int32?], nodeCount: Int, variables: [Int32?]) {
    self.draft = draft
    self.nodeCount = nodeCount
    resultCount = roots.count
    variableCount = variables.count
    let total = nodeCount + resultCount + draft.constants.count
    assigned = Array(repeating: -1, count: total)
    lastUse = Array(repeating: -1, count: total)
    program = Program(
      variableCount: variables.count, resultCount: roots.count, constants: draft.constants, registerCount: 0, head: [],
      body: [], summed: draft.summed)
    for (position, variable) in variables.enumerated() {
      if let variable { assigned[Int(variable)] = Int32(position) }
    }
    for register in nodeCount..<total { assigned[register] = Int32(variableCount + register - nodeCount) }
    for (position, root) in roots.enumerated() {
      // A result is computed where it is wanted, unless it is a variable or the same as an earlier result.
      if let root, assigned[Int(root)] < 0 { assigned[Int(root)] = Int32(variableCount + position) }
    }
    findLastUses()
    allocate()
  }

  private mutating func findLastUses() {
    for (position, instruction) in (draft.head + draft.body).enumerated() {
      instruction.forEachOperand { lastUse[Int($0)] = position }
    }
    // What the head computes for the rows must outlive them all.
    for instruction in draft.head where lastUse[Int(instruction.destination)] >= draft.head.count {
      lastUse[Int(instruction.destination)] = .max
    }
  }

  private mutating func allocate() {
    let firstTemporary = Int32(variableCount + resultCount + draft.constants.count)
    var position = 0
    var sections: [[Instruction]] = []
    for section in [draft.head, draft.body] {
      var instructions: [Instruction] = []
      for instruction in section {
        let placed = place(instruction, position, firstTemporary)
        if placed.opcode != .copy || placed.destination != placed.a { instructions.append(placed) }
        position += 1
      }
      sections.append(instructions)
    }
    program = Program(
      variableCount: variableCount, resultCount: resultCount, constants: draft.constants,
      registerCount: Int(firstTemporary + temporaryCount), head: sections[0], body: sections[1], summed: draft.summed)
  }

  private mutating func place(_ instruction: Instruction, _ position: Int, _ firstTemporary: Int32) -> Instruction {
    var placed = instruction
    var released: [Int32] = []
    let count = instruction.opcode.operandCount
    if count > 0 { placed.a = assigned[Int(instruction.a)] }
    if count > 1 { placed.b = assigned[Int(instruction.b)] }
    if count > 2 { placed.c = assigned[Int(instruction.c)] }
    if count > 3 { placed.d = assigned[Int(instruction.d)] }
    instruction.forEachOperand { operand in
      let register = assigned[Int(operand)]
      if lastUse[Int(operand)] == position, register >= firstTemporary, !released.contains(register) {
        released.append(register)
      }
    }
    free.append(contentsOf: released)
    let destination = Int(instruction.destination)
    if assigned[destination] < 0 {
      assigned[destination] = free.popLast() ?? firstTemporary + temporaryCount
      if assigned[destination] == firstTemporary + temporaryCount { temporaryCount += 1 }
    }
    placed.destination = assigned[destination]
    return placed
  }
}
