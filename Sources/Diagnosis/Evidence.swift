/// A run with all that the rules ask about it more than once.
final class Evidence: RunFacts {
  private(set) lazy var cycle: BoundedCycle? = BoundedCycle(in: self)
  private(set) lazy var zigzag: ClosedRange<Int>? = Zigzag.longest(in: self)
  /// Whether most of the run was a zigzag.
  private(set) lazy var isZigzag: Bool = zigzag.map { Zigzag.prevails($0, in: self) } ?? false
}
