/// A straight-line program for some expressions in the same variables, with its registers assigned.
///
/// Registers come in this order: the variables (x, y and then the columns of the samples), the results, the constants,
/// the temporaries. Without samples only `head` has instructions. With samples `head` runs once, `body` once for each
/// row, adding to the results in `summed`, which then are divided by the number of rows.
struct Program: Sendable {
  let variableCount: Int
  let resultCount: Int
  /// Constants that stand in registers, from register `firstConstant` on.
  let constants: [Double]
  let registerCount: Int
  let head: [Instruction]
  let body: [Instruction]
  /// The results that are means over the rows.
  let summed: [Int]

  var firstResult: Int { variableCount }
  var firstConstant: Int { variableCount + resultCount }
}
