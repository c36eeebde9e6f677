/// A program whose registers are still unlimited: the nodes of the graph, then the results, then the constants.
struct Draft {
  var head: [Instruction] = []
  var body: [Instruction] = []
  var constants: [Double] = []
  var summed: [Int] = []
}
